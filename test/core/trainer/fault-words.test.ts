/** Why a mail was not followed, as colleagues read it. */
import { LANGUAGES } from '../../../core/language';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { disbeliefWords, misunderstandingWords, noteReasonWords } from '../../../core/trainer/fault-words';
import type { Misunderstanding, NoteReason } from '../../../core/trainer/trainer-mail-types';
import { PRIORITIES } from '../../../core/workbook/choices';
import { commands } from './command-desk';
import { LENA } from './desk';

const FAULTS: readonly Misunderstanding[] = [
  { kind: 'unknown-command', line: '#foo', meant: [] },
  { kind: 'unknown-command', line: '#notte', meant: ['#note'] },
  { kind: 'no-value', line: '#assign' },
  { kind: 'takes-no-value', line: '#resolved now' },
  { kind: 'unknown-value', line: '#template reply', known: [] },
  { kind: 'unknown-value', line: '#priority hot', known: PRIORITIES },
  { kind: 'ambiguous-value', line: '#priority hihg', meant: ['high'] },
  { kind: 'ambiguous-value', line: '#assign Anna', meant: ['Anna Lis', 'Anna Kos'] },
  { kind: 'contradiction', line: '#resolved', other: '#open' },
  { kind: 'command-below', line: '#note' },
  { kind: 'not-yours', line: '' },
  { kind: 'not-yours', line: '#urgent' },
  { kind: 'nothing-written' },
  { kind: 'nothing-held' },
  { kind: 'not-open', status: 'spam' },
  { kind: 'merged', into: 'T-ABCDE' as TicketId },
  { kind: 'nobody-to-answer' },
  { kind: 'quotes-us', line: 'See the sheet' },
];
const REASONS: readonly NoteReason[] = [
  'said-so',
  'not-signed',
  'written-to-others',
  'forwarded',
  'answers-our-question',
];

describe.each(LANGUAGES)('in %s', (language) => {
  test('each is said in words of its own, in whole sentences', () => {
    const said = [
      ...FAULTS.map((fault) => misunderstandingWords(fault, language)),
      ...REASONS.map((reason) => noteReasonWords(reason, language)),
      disbeliefWords({ kind: 'not-vouched-for', why: 'dmarc=fail' }, language),
      disbeliefWords({ kind: 'not-the-one-asked', asked: LENA }, language),
    ];
    expect(new Set(said).size).toBe(said.length);
    for (const words of said) expect(words).toMatch(/^[\p{Lu}“„«].*[.?]$/su);
  });

  test('the line at fault is named', () => {
    for (const fault of FAULTS) {
      const words = misunderstandingWords(fault, language);
      if ('line' in fault) expect(words).toContain(fault.line);
      if ('other' in fault) expect(words).toContain(fault.other);
      if (fault.kind === 'merged') expect(words).toContain(fault.into);
    }
  });

  test('a command that it tells to write is one that is understood', () => {
    for (const fault of [{ kind: 'nothing-held' }, { kind: 'not-open', status: 'spam' }] as const) {
      const [command = ''] = /#[\p{L}]+/u.exec(misunderstandingWords(fault, language)) ?? [];
      const { faults, as, orders } = commands(command);
      expect(faults).toEqual([]);
      expect([as, orders]).toEqual(
        fault.kind === 'not-open' ? ['answer', [{ cell: 'status', to: 'open' }]] : ['release', []],
      );
    }
  });

  test('a priority that it offers is understood', () => {
    for (const priority of PRIORITIES) {
      const fault = { kind: 'ambiguous-value', line: '#x', meant: [priority] } as const;
      const [, offered = ''] =
        /[“„«][^“„«]*[“„«]([^”»]+)[”»]/.exec(misunderstandingWords(fault, language)) ?? [];
      expect(commands(`#priority ${offered}`).orders).toEqual([{ cell: 'priority', to: priority }]);
    }
  });

  test('a long list is cut', () => {
    const known = Array.from({ length: 40 }, (_, n) => `template_${n}`);
    const words = misunderstandingWords({ kind: 'unknown-value', line: '#template x', known }, language);
    expect(words).toContain('template_11, …');
    expect(words).not.toContain('template_12');
  });

  test('of what the server says only its result is told', () => {
    const told = (why: string) => disbeliefWords({ kind: 'not-vouched-for', why }, language);
    expect(told('dmarc=fail')).toContain('(dmarc=fail)');
    expect(told('no authserv-id is configured')).not.toContain('authserv');
    expect(disbeliefWords({ kind: 'not-the-one-asked', asked: LENA }, language)).toContain(LENA.name);
  });
});
