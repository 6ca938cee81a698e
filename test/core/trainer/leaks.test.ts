/** What we wrote for the team never goes on to a participant, whatever the colleague's mail program has made of it. */
import fc from 'fast-check';
import { LANGUAGES } from '../../../core/language';
import { withoutLeaks } from '../../../core/trainer/leaks';
import { commandLegend } from '../../../core/trainer/legend';
import { addressOf, idOf, OWN, read, T, TOM, WORKBOOK } from './desk';

const OWN_WORDS = 'Please restart it.\nThen log in again.';
const ADDRESS = addressOf(T, TOM);
const LINK = `https://docs.google.com/spreadsheets/d/${WORKBOOK}/edit#gid=0&range=A7`;
const MARKERS = [
  '##- Please reply above this line -##',
  '##- Odpowiedz powyżej tej linii -##',
  '##- Пишіть відповідь над цим рядком -##',
];
const quoted = (...lines: readonly string[]): string => lines.map((line) => `> ${line}`).join('\n');
const check = (words: string, spreadsheetId = WORKBOOK) => withoutLeaks(words, spreadsheetId);
const clean = (words: string) => ({ kind: 'clean', words });

test.each([
  OWN_WORDS,
  `${OWN_WORDS}\n\nYou wrote:\n> I cannot log in.`,
  'Write to support@firm.test, or see https://docs.google.com/spreadsheets/d/another-one/edit',
  'Please reply above this line, it says there.',
  'Commands: open the menu, choose Settings.',
  'The ticket T-7K3Q9 is yours.',
])('words that hold nothing of ours stay as they are: %j', (words) => {
  expect(check(words)).toEqual(clean(words));
});

describe('our letter below the words is cut off', () => {
  const attribution = `On Mon, 23 Nov 2026 at 10:41, Anna Nowak via Firma <${ADDRESS}> wrote:`;
  const wrapped = ['On Mon, 23 Nov 2026 at 10:41, Anna Nowak via Firma', `<${ADDRESS}> wrote:`].join('\n');
  const header = [
    `From: Anna Nowak via Firma <${ADDRESS}>`,
    'Sent: Monday, November 23, 2026 10:41 AM',
    'To: Tom Wrona <tom@firm.test>',
    `Subject: [#${T}] Login`,
  ].join('\n');
  test.each<[string, string]>([
    ...MARKERS.map((marker): [string, string] => ['its marker line', marker]),
    ...MARKERS.map((marker): [string, string] => ['its marker line in a quote', quoted(marker, 'Anna:')]),
    ['an attribution with the address that is signed for the colleague', attribution],
    ['such an attribution in two lines, above a quote', `${wrapped}\n\n${quoted('I cannot log in.')}`],
    ['a copied header', `${header}\n\nI cannot log in.`],
    ['a copied header behind a ruler', `________________________________\n${header}\n\nI cannot log in.`],
    ['a quote with a link to the workbook', quoted('I cannot log in.', `Open the ticket: ${LINK}`)],
    ['a quote with our Message-ID', quoted(`Message-ID: ${idOf(T, TOM)}`)],
    ['a quote with a signature below it', `${quoted(MARKERS[0] ?? '', 'Anna:')}\n\n-- \nTom Wrona`],
    ['a quote above the line of a phone', `${quoted(MARKERS[0] ?? '')}\n\nSent from my iPhone`],
    ...LANGUAGES.map((language): [string, string] => ['the legend of commands', commandLegend(language)]),
    ...LANGUAGES.map((language): [string, string] => [
      'the list of commands alone, wrapped',
      (commandLegend(language).split('\n')[1] ?? '').replace(/(.{40,50}) /g, '$1\n'),
    ]),
  ])('%s', (_, letter) => {
    const below = letter.startsWith('> I cannot') ? '> I cannot log in.' : '';
    const result = check(`${OWN_WORDS}\n\n${letter}`);
    expect(result.kind).toBe('clean');
    // Lines of a quote that are the participant's own may stay above the first one that is ours.
    const words = result.kind === 'clean' ? result.words : '';
    expect(words.replace(below, '').trimEnd()).toBe(OWN_WORDS);
  });
});

describe('nothing is cut out of the colleague’s own words', () => {
  test.each<[string, string, string]>([
    ['a link to the workbook in a sentence', `See ${LINK}\nThen log in.`, `See ${LINK}`],
    ['a link to the workbook below them', `${OWN_WORDS}\n${LINK}`, LINK],
    ['a link that a tracker has taken apart', `https://x.test/?u=docs%2Fd%2F${WORKBOOK}%2Fedit`, WORKBOOK],
    ['the signed address in a sentence', `Write to ${ADDRESS}\nTom`, `Write to ${OWN}`],
    ['words below the quote', `Hi\n${quoted(MARKERS[0] ?? '')}\nThat is all.`, MARKERS[0] ?? ''],
    ['words amid the quote', `Hi\n${quoted(LINK)}\nYes.\n${quoted('And?')}`, LINK],
    ['nothing above our letter', MARKERS[0] ?? '', MARKERS[0] ?? ''],
    ['nothing above it but the attribution', `On Mon, Anna <${ADDRESS}> wrote:\n> x`, 'wrote:'],
  ])('%s', (_, words, line) => {
    const result = check(words);
    expect(result.kind).toBe('leaks');
    expect(result.kind === 'leaks' && result.line).toContain(line.slice(0, 40));
    expect(result.kind === 'leaks' && result.line).not.toContain('+a.');
  });
});

test('a workbook with a short id is known by the whole of its address', () => {
  expect(check('the demo shows it', 'demo')).toEqual(clean('the demo shows it'));
  expect(check('http://localhost/spreadsheets/d/demo/edit', 'demo').kind).toBe('leaks');
  expect(check(LINK, '')).toEqual(clean(LINK));
});

test('whatever stands where, nothing of ours is left in words that go on', () => {
  const ours = [...MARKERS, ADDRESS, idOf(T, TOM), LINK, ...LANGUAGES.map((one) => commandLegend(one))];
  const line = fc.oneof(
    fc.constantFrom('Hello', '', '> I cannot log in.', '-- ', 'Tom', 'On Mon, 23 Nov 2026, Anna wrote:'),
    fc.constantFrom(...ours),
    fc.constantFrom(...ours).map((text) => quoted(...text.split('\n'))),
    fc.constantFrom(...ours).map((text) => `see ${text} there`),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const result = check(lines.join('\n'));
      if (result.kind === 'leaks') return;
      for (const secret of [ADDRESS, idOf(T, TOM), WORKBOOK]) expect(result.words).not.toContain(secret);
      for (const marker of MARKERS) expect(result.words.split('\n')).not.toContain(marker);
    }),
  );
});

describe('an answer that holds something of ours', () => {
  test('goes out without it where it stands below', () => {
    const text = `#resolved\n${OWN_WORDS}\n\n${commandLegend('en')}\nFirma`;
    expect(read({ text })).toMatchObject({ kind: 'answer', words: OWN_WORDS, resolve: true });
  });

  test('does not go out where it stands amid the words, and nothing else of the mail happens', () => {
    expect(read({ text: `#resolved\nIt is in ${LINK}\nThen log in.` })).toEqual({
      kind: 'misunderstood',
      ticket: T,
      agent: TOM,
      faults: [{ kind: 'quotes-us', line: `It is in ${LINK}`.slice(0, 120) }],
    });
  });

  test('may be a note: it stays with the team', () => {
    expect(read({ text: `#note\nIt is in ${LINK}` })).toMatchObject({
      kind: 'note',
      words: `It is in ${LINK}`,
    });
  });

  test('is judged in the workbook of this firm alone', () => {
    const other = 'https://docs.google.com/spreadsheets/d/1zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz/edit';
    expect(read({ text: `See ${other}` })).toMatchObject({ kind: 'answer', words: `See ${other}` });
  });
});
