/** The oracle can fail: bridges that are broken on purpose, and what it says of them. */
import type { PlannedMail } from '../../../../core/session/planned-mail';
import type { Instant } from '../../../../core/time/instant';
import { firmOf } from './firm/firm';
import { roundFrom } from './firm/history';
import type { HandedOver, MailLog } from './mail-log';
import { complaintsAbout } from './oracle/check';
import { type Sabotage, simulate } from './simulated-bridge';
import type { SimulatedSheet } from './simulated-sheet';

jest.setTimeout(5 * 60_000);

const FIRM = firmOf(39, { sessions: 6, people: 24, twins: 2 });
const healthy = simulate(FIRM).log;

const complaintsWith = (sabotage: Sabotage): string[] => complaintsAbout(FIRM, simulate(FIRM, sabotage).log);
const complaintsOf = (log: MailLog): string[] => complaintsAbout(FIRM, log);

/** Every row of a tab changed. */
const sheetWith =
  <T extends keyof SimulatedSheet>(
    tab: T,
    change: Partial<SimulatedSheet[T][number]>,
  ): ((sheet: SimulatedSheet) => SimulatedSheet) =>
  (sheet) => ({ ...sheet, [tab]: sheet[tab].map((row) => ({ ...row, ...change })) });

const later = (at: number, hours: number): Instant => roundFrom(at + hours * 3_600_000, FIRM.rounds);
const firstOf = (wanted: (item: HandedOver) => boolean): HandedOver => {
  const found = healthy.handedOver.find((item) => item.answer === 'accepted' && wanted(item));
  if (!found) throw new Error('This half-year has no such mail.');
  return found;
};
const isReminder = ({ letter }: HandedOver): boolean =>
  letter.kind === 'reminder' && letter.about.length === 1;

/** Handed over at once, not long after it was due, and far from any night. */
const hasTime = ({ at, letter }: HandedOver): boolean =>
  at === letter.writtenAt &&
  new Date(at).getUTCHours() < 14 &&
  (letter.about[0]?.startsAt ?? 0) - at > 110 * 60_000;

const wasChanged = ({ letter }: HandedOver): boolean =>
  FIRM.edits.filter(
    (edit) => edit.tab === 'sessions' && edit.id === letter.about[0]?.sessionId && edit.row.state !== 'held',
  ).length > 1;

test('a bridge in good order gives nothing to complain of', () => {
  expect(complaintsOf(healthy)).toEqual([]);
});

describe('one mail in a half-year', () => {
  // Of a session that nobody changed, brought at once, and with little time to bring it again.
  const victim = firstOf(
    (item) => isReminder(item) && item.letter.step === '2h' && hasTime(item) && !wasChanged(item),
  );
  const who = victim.letter.to.replace('.', '\\.');
  const session = victim.letter.about[0]?.sessionId ?? '';
  const withOnly = (change: (item: HandedOver) => readonly HandedOver[]): MailLog => ({
    ...healthy,
    handedOver: healthy.handedOver.flatMap((item) => (item === victim ? change(item) : [item])),
  });

  test.each<[string, (item: HandedOver) => readonly HandedOver[], string]>([
    ['that is left out', () => [], `^${who}: should have got ${session} “.+” of .+ and did not`],
    ['that goes out twice', (item) => [item, item], `^${who}: got ${session} “.+” of .+ twice in one round`],
    [
      'that goes out again an hour later',
      (item) => [item, { ...item, at: later(item.at, 1) }],
      `^${who}: got ${session} “.+” of .+, but has got it before`,
    ],
    [
      'that goes out ten days late',
      (item) => [{ ...item, at: later(item.at, 240) }],
      `^${who}: got ${session} “.+” of .+, but gets it too late`,
    ],
    [
      'that goes out a round early',
      (item) => [{ ...item, at: (item.at - FIRM.rounds.every) as Instant }],
      `^${who}: got ${session} “.+” of .+, but gets it too early`,
    ],
    [
      'that goes to a stranger',
      (item) => [{ ...item, letter: { ...item.letter, to: 'stranger@elsewhere.example' } }],
      '^stranger@elsewhere\\.example: got 1 mails and stands in no roster',
    ],
    [
      'that names another start',
      (item) => [
        {
          ...item,
          letter: {
            ...item.letter,
            about: item.letter.about.map((one) => ({ ...one, startsAt: (one.startsAt + 60_000) as Instant })),
          },
        },
      ],
      `^${who}: got ${session} “.+” of .+, but it does not begin then`,
    ],
    [
      'that the server put off and nobody brought again',
      (item) => [{ ...item, answer: 'deferred' }],
      `^${who}: “.+” of ${session} at .+ was put off at .+ and never heard of again`,
    ],
  ])('%s', (_, change, sentence) => {
    expect(complaintsOf(withOnly(change))).toContainEqual(expect.stringMatching(sentence));
  });
});

describe('a bridge that', () => {
  test.each<[string, Sabotage, RegExp]>([
    [
      'forgets a step',
      { planned: (mails) => mails.filter(({ step }) => step !== '3d') },
      /@.+: should have got S\S+ “3d”/,
    ],
    [
      'writes at night',
      { sheet: sheetWith('reminders', { at_night: true }) },
      /@.+: got S\S+ “.+” of .+, but (is written to at night|gets it too early)/,
    ],
    [
      'writes to who has left',
      { sheet: sheetWith('participants', { state: 'active' }) },
      /@.+: got S\S+ “.+” of .+, but has left/,
    ],
    [
      'does not hear wishes',
      { sheet: sheetWith('participants', { reminders: 'yes' }) },
      /@.+: got S\S+ “.+” of .+, but wants no reminders/,
    ],
    [
      'goes by everybody else’s clock',
      { sheet: sheetWith('participants', { zone: 'Europe/Warsaw' }) },
      /@.+: got S\S+ “.+” of .+, but (is written to at night|gets it too early)/,
    ],
    [
      'does not read conditions',
      { sheet: sheetWith('reminders', { condition: '' }) },
      /@.+: got S\S+ “started” of .+, but that step is not for them/,
    ],
    [
      'sends what is turned off',
      { sheet: sheetWith('sessions', { state: 'planned' }) },
      /is not to be reminded of a cancelled session/,
    ],
    [
      'writes to mailboxes that are gone',
      { input: (input) => ({ ...input, undeliverable: () => false }) },
      /@gone\.example: got .+ cannot be reached: a mail came back/,
    ],
    [
      'remembers nothing that it told',
      { input: (input) => ({ ...input, told: () => null }) },
      /@.+: should have been told that S\S+ is changed/,
    ],
    [
      'keeps cancellations to itself',
      { planned: withoutNotices('cancelled') },
      /@.+: should have been told that S\S+ is cancelled/,
    ],
    [
      'keeps changes to itself',
      { planned: withoutNotices('changed') },
      /@.+: should have been told that S\S+ is changed/,
    ],
    [
      'writes a mail for each session of a day',
      { planned: inSingleMails },
      /@.+: got .+ and .+ in two mails/,
    ],
    [
      'never raises the number of an invitation',
      {
        letter: (letter) => ({
          ...letter,
          invitations: letter.invitations.map((one) => ({ ...one, sequence: 1 })),
        }),
      },
      /^S\S+ \(.+\): changed, but its number went from 1 to 1/,
    ],
    [
      'raises the number with every mail',
      {
        letter: (letter) => ({
          ...letter,
          invitations: letter.invitations.map((one) => ({
            ...one,
            sequence: Math.floor(letter.writtenAt / 60_000),
          })),
        }),
      },
      /^S\S+ \(.+\): nothing changed, but its number went from/,
    ],
    [
      'makes a new event of every mail',
      {
        letter: (letter) => ({
          ...letter,
          invitations: letter.invitations.map((one) => ({ ...one, uid: `${one.uid}${letter.writtenAt}` })),
        }),
      },
      /^S\S+: its invitations have different UIDs/,
    ],
  ])('%s', (_, sabotage, sentence) => {
    expect(complaintsWith(sabotage)).toContainEqual(expect.stringMatching(sentence));
  });

  test('never sees that a session was moved', () => {
    const first = new Map<string, SimulatedSheet['sessions'][number]>();
    const sheet = (seen: SimulatedSheet): SimulatedSheet => ({
      ...seen,
      sessions: seen.sessions.map((row) => {
        const known = first.get(row.id) ?? row;
        first.set(row.id, known);
        return known;
      }),
    });
    const complaints = complaintsWith({ sheet });
    expect(complaints).toContainEqual(
      expect.stringMatching(/@.+: got S\S+ “.+” of .+, but it does not begin then/),
    );
    expect(complaints).toContainEqual(
      expect.stringMatching(/@.+: should have been told that S\S+ is changed/),
    );
  });

  test('takes nothing back', () => {
    // A half-year in which mails wait while something changes.
    const firm = firmOf(14, { sessions: 6, people: 40, twins: 2 });
    expect(complaintsAbout(firm, simulate(firm).log)).toEqual([]);
    expect(complaintsAbout(firm, simulate(firm, { takesNothingBack: true }).log)).toContainEqual(
      expect.stringMatching(/@.+: got .+ with an arrangement of S\S+ that does not hold any more/),
    );
  });

  test('says nothing of why it did not write', () => {
    expect(complaintsOf({ ...healthy, remembered: [] })).toContainEqual(
      expect.stringMatching(/@.+: “.+” of S\S+ at .+ was never handed over, and nobody knows why/),
    );
  });

  test('says something untrue of why it did not write', () => {
    const remembered = healthy.remembered.map((one) => ({ ...one, why: 'bounced' }));
    expect(complaintsOf({ ...healthy, remembered })).toContainEqual(
      expect.stringMatching(/firm\.example: “.+” of S\S+ at .+ because of “bounced”, which is not true/),
    );
  });

  test('works while it is off', () => {
    const [outage] = FIRM.rounds.outages;
    const handedOver = healthy.handedOver.map((item, index) =>
      index === 0 ? { ...item, at: roundInside(outage?.from ?? 0) } : item,
    );
    expect(complaintsOf({ ...healthy, handedOver })).toContainEqual(
      expect.stringMatching(/@.+: got a mail while the bridge was off/),
    );
  });
});

function roundInside(at: number): Instant {
  return roundFrom(at, { ...FIRM.rounds, outages: [] });
}

function withoutNotices(kind: PlannedMail['purpose']['kind']): NonNullable<Sabotage['planned']> {
  return (mails) => mails.filter(({ purpose }) => purpose.kind !== kind);
}

function inSingleMails(mails: readonly PlannedMail[]): readonly PlannedMail[] {
  return mails.flatMap((mail) => [
    { ...mail, also: [] },
    ...mail.also.map(({ session, key }) => ({ ...mail, session, key, also: [] })),
  ]);
}
