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
  'https://www.googleapis.com/auth/gmail.addons.execute':
    'shows the add-on in Gmail, beside the mail that is open',
  'https://www.googleapis.com/auth/gmail.addons.current.message.metadata':
    'reads sender, recipients, subject and ids of the open mail, by which its ticket is found',
  'https://www.googleapis.com/auth/gmail.addons.current.message.action':
    'reads the open mail after a click on "Make it a ticket", to put it into a draft to the support address',
  'https://www.googleapis.com/auth/gmail.addons.current.action.compose':
    'makes drafts beside the open mail, which the person sends or throws away; the script sends nothing itself',
};
