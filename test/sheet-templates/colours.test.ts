import { CHOICES, type ChoiceKey } from '../../core/workbook/choices';
import { OWNER_PAINT, type Paint, TROUBLE, WORD_PAINT } from '../../sheet-templates/setup/colours';

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => {
    const c = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast({ background, text }: Paint): number {
  const [dark = 0, light = 0] = [luminance(background), luminance(text)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const painted: [string, Paint][] = [
  ['trouble', TROUBLE],
  ...Object.entries(OWNER_PAINT),
  ...Object.entries(WORD_PAINT).flatMap(([choice, words]) =>
    Object.entries(words).map(([word, paint]): [string, Paint] => [`${choice} ${word}`, paint]),
  ),
];

test('the measure knows black on white and grey on white', () => {
  expect(contrast({ background: '#ffffff', text: '#000000' })).toBeCloseTo(21);
  expect(contrast({ background: '#ffffff', text: '#767676' })).toBeCloseTo(4.54, 2);
});

test.each(painted)('%s can be read by people with weak sight (4.5:1)', (_, paint) => {
  expect(contrast(paint)).toBeGreaterThanOrEqual(4.5);
});

test('every painted word is a word of its list', () => {
  for (const [choice, words] of Object.entries(WORD_PAINT)) {
    for (const word of Object.keys(words)) expect(CHOICES[choice as ChoiceKey]).toContain(word);
  }
});
