/**
 * Mails that claim to come from a trainer. The mailbox's own server is mx.firm.test; whatever the header says, nobody
 * else's word counts. Each case is the raw mail as it would lie in the mailbox.
 */
import { believed, isVouchedFor, standingOf } from '../../core/mail/standing';
import type { ThreadVerdict } from '../../core/mail/thread';
import type { TicketId } from '../../core/ticket/ticket-id';
import { readMail } from '../../mail-bridge/mime/read-mail';

const SERVER = 'mx.firm.test';
const TRAINER = 'ewa@firm.test';
const FACTS = { team: new Set([TRAINER]), authservId: SERVER };
const RECEIVED = 'Received: from out.evil.test by mx.firm.test; Mon, 23 Nov 2026 10:00:00 +0100';
const results = (said: string): string => `Authentication-Results: ${said}`;
const PASS = results(`${SERVER}; dmarc=pass (p=REJECT) header.from=firm.test`);
const FAIL = results(`${SERVER}; dmarc=fail (p=REJECT) header.from=firm.test`);
const FORGED = results(`${SERVER}; dmarc=pass header.from=firm.test`);
const FROM = `From: Ewa <${TRAINER}>`;

const raw = (header: readonly string[]): Buffer =>
  Buffer.from([...header, 'Subject: Re: [#T-7K3Q9]', '', '#close'].join('\r\n'), 'utf8');
const standing = async (header: readonly string[]) => standingOf(await readMail(raw(header)), FACTS);
const word = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

test('the trainer in person is believed: the one way in', async () => {
  expect(await standing([PASS, RECEIVED, FROM])).toBe('colleague');
  expect(await standing([RECEIVED, results(`${SERVER}; dkim=pass header.d=firm.test`), FROM])).toBe(
    'colleague',
  );
});

describe('nobody vouches for', () => {
  test.each<[string, readonly string[]]>([
    ['a mail without results', [RECEIVED, FROM]],
    ['a mail that failed DMARC', [FAIL, RECEIVED, FROM]],
    [
      'a mail that passed for another domain',
      [results(`${SERVER}; dmarc=pass header.from=evil.test`), RECEIVED, FROM],
    ],
    [
      'a mail whose sender is signed for by another domain',
      [results(`${SERVER}; dkim=pass header.d=evil.test header.i=@evil.test`), RECEIVED, FROM],
    ],
    [
      'a signature that only says that it is the trainer’s',
      [results(`${SERVER}; dkim=pass header.d=evil.test header.i=@firm.test`), RECEIVED, FROM],
    ],
    [
      'a signature of a whole top-level domain',
      [results(`${SERVER}; dkim=pass header.d=test`), RECEIVED, FROM],
    ],
    [
      'an SPF pass, which is about the envelope',
      [results(`${SERVER}; spf=pass smtp.mailfrom=${TRAINER}`), RECEIVED, FROM],
    ],
    [
      'the word of another server',
      [results('mx.evil.test; dmarc=pass header.from=firm.test'), RECEIVED, FROM],
    ],
    [
      'a server that only begins like ours',
      [results(`${SERVER}.evil.test; dmarc=pass header.from=firm.test`), RECEIVED, FROM],
    ],
    [
      'a server that ends like ours',
      [results(`evil-${SERVER}; dmarc=pass header.from=firm.test`), RECEIVED, FROM],
    ],
    ['results in our name below the true ones', [FAIL, RECEIVED, FORGED, FROM]],
    [
      'results in our name above the true ones, where the server writes at the end',
      [RECEIVED, FORGED, FROM, FAIL],
    ],
    [
      'results in our name behind the lines of foreign servers',
      [RECEIVED, RECEIVED, RECEIVED, RECEIVED, FORGED, FROM],
    ],
    [
      'results that pass and fail at once',
      [
        results(`${SERVER}; dmarc=pass header.from=firm.test; dmarc=fail header.from=firm.test`),
        RECEIVED,
        FROM,
      ],
    ],
    [
      'a comment that looks like a result',
      [results(`${SERVER}; spf=fail (; dmarc=pass header.from=firm.test ;)`), RECEIVED, FROM],
    ],
    [
      'a quoted envelope sender that looks like a result',
      [
        results(
          `${SERVER}; spf=pass smtp.mailfrom="x; dmarc=pass header.from=firm.test"@evil.test; dmarc=fail`,
        ),
        RECEIVED,
        FROM,
      ],
    ],
    [
      'an escaped quote in the envelope sender',
      [
        results(
          `${SERVER}; spf=pass smtp.mailfrom="a\\"; dmarc=pass header.from=firm.test; x=\\"b"@evil.test; dmarc=none`,
        ),
        RECEIVED,
        FROM,
      ],
    ],
    [
      'an escaped bracket in a comment',
      [results(`${SERVER}; spf=pass (a\\); dmarc=pass header.from=firm.test); dmarc=none`), RECEIVED, FROM],
    ],
    [
      'a second property in one result',
      [results(`${SERVER}; dmarc=pass header.from=evil.test header.from=firm.test`), RECEIVED, FROM],
    ],
    [
      'results of ARC, which a relay writes',
      ['ARC-Authentication-Results: i=1; mx.firm.test; dmarc=pass header.from=firm.test', RECEIVED, FROM],
    ],
    ['results under an X- name', [`X-${PASS}`, RECEIVED, FROM]],
    [
      'a DMARC pass of a sub-domain',
      [results(`${SERVER}; dmarc=pass header.from=mail.firm.test`), RECEIVED, FROM],
    ],
  ])('%s', async (_what, header) => {
    expect(await standing(header)).toBe('claims-colleague');
  });

  test('anybody, where no server is configured', async () => {
    const mail = await readMail(raw([PASS, RECEIVED, FROM]));
    expect(standingOf(mail, { ...FACTS, authservId: undefined })).toBe('claims-colleague');
  });

  test('a header that was too long to be read whole', async () => {
    const filler = Array.from({ length: 3_000 }, (_, at) => `X-${at}: ${'x'.repeat(200)}`);
    expect(await standing([...filler, FORGED, RECEIVED, FROM])).toBe('claims-colleague');
  });
});

/** The server vouches for firm.test in each of these, as if the attacker had fooled it: the From header must do. */
describe('a From header is no trainer’s', () => {
  test.each<[string, readonly string[]]>([
    ['two headers, the trainer first', [FROM, 'From: eve@evil.test']],
    ['two headers, the trainer last', ['From: eve@evil.test', FROM]],
    ['two headers that say the same', [FROM, FROM]],
    ['two mailboxes in one', [`From: Ewa <${TRAINER}>, Eve <eve@evil.test>`]],
    ['two angle brackets', [`From: Ewa <${TRAINER}> <eve@evil.test>`]],
    ['two angle brackets, the trainer last', [`From: Eve <eve@evil.test> <${TRAINER}>`]],
    ['a group of one', [`From: Trainers: ${TRAINER};`]],
    ['a group with nobody, then the trainer', [`From: Trainers:;, ${TRAINER}`]],
    ['an encoded word that is the whole mailbox', [`From: ${word(`"Ewa" <${TRAINER}>`)}`]],
    ['an encoded word before another address', [`From: ${word(`<"Ewa ${TRAINER}">`)} <eve@evil.test>`]],
    ['an encoded word as the address', [`From: <${word(TRAINER)}>`]],
    ['an encoded word as the local part', [`From: <${word('ewa')}@firm.test>`]],
    ['the trainer as the name of another', [`From: "${TRAINER}" <eve@evil.test>`]],
    ['the trainer in a comment', [`From: eve@evil.test (${TRAINER})`]],
    ['a quoted local part that holds the trainer', [`From: "${TRAINER}"@evil.test`]],
    ['a source route', [`From: <@firm.test:eve@evil.test>`]],
    ['a percent relay', ['From: <ewa%firm.test@evil.test>']],
    ['NUL in the address', ['From: ewa@firm.test\u0000@evil.test']],
    ['the Sender header alone', [`Sender: ${TRAINER}`]],
    ['the Reply-To header', ['From: eve@evil.test', `Reply-To: ${TRAINER}`]],
    ['a Latin letter by a Cyrillic one', ['From: <еwa@firm.test>']],
    ['a domain with a Cyrillic letter', ['From: <ewa@firм.test>']],
    ['the punycode of that', ['From: <ewa@xn--fir-bed.test>']],
    ['the Kelvin sign for a K', ['From: <\u212aate@firm.test>']],
    ['a sign without width within', ['From: <e\u200bwa@firm.test>']],
    ['a soft hyphen within the domain', ['From: <ewa@fi\u00adrm.test>']],
    ['an override of direction', ['From: <\u202eewa@firm.test>']],
    ['full-width letters', ['From: <ewa@ｆｉｒｍ.test>']],
    ['a domain that continues', ['From: <ewa@firm.test.evil.test>']],
    ['a dot at the end of another', ['From: <ewa@firm.test.evil.test.>']],
  ])('%s', async (_what, from) => {
    const mail = await readMail(raw([PASS, RECEIVED, ...from]));
    const facts = { ...FACTS, team: new Set([TRAINER, 'kate@firm.test']) };
    expect(standingOf(mail, facts)).not.toBe('colleague');
    // And it says so to people, unless the address is plainly somebody else's.
    if (standingOf(mail, facts) === 'claims-colleague')
      expect(mail.warnings.map(({ code }) => code)).toContain('from');
  });
});

/** A participant's ticket, found in one way or another by a mail in the participant's name. */
describe('a participant is believed', () => {
  const reply = (by: (ThreadVerdict & { kind: 'reply' })['by']): ThreadVerdict => ({
    kind: 'reply',
    ticket: 'T-7K3Q9' as TicketId,
    by,
    as: 'participant',
  });
  const by = { passed: PASS, silent: results(`${SERVER}; spf=none`), failed: FAIL } as const;

  test.each<[(ThreadVerdict & { kind: 'reply' })['by'], keyof typeof by, 'participant' | 'unverified']>([
    ['reply-address', 'silent', 'participant'],
    ['own-message-id', 'silent', 'participant'],
    ['known-message-id', 'passed', 'participant'],
    ['known-message-id', 'silent', 'participant'],
    ['known-message-id', 'failed', 'unverified'],
    ['subject-token', 'passed', 'participant'],
    ['subject-token', 'silent', 'unverified'],
    ['subject-token', 'failed', 'unverified'],
    ['same-subject', 'passed', 'participant'],
    ['same-subject', 'silent', 'unverified'],
  ])('who comes by %s, and the server %s: as %s', async (trace, said, as) => {
    const mail = await readMail(raw([by[said], RECEIVED, FROM]));
    expect(believed(mail, reply(trace), SERVER)).toMatchObject({ as });
  });

  test('what a mailing group says of the true writer is shown, and vouches for nobody', async () => {
    const mail = await readMail(
      raw([PASS, RECEIVED, 'From: Ewa via Group <group@evil.test>', `X-Original-From: ${TRAINER}`]),
    );
    expect(mail.from?.address).toBe(TRAINER);
    expect(standingOf(mail, FACTS)).toBe('claims-colleague');
  });

  test('a mail that accuses itself lower down is not vouched for: nobody gains by that', async () => {
    const mail = await readMail(raw([PASS, RECEIVED, FAIL, FROM]));
    expect(isVouchedFor(mail, SERVER)).toBe(false);
  });
});
