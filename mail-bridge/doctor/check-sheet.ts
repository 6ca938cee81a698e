/** The Sheet: whether it is there, may be written, is set up, and lets the bridge work. */
import { type Fault, type Finding, modeText, OTHERS, ok, problem, warning } from './finding';

export interface KeyFileFacts {
  readonly path: string;
  /** null where the system has no permission bits. */
  readonly mode: number | null;
  /** Address of the service account, for which the Sheet is shared. */
  readonly account: string | null;
  readonly fault: Fault | null;
}

/** All that Rowdesk has to ask of Google. */
const NEEDED_SCOPE = 'https://www.googleapis.com/auth/spreadsheets';

/** @param keyFile null: a Sheets server that is not Google's */
export function checkAccount(keyFile: KeyFileFacts | null, scopes: readonly string[]): Finding[] {
  const more = scopes.filter((scope) => scope !== NEEDED_SCOPE);
  const asked =
    more.length === 0
      ? ok('google.scopes', 'Google is asked for spreadsheets and for nothing else.')
      : problem(
          'google.scopes',
          `Google is asked for more than spreadsheets: ${more.join(', ')}.`,
          'Use a Rowdesk that nobody has changed.',
        );
  return keyFile === null ? [asked] : [checkKeyFile(keyFile), asked];
}

function checkKeyFile({ path, mode, account, fault }: KeyFileFacts): Finding {
  const check = 'google.key';
  if (fault !== null) return problem(check, fault.what, fault.todo);
  if (mode !== null && (mode & OTHERS) !== 0) {
    return problem(
      check,
      `Other users of this machine may read the key of the service account, ${path} (mode ${modeText(mode)}).`,
      `Run: chmod 600 ${path}`,
    );
  }
  return ok(check, `${path} is the key of ${account ?? 'a service account'}, for its owner alone.`);
}

export type SheetFacts =
  | ({ readonly kind: 'failed' } & Fault)
  | {
      readonly kind: 'read';
      readonly title: string;
      /** Why it may not be written. */
      readonly readOnly: Fault | null;
      readonly setUp: SetUpFacts;
      /** null: the tabs for it are missing. */
      readonly firm: FirmFacts | null;
    };

export type SetUpFacts =
  | {
      readonly kind: 'known';
      readonly missingTabs: readonly string[];
      readonly missingColumns: readonly { readonly tab: string; readonly columns: readonly string[] }[];
      /** What setup would do, a lack of tabs and columns included. */
      readonly toDo: number;
      /** The layout that the workbook says it has, and the one of this program. */
      readonly version: number;
      readonly ownVersion: number;
    }
  /** It was set up by a newer Rowdesk. */
  | { readonly kind: 'newer'; readonly reason: string };

export interface FirmFacts {
  readonly brake: boolean;
  readonly supportAddress: string;
  readonly configuredAddress: string;
  /** Settings whose value makes no sense, so that the default holds. */
  readonly unreadable: readonly { readonly key: string; readonly value: string }[];
  /** Active people of the Team tab who get alerts: managers and admins with an address. */
  readonly alerted: number;
  readonly answersByMail: AnswersByMail;
}

export interface AnswersByMail {
  /** Active people of the Team tab who get their tickets by mail. */
  readonly asked: number;
  /** Somebody vouches for senders: "authservId" is set. */
  readonly canBeBelieved: boolean;
}

const SET_UP = 'Run "rowdesk setup": it makes what is missing and keeps everything else.';

export function checkSheet(facts: SheetFacts): Finding[] {
  if (facts.kind === 'failed') return [problem('sheet', facts.what, facts.todo)];
  const { title, readOnly, setUp, firm } = facts;
  return [
    ok('sheet', `The Sheet "${title}" can be read.`),
    readOnly === null
      ? ok('sheet.edit', 'It can be written.')
      : problem('sheet.edit', readOnly.what, readOnly.todo),
    checkSetUp(setUp),
    ...(firm === null ? [] : checkFirm(firm)),
  ];
}

function checkSetUp(facts: SetUpFacts): Finding {
  const check = 'sheet.setup';
  if (facts.kind === 'newer') {
    return problem(
      check,
      facts.reason,
      'Update Rowdesk on this machine; it must not be older than the workbook.',
    );
  }
  const { missingTabs, missingColumns, toDo, version, ownVersion } = facts;
  if (missingTabs.length > 0) {
    return problem(check, `The Sheet lacks these tabs: ${missingTabs.join(', ')}.`, SET_UP);
  }
  if (missingColumns.length > 0) {
    const columns = missingColumns.map((lack) => `${lack.columns.join(', ')} in ${lack.tab}`).join('; ');
    return problem(check, `The Sheet lacks these columns: ${columns}.`, SET_UP);
  }
  if (version < ownVersion) {
    return problem(
      check,
      `The workbook has layout ${version}, and this Rowdesk works with ${ownVersion}.`,
      'Run "rowdesk setup": it brings the workbook up to date and keeps everything in it.',
    );
  }
  if (toDo > 0) {
    return warning(check, `The workbook is not complete: setup would make ${toDo} changes.`, SET_UP);
  }
  return ok(check, `All tabs and columns are there (layout ${version}).`);
}

function checkFirm(facts: FirmFacts): Finding[] {
  const { brake, supportAddress, configuredAddress, unreadable, alerted, answersByMail } = facts;
  return [
    brake
      ? warning(
          'firm.brake',
          'The brake is on: no automatic mail leaves, neither acknowledgements nor reminders.',
          'If that is not meant, set "brake" on the Settings tab to no.',
        )
      : ok('firm.brake', 'The brake is off.'),
    checkAddress(supportAddress, configuredAddress),
    alerted > 0
      ? ok(
          'firm.alerts',
          `Alerts go to ${alerted === 1 ? 'one person' : `${alerted} people`} of the Team tab.`,
        )
      : warning(
          'firm.alerts',
          'Nobody gets alerts: the Team tab has no active manager or admin with an address.',
          'Add one on the Team tab, or set the role of somebody there.',
        ),
    checkAnswersByMail(answersByMail),
    ...(unreadable.length === 0
      ? []
      : [
          warning(
            'firm.settings',
            `These settings make no sense, so their defaults hold: ${unreadable.map(({ key, value }) => `${key} ("${value}")`).join(', ')}.`,
            'Correct them on the Settings tab; the notes there say what is accepted.',
          ),
        ]),
  ];
}

/** Whoever is asked to press Reply must not get each answer back. */
function checkAnswersByMail({ asked, canBeBelieved }: AnswersByMail): Finding {
  const check = 'firm.answers-by-mail';
  if (asked === 0) return ok(check, 'Nobody gets their tickets by mail.');
  const people = asked === 1 ? 'One person' : `${asked} people`;
  return canBeBelieved
    ? ok(check, `${people} of the Team tab may answer tickets by mail.`)
    : problem(
        check,
        `${people} of the Team tab may answer tickets by mail, but without "authservId" no such answer is believed: each stays with the team, and no participant gets it.`,
        'Write "authservId" into the configuration, or set "mail_tickets_to" on the Settings tab to nobody.',
      );
}

function checkAddress(supportAddress: string, configured: string): Finding {
  const check = 'firm.support-address';
  if (supportAddress === '') {
    return warning(
      check,
      'The Settings tab names no "support_address", so letters cannot say where to write.',
      `Write ${configured} there.`,
    );
  }
  if (supportAddress.toLowerCase() !== configured.toLowerCase()) {
    return warning(
      check,
      `The Settings tab says that support is at ${supportAddress}, the configuration says ${configured}.`,
      'Correct the one that is wrong: participants write to the first, Rowdesk reads the second.',
    );
  }
  return ok(check, `Support is at ${supportAddress}.`);
}
