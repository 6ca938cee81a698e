/** The program that compares the emulated add-on with Google's, run where everything has to agree. */

import type { AddOnCase } from '../../../local-sheet/conformance/add-on-case';
import { addOnCases } from '../../../local-sheet/conformance/add-on-cases';
import { addOnManifest, addOnProgram } from '../../../local-sheet/conformance/add-on-program';
import { QUESTION } from '../apps-script/add-on-project';
import { COLLEAGUE, project } from '../apps-script/project';

const hostOf = (cases: readonly AddOnCase[]) =>
  project('', { bundle: { code: addOnProgram(cases), htmlFiles: {}, manifest: addOnManifest } }).host;
const namesOf = (when: AddOnCase['when']): string[] =>
  addOnCases.filter((one) => one.when === when).map(({ name }) => `same: ${name}`);

interface Shown {
  readonly sections: readonly {
    readonly widgets: readonly {
      readonly textParagraph?: { readonly text: string };
      readonly buttonList?: {
        readonly buttons: readonly { readonly onClick: { readonly action: object } }[];
      };
    }[];
  }[];
}
const widgetsOf = (card: unknown) => (card as Shown).sections.flatMap(({ widgets }) => widgets);
const linesOf = (card: unknown): string[] =>
  widgetsOf(card).flatMap(({ textParagraph }) => textParagraph?.text ?? []);

describe('an emulated add-on, as the program for live Google compares it', () => {
  test('cards agree', () => {
    expect(hostOf(addOnCases).run('conformance').returned).toEqual(namesOf('editor'));
  });

  test('what may be read beside a mail agrees, and after a click on the card', () => {
    const host = hostOf(addOnCases);
    const [card] = host.runAddOnTrigger(COLLEAGUE, 'gmail', QUESTION).cards;
    expect(linesOf(card)).toEqual(namesOf('opening'));
    const [button] = widgetsOf(card).flatMap(({ buttonList }) => buttonList?.buttons ?? []);
    const click = { action: { ...button?.onClick.action } };
    const { navigations } = host.runAddOnAction(COLLEAGUE, click, QUESTION, { f: ['x'] });
    const [next] = navigations.flatMap((one) => ('pushCard' in one ? [one.pushCard] : []));
    expect(linesOf(next)).toEqual(namesOf('click'));
  });

  test('what differs is told with both answers and the source', () => {
    const source = 'https://developers.google.com/apps-script';
    const wrong = { name: 'one is two', source, when: 'editor', expected: 2 } as const;
    const lines = hostOf([
      { ...wrong, body: 'return 1;' },
      { ...wrong, body: `throw new Error('no');` },
    ]).run('conformance').returned;
    expect(lines).toEqual([
      `DIFFERENT: one is two; source: ${source}; emulator: 2; seen: 1`,
      `DIFFERENT: one is two; source: ${source}; emulator: 2; seen: failed: Error: no`,
    ]);
  });

  test('every case has a name of its own and a source', () => {
    expect(new Set(addOnCases.map(({ name }) => name)).size).toBe(addOnCases.length);
    expect(addOnCases.filter(({ source }) => !source.startsWith('https://'))).toEqual([]);
  });
});
