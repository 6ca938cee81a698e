import type { GmailMail } from '../../../local-sheet/add-on-contract';
import type { ScriptHostOptions } from '../../../local-sheet/apps-script/project';
import { MANIFEST, type Project, project } from './project';

const SCOPE = 'https://www.googleapis.com/auth/';
export const EVERY_SCOPE = [
  'spreadsheets',
  'userinfo.email',
  'gmail.addons.execute',
  'gmail.addons.current.message.metadata',
  'gmail.addons.current.message.action',
  'gmail.addons.current.action.compose',
];

export const COMMON = {
  name: 'Courses',
  logoUrl: 'https://www.example.com/logo.png',
  homepageTrigger: { runFunction: 'onHome' },
  openLinkUrlPrefixes: ['https://docs.google.com/spreadsheets/'],
};
export const GMAIL = { contextualTriggers: [{ unconditional: {}, onTriggerFunction: 'onMail' }] };

interface AddOnOptions {
  readonly scopes?: readonly string[];
  readonly addOns?: object;
  readonly host?: Partial<ScriptHostOptions>;
}

/** A project whose functions `onHome`, `onMail` and `onClick` Gmail calls. */
export function addOnProject(
  code: string,
  { scopes = EVERY_SCOPE, addOns = { common: COMMON, gmail: GMAIL }, host = {} }: AddOnOptions = {},
): Project {
  const manifest = { ...MANIFEST, addOns, oauthScopes: scopes.map((scope) => SCOPE + scope) };
  return project('', { ...host, bundle: { code, htmlFiles: {}, manifest } });
}

export const QUESTION: GmailMail = {
  id: '18c0ffee',
  threadId: '18c0de00',
  headers: [
    ['From', 'Olena Kovalenko <olena@client.example>'],
    ['To', 'help@kursy.example, "Nowak, Jan" <jan@kursy.example>'],
    ['Subject', 'Where is the link?'],
    ['Message-Id', '<q1@client.example>'],
  ],
  date: Date.UTC(2026, 10, 21, 8, 0),
  plainBody: 'I cannot find it.',
  attachments: [{ name: 'screen.png', contentType: 'image/png', data: new Uint8Array([1, 2, 3]) }],
};

/** A click that calls the function with these parameters. */
export const click = (name: string, parameters: Readonly<Record<string, string>> = {}) => ({
  action: {
    function: name,
    parameters: Object.entries(parameters).map(([key, value]) => ({ key, value })),
  },
});

export const composing = (name: string, composedEmailType = 'REPLY_AS_DRAFT') => ({
  composeAction: { ...click(name), composedEmailType },
});
