/** When a person must know that something is wrong with the bridge. */
import { CONDITIONS, type Condition, type HealthFacts, RULES } from '../../../core/health/conditions';
import { type Contact, type ContactKind, NO_CONTACT } from '../../../core/health/contact';
import { at, facts, failingFor, reachedAt } from './table-facts';

const NOW = 100;

function withContacts(
  contacts: Partial<Record<ContactKind, Contact>>,
  more: Partial<HealthFacts> = {},
): HealthFacts {
  const well = facts(NOW);
  return { ...well, contacts: { ...well.contacts, ...contacts }, ...more };
}

type Case = readonly [
  what: string,
  facts: HealthFacts,
  condition: Condition,
  answer: 'holds' | 'clear' | 'unsure',
];

const CASES: readonly Case[] = [
  ['a mailbox read a minute ago', withContacts({ mailbox: reachedAt(99) }), 'mailbox-silent', 'clear'],
  [
    'a mailbox that failed once',
    withContacts({ mailbox: failingFor('silent', [100, 100]) }),
    'mailbox-silent',
    'unsure',
  ],
  [
    'one that fails for 14 minutes',
    withContacts({ mailbox: failingFor('silent', [86, 100]) }),
    'mailbox-silent',
    'unsure',
  ],
  [
    'one that fails for 15 minutes',
    withContacts({ mailbox: failingFor('silent', [85, 100]) }),
    'mailbox-silent',
    'holds',
  ],
  [
    'one that nobody could look into for 15 minutes',
    withContacts({ mailbox: reachedAt(85) }),
    'mailbox-silent',
    'holds',
  ],
  [
    'one that was not looked into because the machine slept',
    withContacts({ mailbox: reachedAt(20) }, { awakeSince: at(98) }),
    'mailbox-silent',
    'clear',
  ],
  [
    'one that failed once before the machine slept',
    withContacts({ mailbox: failingFor('silent', [20, 20]) }, { awakeSince: at(98) }),
    'mailbox-silent',
    'unsure',
  ],
  [
    'one that was never reached, at the start',
    withContacts({ mailbox: NO_CONTACT }, { awakeSince: at(99) }),
    'mailbox-silent',
    'unsure',
  ],
  [
    'a login refused for hours',
    withContacts({ mailbox: failingFor('refused', [1, 100]) }),
    'mailbox-silent',
    'unsure',
  ],

  [
    'a login refused twice',
    withContacts({ mailbox: failingFor('refused', [90, 100], 2) }),
    'mailbox-login',
    'unsure',
  ],
  [
    'a login refused three times',
    withContacts({ mailbox: failingFor('refused', [80, 100], 3) }),
    'mailbox-login',
    'holds',
  ],
  [
    'a login refused twice in 15 minutes, with no look in between',
    withContacts({ mailbox: failingFor('refused', [85, 100], 2) }),
    'mailbox-login',
    'holds',
  ],
  [
    'a mailbox out of reach',
    withContacts({ mailbox: failingFor('silent', [1, 100]) }),
    'mailbox-login',
    'unsure',
  ],
  ['a login that works', withContacts({}), 'mailbox-login', 'clear'],

  [
    'a Sheet that refuses to be read',
    withContacts({ 'sheet-read': failingFor('refused', [100, 100]) }),
    'sheet-refused',
    'holds',
  ],
  [
    'a Sheet that may only be viewed',
    withContacts({ 'sheet-write': failingFor('refused', [100, 100]) }),
    'sheet-refused',
    'holds',
  ],
  [
    'a Sheet that does not answer',
    withContacts({ 'sheet-read': failingFor('silent', [100, 100]) }),
    'sheet-refused',
    'unsure',
  ],
  ['a Sheet read and written', withContacts({}), 'sheet-refused', 'clear'],

  [
    'a Sheet that fails for 15 minutes',
    withContacts({ 'sheet-read': failingFor('silent', [85, 100]) }),
    'sheet-silent',
    'holds',
  ],
  [
    'writes that fail for 15 minutes',
    withContacts({ 'sheet-write': failingFor('silent', [85, 100]) }),
    'sheet-silent',
    'holds',
  ],
  [
    'a write that failed once, long ago',
    withContacts({ 'sheet-write': failingFor('silent', [20, 20]) }),
    'sheet-silent',
    'unsure',
  ],
  ['a Sheet with nothing to write', withContacts({ 'sheet-write': reachedAt(1) }), 'sheet-silent', 'clear'],
  [
    'a Sheet that is refused',
    withContacts({ 'sheet-read': failingFor('refused', [1, 100]) }),
    'sheet-silent',
    'unsure',
  ],
  [
    'a Sheet read every half hour, as it is set',
    withContacts({ 'sheet-read': reachedAt(65) }, { sheetPauseMs: 30 * 60_000 }),
    'sheet-silent',
    'clear',
  ],
  ['a Sheet whose reading hangs', withContacts({ 'sheet-read': reachedAt(85) }), 'sheet-silent', 'holds'],

  ['a mail that has just begun to wait', facts(NOW, { oldestWaitingSince: at(99) }), 'intake-stuck', 'clear'],
  ['one that waits for 15 minutes', facts(NOW, { oldestWaitingSince: at(85) }), 'intake-stuck', 'clear'],
  ['one that waits for 16 minutes', facts(NOW, { oldestWaitingSince: at(84) }), 'intake-stuck', 'holds'],
  [
    'one that waits with a Sheet that failed once',
    withContacts({ 'sheet-write': failingFor('silent', [100, 100]) }, { oldestWaitingSince: at(84) }),
    'intake-stuck',
    'holds',
  ],
  [
    'one that waits with a Sheet that failed once, long ago',
    withContacts({ 'sheet-write': failingFor('silent', [20, 20]) }, { oldestWaitingSince: at(84) }),
    'intake-stuck',
    'holds',
  ],
  [
    'one that waits for a Sheet that has failed for some minutes',
    withContacts({ 'sheet-write': failingFor('silent', [95, 99]) }, { oldestWaitingSince: at(84) }),
    'intake-stuck',
    'unsure',
  ],
  [
    'one that waits for a Sheet that is silent',
    withContacts({ 'sheet-read': reachedAt(85) }, { oldestWaitingSince: at(20) }),
    'intake-stuck',
    'unsure',
  ],
  [
    'one that waits for a Sheet that is refused',
    withContacts({ 'sheet-read': failingFor('refused', [100, 100]) }, { oldestWaitingSince: at(20) }),
    'intake-stuck',
    'unsure',
  ],
  [
    'one that waited while the machine slept',
    facts(NOW, { oldestWaitingSince: at(20), awakeSince: at(98) }),
    'intake-stuck',
    'unsure',
  ],
  [
    'one that waits at the start, of which nobody knows for how long',
    facts(NOW, { oldestWaitingSince: at(99), awakeSince: at(99) }),
    'intake-stuck',
    'unsure',
  ],
  [
    'none that waits, at the start',
    facts(NOW, { oldestWaitingSince: null, awakeSince: at(99) }),
    'intake-stuck',
    'clear',
  ],

  [
    'an outgoing server that refuses the login',
    withContacts({ smtp: failingFor('refused', [100, 100]) }),
    'smtp-login',
    'holds',
  ],
  [
    'an outgoing server that is silent',
    withContacts({ smtp: failingFor('silent', [80, 100]) }),
    'smtp-login',
    'unsure',
  ],
  ['an outgoing server that took a mail', withContacts({}), 'smtp-login', 'clear'],

  [
    'mails that wait for 14 minutes',
    withContacts({ smtp: failingFor('silent', [87, 88]) }, { overdueMails: 2 }),
    'smtp-silent',
    'unsure',
  ],
  [
    'mails that wait for 15 minutes',
    withContacts({ smtp: failingFor('silent', [85, 86]) }, { overdueMails: 2 }),
    'smtp-silent',
    'holds',
  ],
  ['no mail that waits', withContacts({ smtp: failingFor('silent', [1, 100]) }), 'smtp-silent', 'unsure'],
  ['an outgoing server that is fine', withContacts({}, { overdueMails: 5 }), 'smtp-silent', 'clear'],

  ['a mail in quarantine', facts(NOW, { quarantined: 1 }), 'quarantine', 'holds'],
  ['an empty quarantine', facts(NOW), 'quarantine', 'clear'],
  ['a mail in doubt', facts(NOW, { unknownSends: 1 }), 'unknown-sends', 'holds'],
  ['a mail that failed', facts(NOW, { failedSends: 3 }), 'failed-sends', 'holds'],

  ['199 MB of room', facts(NOW, { disk: { free: 199_900_000, failure: null } }), 'disk', 'holds'],
  ['250 MB of room', facts(NOW, { disk: { free: 250_000_000, failure: null } }), 'disk', 'unsure'],
  ['300 MB of room', facts(NOW, { disk: { free: 300_000_000, failure: null } }), 'disk', 'clear'],
  ['a system that does not tell', facts(NOW, { disk: { free: null, failure: null } }), 'disk', 'clear'],
  [
    'a write that failed on a disk with room',
    facts(NOW, { disk: { free: 9e9, failure: { since: at(99), reason: 'EROFS' } } }),
    'disk',
    'holds',
  ],
];

describe('what is wrong', () => {
  it.each(CASES)('%s', (_what, given, condition, answer) => {
    expect(RULES[condition](given).kind).toBe(answer);
  });

  it('has a case of every answer that matters for every condition', () => {
    for (const condition of CONDITIONS) {
      const answers = CASES.filter((each) => each[2] === condition).map((each) => each[3]);
      expect([condition, answers.includes('holds')]).toEqual([condition, true]);
    }
  });

  it('of a bridge that is well is nothing', () => {
    expect(CONDITIONS.filter((condition) => RULES[condition](facts(NOW)).kind !== 'clear')).toEqual([]);
  });

  it.each<[string, Condition, HealthFacts, number]>([
    ['the first failure', 'mailbox-silent', withContacts({ mailbox: failingFor('silent', [70, 100]) }), 70],
    ['the last look where nothing was tried', 'mailbox-silent', withContacts({ mailbox: reachedAt(60) }), 60],
    [
      'the first refusal',
      'sheet-refused',
      withContacts({ 'sheet-read': failingFor('refused', [90, 100]) }),
      90,
    ],
    ['the first look at the mail', 'intake-stuck', facts(NOW, { oldestWaitingSince: at(70) }), 70],
    ['the moment it was noticed', 'quarantine', facts(NOW, { quarantined: 2 }), NOW],
  ])('counts from %s', (_name, condition, given, since) => {
    expect(RULES[condition](given)).toMatchObject({ kind: 'holds', since: at(since) });
  });
});
