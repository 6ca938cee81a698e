import type { HeaderField, Mail } from '../../../core/mail/mail';
import { judgeTrust, readAuthenticationResults } from '../../../core/mail/trust';

const POLICY = { authservIds: ['mx.google.com'] };
const received: HeaderField = { name: 'received', value: 'by mx.google.com' };
const results = (value: string): HeaderField => ({ name: 'authentication-results', value });
const from = (address: string): Pick<Mail, 'from' | 'fromProblems'> => ({
  from: { address, name: '' },
  fromProblems: [],
});
const judge = (
  headers: readonly HeaderField[],
  who = from('jan@school.example'),
  warnings: Mail['warnings'] = [],
): string => {
  const verdict = judgeTrust({ headers, ...who, warnings }, POLICY);
  return `${verdict.trusted ? 'yes' : 'no'}: ${verdict.reason}`;
};

describe('the From header is believed only on the word of the own server', () => {
  test.each([
    ['DMARC passed', 'mx.google.com; dmarc=pass (p=REJECT) header.from=school.example', /^yes: dmarc=pass/],
    [
      'DMARC failed',
      'mx.google.com; dkim=pass header.i=@school.example; dmarc=fail header.from=school.example',
      /^no: dmarc=fail/,
    ],
    [
      'DMARC passed for another',
      'mx.google.com; dmarc=pass header.from=bad.example',
      /^no: dmarc passed for bad/,
    ],
    [
      'no DMARC record, own DKIM',
      'mx.google.com; dkim=pass header.i=@school.example; spf=pass',
      /^yes: dkim/,
    ],
    ['DKIM of a parent domain', 'mx.google.com; dkim=pass header.d=example', /^no/],
    ['DKIM of a stranger', 'mx.google.com; dkim=pass header.i=@mailer.example; spf=pass', /^no/],
    ['SPF alone', 'mx.google.com; spf=pass smtp.mailfrom=jan@school.example', /^no/],
    ['another server', 'mx.bad.example; dmarc=pass header.from=school.example', /^no: the mailbox/],
    [
      'a comment that looks like a result',
      'mx.google.com; spf=fail (dmarc=pass header.from=school.example)',
      /^no/,
    ],
    [
      'a quoted value with a semicolon',
      'mx.google.com; spf=pass smtp.mailfrom="x; dmarc=pass header.from=school.example"',
      /^no/,
    ],
  ])('%s', (_name, value, expected) => {
    expect(judge([received, received, results(value)])).toMatch(expected);
  });

  test('results below the lines of foreign servers came with the mail', () => {
    const forged = results('mx.google.com; dmarc=pass header.from=school.example');
    expect(judge([received, received, received, received, forged])).toMatch(/^no: the mailbox/);
  });

  test('the topmost result counts', () => {
    const real = results('mx.google.com; dmarc=fail header.from=school.example');
    const forged = results('mx.google.com; dmarc=pass header.from=school.example');
    expect(judge([received, real, received, forged])).toMatch(/^no: dmarc=fail/);
  });

  test('a From header with faults is never believed', () => {
    const who = { ...from('jan@school.example'), fromProblems: ['more-than-one-header' as const] };
    expect(judge([results('mx.google.com; dmarc=pass header.from=school.example')], who)).toMatch(
      /^no: the From/,
    );
  });

  test('a header without an id is none', () => {
    expect(readAuthenticationResults('dmarc=pass')).toBeNull();
  });

  test('not where the header had to be cut: the true results may have been in what is gone', () => {
    const passed = [received, results('mx.google.com; dmarc=pass header.from=school.example')];
    expect(judge(passed)).toMatch(/^yes/);
    expect(judge(passed, undefined, [{ code: 'headers-cut', text: '' }])).toMatch(
      /^no: the header was too long/,
    );
  });
});
