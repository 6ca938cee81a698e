import type { GmailDraft } from '../add-on-contract';
import type { LocalClock, Selection, SheetUser, ShownHtml } from '../contract';
import { ApiCallException, ExecutionStopped, NotEmulated, ServiceException } from './failure';
import type { ScriptLimits, ServiceCall } from './project';
import type { Realm } from './realm';
import type { OpenInGmail } from './services/card-service/gmail-scopes';

/**
 * How a function came to run, which decides what it may do
 * (developers.google.com/apps-script/guides/triggers, …/guides/services/authorization).
 */
export type ExecutionKind =
  | 'simple-open'
  | 'simple-edit'
  | 'installed-event'
  | 'time-trigger'
  | 'menu'
  | 'page'
  | 'editor'
  | 'web-app'
  /** Beside a mail in Gmail, or on the add-on's home page: no spreadsheet is open there. */
  | 'add-on';

interface Rights {
  /** May use services that need the user's consent. */
  readonly authorized: boolean;
  /** A person has the spreadsheet open and this execution may speak to them. */
  readonly ui: boolean;
  readonly limit: 'simpleTriggerMs' | 'executionMs' | 'addOnMs';
}

const RIGHTS: Readonly<Record<ExecutionKind, Rights>> = {
  'simple-open': { authorized: false, ui: true, limit: 'simpleTriggerMs' },
  'simple-edit': { authorized: false, ui: true, limit: 'simpleTriggerMs' },
  'installed-event': { authorized: true, ui: true, limit: 'executionMs' },
  'time-trigger': { authorized: true, ui: false, limit: 'executionMs' },
  menu: { authorized: true, ui: true, limit: 'executionMs' },
  page: { authorized: true, ui: true, limit: 'executionMs' },
  editor: { authorized: true, ui: false, limit: 'executionMs' },
  'web-app': { authorized: true, ui: false, limit: 'executionMs' },
  'add-on': { authorized: true, ui: false, limit: 'addOnMs' },
};

const SCOPE_BASE = 'https://www.googleapis.com/auth/';

export interface ShownMenu {
  readonly caption: string;
  readonly items: readonly { readonly caption: string; readonly functionName: string }[];
}

/** What an execution showed, filled while it runs. */
export interface Screen {
  sidebar: ShownHtml | null;
  dialog: ShownHtml | null;
  readonly alerts: string[];
  readonly toasts: string[];
  readonly menus: ShownMenu[];
}

export interface ExecutionSetup {
  readonly id: string;
  readonly kind: ExecutionKind;
  readonly functionName: string;
  /** Who is at the keyboard; null for a visitor of the web app whom Google does not name. */
  readonly activeUser: SheetUser | null;
  /** Whose rights and stores the script uses. */
  readonly effectiveUser: SheetUser;
  readonly owner: SheetUser;
  readonly selection: Selection | null;
  /** null anywhere but in an add-on. */
  readonly gmail: OpenInGmail | null;
  readonly clock: LocalClock;
  readonly limits: ScriptLimits;
  /** The manifest's oauthScopes; null where Google works them out from the code. */
  readonly oauthScopes: readonly string[] | null;
  readonly onServiceCall: ((call: ServiceCall) => void) | undefined;
}

/** One run of one function: who, until when, with which rights, and what it did. */
export class Execution {
  readonly screen: Screen = { sidebar: null, dialog: null, alerts: [], toasts: [], menus: [] };
  readonly log: string[] = [];
  readonly drafts: GmailDraft[] = [];
  serviceCalls = 0;
  /** What ended the execution for good, whatever the script catches. */
  stopped: Error | null = null;
  readonly #startedAt: number;
  #virtualMs = 0;
  #realm: Realm | null = null;

  constructor(readonly setup: ExecutionSetup) {
    this.#startedAt = setup.clock.now();
  }

  attach(realm: Realm): void {
    this.#realm = realm;
  }

  get realm(): Realm {
    if (this.#realm === null) throw new Error('The execution has no vm context yet.');
    return this.#realm;
  }

  get rights(): Rights {
    return RIGHTS[this.setup.kind];
  }

  now(): number {
    return this.setup.clock.now() + this.#virtualMs;
  }

  elapsedMs(): number {
    return this.now() - this.#startedAt;
  }

  /** Lets virtual time pass: Utilities.sleep, a wait for a lock, a call over the network. */
  spend(ms: number): void {
    this.#virtualMs += ms;
    const allowed = this.setup.limits[this.rights.limit];
    if (this.elapsedMs() > allowed) throw new ExecutionStopped('Exceeded maximum execution time');
  }

  /** Called at the start of every call of a service. */
  enter(name: string, remote: boolean): void {
    if (this.stopped !== null) throw this.stopped;
    const { id, functionName, limits, onServiceCall } = this.setup;
    onServiceCall?.({ name, executionId: id, functionName });
    if (remote) {
      this.serviceCalls += 1;
      this.spend(limits.serviceCallMs);
    } else {
      this.spend(0);
    }
  }

  /**
   * @param scopes any one of them is enough
   * @throws ServiceException in a simple trigger, which runs without anybody's consent, and where the manifest
   * asks for less than the call needs
   */
  requireAuthorization(name: string, scopes: readonly string[]): void {
    if (!this.rights.authorized) {
      throw new ServiceException(`You do not have permission to call ${name}. ${required(scopes)}`);
    }
    this.requireScope(name, scopes);
  }

  /** "If your script … specifies scopes, it has only those": developers.google.com/apps-script/concepts/scopes */
  requireScope(name: string, scopes: readonly string[]): void {
    const { oauthScopes } = this.setup;
    if (oauthScopes === null || scopes.some((scope) => oauthScopes.includes(SCOPE_BASE + scope))) return;
    throw new ServiceException(
      `Specified permissions are not sufficient to call ${name}. ${required(scopes)}`,
    );
  }

  /** Turns a failure of this program into what the script may catch, and remembers what it may not. */
  asScriptError(failure: unknown, during: string): unknown {
    if (failure instanceof ApiCallException) {
      return this.realm.error(failure.name, failure.message, { details: failure.details });
    }
    if (failure instanceof ServiceException) return this.realm.error(failure.name, failure.message);
    // The script's own error, passing through a service that called back into the script.
    if (this.realm.isScriptError(failure)) return failure;
    const error = failure instanceof Error ? failure : new Error(String(failure));
    this.stopped ??= error;
    const known = error instanceof NotEmulated || error instanceof ExecutionStopped;
    return this.realm.error(error.name, known ? error.message : `${error.message} (in ${during})`);
  }
}

function required(scopes: readonly string[]): string {
  const urls = scopes.map((scope) => SCOPE_BASE + scope).join(' || ');
  return `Required permissions: ${scopes.length > 1 ? `(${urls})` : urls}`;
}
