/**
 * What the tracker's manifest may ask of Google, and why: no more than this. Whoever adds a service to the script has
 * to say here what for, and who installs it is asked for it.
 */
export const SCRIPT_SCOPES: Readonly<Record<string, string>> = {
  'https://www.googleapis.com/auth/spreadsheets':
    'reads and writes the tabs through the Sheets API, also from the time trigger, when nobody has the Sheet open',
  'https://www.googleapis.com/auth/script.container.ui': 'shows the menu, the sidebar and the dialogs',
  'https://www.googleapis.com/auth/script.scriptapp': 'makes the time trigger of the tracker',
  'https://www.googleapis.com/auth/userinfo.email':
    'knows who clicks, so that only people of the Team tab get at conversations',
};
