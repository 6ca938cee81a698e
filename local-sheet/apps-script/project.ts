import type { LocalClock, SheetsService, SheetUser } from '../contract';
import type { StoredTrigger } from './triggers';

/** What `clasp push` uploads: one script file, the pages, and appsscript.json. */
export interface ScriptBundle {
  readonly code: string;
  /** By file name with or without `.html`, as HtmlService accepts both. */
  readonly htmlFiles: Readonly<Record<string, string>>;
  readonly manifest: object;
}

/** The part of appsscript.json that changes what a script may do. */
export interface Manifest {
  readonly timeZone?: string;
  readonly dependencies?: {
    readonly enabledAdvancedServices?: readonly {
      readonly userSymbol: string;
      readonly serviceId: string;
      readonly version: string;
    }[];
  };
  readonly oauthScopes?: readonly string[];
  readonly webapp?: { readonly access?: string; readonly executeAs?: string };
  readonly addOns?: {
    readonly common?: {
      readonly name?: string;
      readonly logoUrl?: string;
      readonly homepageTrigger?: HomepageTrigger;
      readonly openLinkUrlPrefixes?: readonly string[];
      readonly useLocaleFromApp?: boolean;
    };
    readonly gmail?: {
      readonly homepageTrigger?: HomepageTrigger;
      readonly contextualTriggers?: readonly {
        readonly unconditional?: object;
        readonly onTriggerFunction?: string;
      }[];
    };
  };
}

interface HomepageTrigger {
  readonly runFunction?: string;
  readonly enabled?: boolean;
}

/** What outlives one execution and one run of this program. */
export interface ScriptState {
  readonly properties: {
    readonly script: Record<string, string>;
    readonly document: Record<string, string>;
    /** By e-mail address: every account has a store of its own. */
    readonly user: Record<string, Record<string, string>>;
  };
  triggers: StoredTrigger[];
  /** Counts the triggers ever created, so that no id comes twice. */
  triggersCreated: number;
}

export interface ScriptStorage {
  /** null before anything was saved. */
  load(): ScriptState | null;
  save(state: ScriptState): void;
}

/** A mail that the script handed to MailApp. */
export interface ScriptMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: string | null;
  readonly name: string | null;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string | null;
}

export interface ServiceCall {
  /** `SpreadsheetApp.getActiveSpreadsheet`, `Range.getValues`, `Sheets.Spreadsheets.get` … */
  readonly name: string;
  readonly executionId: string;
  readonly functionName: string;
}

/**
 * Google's published limits (developers.google.com/apps-script/guides/services/quotas, consumer accounts),
 * measured on the virtual clock.
 */
export interface ScriptLimits {
  readonly simpleTriggerMs: number;
  readonly executionMs: number;
  readonly addOnMs: number;
  /** How much virtual time one call that leaves the script takes. Google publishes no figure. */
  readonly serviceCallMs: number;
  /** Real time after which a script that never comes back is stopped. */
  readonly realTimeoutMs: number;
  readonly mailRecipientsPerDay: number;
  readonly triggersPerUser: number;
  readonly triggerMsPerDay: number;
}

export const CONSUMER_LIMITS: ScriptLimits = {
  simpleTriggerMs: 30_000,
  executionMs: 6 * 60_000,
  addOnMs: 30_000,
  serviceCallMs: 5,
  realTimeoutMs: 60_000,
  mailRecipientsPerDay: 100,
  triggersPerUser: 20,
  triggerMsPerDay: 90 * 60_000,
};

/** What a script asks a person in a box: Ui.alert with a choice of buttons, Ui.prompt. */
export interface Question {
  readonly kind: 'alert' | 'prompt';
  readonly title: string | null;
  readonly text: string;
  /** `OK`, `OK_CANCEL`, `YES_NO`, `YES_NO_CANCEL` */
  readonly buttons: string;
}

export interface Answer {
  readonly button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
  readonly text?: string;
}

export interface ScriptHostOptions {
  readonly bundle: ScriptBundle;
  readonly service: SheetsService;
  readonly spreadsheetId: string;
  readonly clock: LocalClock;
  /** Who wrote the script and owns the spreadsheet. Time triggers and the web app run as this account. */
  readonly owner: SheetUser;
  /** The script's zone where the manifest names none. */
  readonly timeZone: string;
  readonly storage?: ScriptStorage;
  /** Where MailApp.sendEmail ends. Without it, sending throws NotEmulated. */
  readonly mail?: (mail: ScriptMail) => void;
  /** What ScriptApp.getService().getUrl() gives. Without it, the project is not deployed: null. */
  readonly webAppUrl?: string;
  /** Answers questions that have more than one answer. Without it, asking one throws NotEmulated. */
  readonly answer?: (question: Question) => Answer;
  readonly limits?: Partial<ScriptLimits>;
  /**
   * Runs before each call of a service. A test starts a second execution here, which then overlaps the
   * first one at exactly this point.
   */
  readonly onServiceCall?: (call: ServiceCall) => void;
}

export function emptyState(): ScriptState {
  return { properties: { script: {}, document: {}, user: {} }, triggers: [], triggersCreated: 0 };
}
