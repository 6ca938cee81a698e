/** Who gets in at the dialogs' door and what is let through: asked of the script, as a page could ask it. */
import type { DialogAction, DialogCalls } from '../../apps-script/dialog/contract';
import { createScriptHost } from '../../local-sheet/apps-script/host';
import type { SheetUser } from '../../local-sheet/contract';
import { builtProject } from './support/bundle';
import { ANNA, bareDesk, type Desk, openDesk, ZONE } from './support/desk';
import { callDialog } from './support/dialog-call';
import { furnishWeek } from './support/dialog-firm';
import { NOWHERE } from './support/sidebar-call';

const person = (name: string, domain = 'firma.example'): SheetUser => ({
  email: `${name}@${domain}`,
  locale: 'en',
});
const TRAINER = person('pavlo');
const STRANGER = person('eve', 'elsewhere.example');

function weekDesk(): Desk {
  const desk = openDesk();
  furnishWeek(desk, 'en');
  return desk;
}

const IMPORT = { kind: 'participants', session: '', replace: false, rows: [] } as const;

/** One request of every kind that the door has. A new action does not compile without a row here. */
const REQUESTS: { readonly [A in DialogAction]: DialogCalls[A]['takes'] } = {
  forecast: { days: 7 },
  previewStart: {},
  previewLetter: { key: 'reminder_1d', sessionId: '', email: '', language: '', audience: '', need: '' },
  startImport: {},
  previewImport: { ...IMPORT, dates: 'guess', given: [] },
  importRows: { ...IMPORT, key: 'f'.repeat(32), columns: [], dates: 'each', last: true },
};
const ACTIONS = Object.keys(REQUESTS) as DialogAction[];

describe('each call asks who is asking', () => {
  test.each(ACTIONS)('%s tells nothing to somebody who is not on the Team tab', (action) => {
    const answer = callDialog(weekDesk(), action, REQUESTS[action], STRANGER);
    expect(answer).toEqual({
      ok: false,
      language: 'en',
      refusal: 'not-on-team',
      detail: 'eve@elsewhere.example',
    });
  });

  test.each(ACTIONS)('%s answers a support colleague', (action) => {
    expect(callDialog(weekDesk(), action, REQUESTS[action])).toMatchObject({ ok: true, language: 'en' });
  });

  test.each([
    ['forecast', 'lets'],
    ['previewStart', 'lets'],
    ['previewLetter', 'lets'],
    ['startImport', 'not-your-role'],
    ['previewImport', 'not-your-role'],
    ['importRows', 'not-your-role'],
  ] as const)('%s and a trainer: %s', (action, expected) => {
    const answer = callDialog(weekDesk(), action, REQUESTS[action], TRAINER);
    expect(answer.ok ? 'lets' : answer.refusal).toBe(expected);
  });

  test('a workbook without tabs is told to be set up', () => {
    expect(callDialog(bareDesk(), 'forecast', { days: 7 })).toEqual({
      ok: false,
      language: null,
      refusal: 'not-set-up',
      detail: '',
    });
  });
});

describe('what is not on the list', () => {
  const refused = (request: unknown): unknown =>
    weekDesk().host.runFromPage(ANNA, 'dialogCall', [request], NOWHERE).returned;

  test.each([
    ['an action of the sidebar', { action: 'conversation', ticketId: 'T-7K3Q9' }],
    ['a member of every object', { action: 'constructor' }],
    ['a prototype', { action: '__proto__' }],
    ['no object', 'forecast'],
    ['nothing', undefined],
    ['a number of days that nobody offers', { action: 'forecast', days: 365 }],
    ['days as text', { action: 'forecast', days: '7' }],
    ['a template that is no text', { action: 'previewLetter', ...REQUESTS.previewLetter, key: { a: 1 } }],
    [
      'a text too long for any name',
      { action: 'previewLetter', ...REQUESTS.previewLetter, key: 'x'.repeat(501) },
    ],
    ['a request that lacks a part', { action: 'previewLetter', key: 'reply' }],
  ])('%s is refused', (_, request) => {
    expect(refused(request)).toMatchObject({ ok: false, refusal: 'unknown-request' });
  });
});

describe('a visitor of the published page', () => {
  /** The very bundle, with a doGet that does what a stranger's own script on that page would ask for. */
  function asked(desk: Desk, call: string): unknown {
    const { bundle } = builtProject();
    const probe = `\nfunction doGet() { return ContentService.createTextOutput(JSON.stringify(${call})); }`;
    const host = createScriptHost({
      bundle: { ...bundle, code: bundle.code + probe },
      service: desk.service,
      spreadsheetId: desk.spreadsheetId,
      clock: { now: () => desk.clock.time },
      owner: ANNA,
      timeZone: ZONE,
    });
    return JSON.parse(host.get({}).content);
  }

  test.each([
    ['the dialogs', 'dialogCall({ action: "forecast", days: 7 })'],
    ['the sidebar', 'sidebarCall({ action: "conversation", ticketId: null })'],
  ])('finds the door of %s closed, in a fresh workbook too', (_, call) => {
    for (const desk of [weekDesk(), openDesk()]) {
      expect(asked(desk, call)).toEqual({ ok: false, language: null, refusal: 'not-on-team', detail: '' });
    }
  });

  test('gets the page that ends the reminders, with what it needs to know in it', () => {
    const { mimeType, content } = weekDesk().host.get({ stop: 'a'.repeat(32) });
    expect(mimeType).toBe('text/html');
    expect(content).toContain('Nordlicht Trainings');
    expect(content).toContain('a'.repeat(32));
    expect(content).not.toContain('<?');
  });
});

describe('menu items', () => {
  test.each([
    ['openForecast', 'What will be sent'],
    ['openPreview', 'Preview of templates'],
    ['openImport', 'Import rows'],
  ])('%s shows its dialog', (item, title) => {
    const { dialog } = weekDesk().host.runMenuItem(ANNA, item, NOWHERE);
    expect(dialog).toMatchObject({ title, width: expect.any(Number), height: expect.any(Number) });
  });
});
