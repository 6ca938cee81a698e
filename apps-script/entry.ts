/**
 * Every function that Google may call, and nothing else: the build makes one global function of each export.
 *
 * What appsscript.json asks people to allow, and why no less would do:
 * - `spreadsheets`: the advanced Sheets service has no narrower scope; `spreadsheets.currentonly` covers
 *   SpreadsheetApp only, which parses texts (a subject that begins with "=" would become a formula) and writes
 *   one range at a time.
 * - `script.container.ui`: menu, sidebar, dialogs and boxes.
 * - `script.scriptapp`: the time trigger that setUp installs.
 * - `userinfo.email`: who wrote a note, who queued an answer.
 * For the add-on in Gmail, all of them good for the one mail that is open, and for nothing when none is:
 * - `gmail.addons.execute`: being an add-on at all.
 * - `gmail.addons.current.message.metadata`: sender, recipients, subject and ids, by which the mail's ticket is found.
 *   `…message.readonly` would hand over the text of every mail that somebody only looks at.
 * - `gmail.addons.current.message.action`: text and files of the mail, and only when somebody presses a button; read for
 *   "Make it a ticket", which forwards them.
 * - `gmail.addons.current.action.compose`: drafts, which the person reads and sends or throws away. Google lets it send
 *   as well; no line of this program does.
 * Not asked for is `script.locale`: Session tells the reader's language without it. Nothing about other mails, Drive or
 * the outside world: the script itself sends nothing to anybody.
 *
 * And what it offers to strangers, once a firm publishes it (`webapp`): one page on which a participant ends the
 * reminders, without an account, which is why it runs with the rights of whoever published it. That page could call every
 * function of this file. So the doors of sidebar and dialogs open only to people who have the spreadsheet open, nobody
 * whom Google does not name has a role, and the tick runs for its clock and for people whom Google names.
 */

import type { Language } from '../core/language';
import type { DeskRight } from '../core/team/roles';
import { trackerWords } from '../sheet-templates/words/sidebar';
import { words } from '../sheet-templates/words/words';
import { notice } from './add-on/card';
import { type AnswerToClick, drawCard, opensDraft, pushed, updated } from './add-on/draw';
import { answerGmail, draftRefused, gmailOf, requestOf } from './add-on/front';
import { gmailMailbox } from './add-on/gmail';
import { complaintAbout } from './check-cell';
import { deskRights } from './desk-rights';
import { answerDialog } from './dialog/answer';
import { openDialog } from './dialog/open';
import type { DoorAnswer } from './door/contract';
import { firmLanguage } from './firm-language';
import { boundSpreadsheet, editedCell, google, googleInGmail, webPage } from './google';
import { tidyCell } from './on-edit';
import { showMenu } from './on-open';
import type { PortalAnswer } from './portal/contract';
import { answerPortal, portalPage } from './portal/stop-page';
import { aboutReport, refreshReport } from './reports';
import { setUpReport, setUpWorkbook } from './set-up';
import { answerSidebar } from './sidebar/answer';
import type { Answer } from './sidebar/contract';
import { runTick } from './tick/tick';
import { mayTick } from './tick/who-started';

/** Simple trigger: somebody opened the spreadsheet. */
export function onOpen(): void {
  showMenu(boundSpreadsheet, google.screen, whoOpened());
}

/** Seconds. */
const LONG_ENOUGH_TO_READ = 20;

/** Simple trigger: somebody edited by hand. What it cannot do, the tick does; it never disturbs the person. */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  try {
    const cell = editedCell(event);
    if (!cell) return;
    tidyCell(cell, boundSpreadsheet);
    const complaint = complaintAbout(cell, boundSpreadsheet);
    if (complaint) google.screen.toast(complaint.text, complaint.title, LONG_ENOUGH_TO_READ);
  } catch (error) {
    console.warn(`onEdit left a cell to the tick: ${String(error)}`);
  }
}

/** Time trigger, installed by setUp. */
export function tick(event?: unknown): void {
  if (mayTick(google, event)) runTick(google);
}

/** Menu. */
export function setUp(): void {
  const language = firmLanguage(boundSpreadsheet);
  if (!mayNow('set-up', language)) {
    google.screen.alert('Rowdesk', trackerWords(language).command.onlyAdmins);
    return;
  }
  const { title, text } = setUpReport(setUpWorkbook(google), language);
  google.screen.alert(title, text);
}

/** Menu. */
export function refreshNow(): void {
  const language = firmLanguage(boundSpreadsheet);
  const { command } = trackerWords(language);
  const said = mayNow('refresh', language) ? refreshReport(() => runTick(google), command) : command.onlyTeam;
  google.screen.toast(said, 'Rowdesk');
}

/** Menu. */
export function openConversation(): void {
  google.screen.sidebar('Sidebar', trackerWords(firmLanguage(boundSpreadsheet)).page.title);
}

/** Menu. */
export function openForecast(): void {
  openDialog(google.screen, 'forecast', firmLanguage(boundSpreadsheet));
}

/** Menu. */
export function openPreview(): void {
  openDialog(google.screen, 'preview', firmLanguage(boundSpreadsheet));
}

/** Menu. */
export function openImport(): void {
  openDialog(google.screen, 'import', firmLanguage(boundSpreadsheet));
}

/** Menu. */
export function about(): void {
  const language = firmLanguage(boundSpreadsheet);
  google.screen.alert(words(language).menu.about, aboutReport(google, language));
}

/** The one function that the sidebar calls. */
export function sidebarCall(request: unknown): Answer<unknown> {
  return google.screen.isOpen() ? answerSidebar(google, request) : NOBODY_HERE;
}

/** The one function that the dialogs call. */
export function dialogCall(request: unknown): DoorAnswer<unknown> {
  return google.screen.isOpen() ? answerDialog(google, request) : NOBODY_HERE;
}

/** The add-on's home page in Gmail. */
export function addOnHome(event: unknown): GoogleAppsScript.Card_Service.Card[] {
  return addOnCards(event, 'home');
}

/** Somebody opened a mail in Gmail. */
export function addOnMail(event: unknown): GoogleAppsScript.Card_Service.Card[] {
  return addOnCards(event, 'mail');
}

/** The one function that the add-on's cards call. */
export function addOnCall(event: unknown): AnswerToClick {
  const mailbox = gmailMailbox(gmailOf(event));
  const shown = answerGmail(googleInGmail, google, mailbox, requestOf(event));
  switch (shown.kind) {
    case 'card':
      return shown.how === 'push' ? pushed(shown.card) : updated(shown.card, null);
    case 'changed':
      return updated(shown.card, shown.said);
    case 'draft':
      try {
        return opensDraft(mailbox.draft(shown.draft));
      } catch (error) {
        return pushed(notice(draftRefused(error, google)));
      }
  }
}

function addOnCards(event: unknown, action: 'home' | 'mail'): GoogleAppsScript.Card_Service.Card[] {
  const shown = answerGmail(googleInGmail, google, gmailMailbox(gmailOf(event)), { action });
  // Both only ever show a card.
  return shown.kind === 'card' ? [drawCard(shown.card)] : [];
}

const NOBODY_HERE = { ok: false, language: null, refusal: 'not-on-team', detail: '' } as const;

/** The published page. */
export function doGet(event: GoogleAppsScript.Events.DoGet): GoogleAppsScript.HTML.HtmlOutput {
  return webPage(portalPage(google, event.parameter));
}

/** The one function that the published page calls. */
export function portalCall(request: unknown): PortalAnswer {
  return answerPortal(google, request);
}

function mayNow(right: DeskRight, language: Language): boolean {
  return deskRights(boundSpreadsheet, google.userEmail(), language)(right);
}

/** Google may refuse to tell a simple trigger. */
function whoOpened(): string {
  try {
    return google.userEmail();
  } catch {
    return '';
  }
}
