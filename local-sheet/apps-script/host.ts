import type { AddOnClick, AddOnResult, FormInputs, GmailMail } from '../add-on-contract';
import type { ExecutionResult, ScriptHost, Selection, SheetUser } from '../contract';
import { AddOnFront } from './add-on-front';
import { changeEvent, editEvent, openEvent, timeEvent, webEvent } from './events';
import type { ShownMenu } from './execution';
import { NotEmulated, ScriptError } from './failure';
import type { ProjectState } from './google-globals';
import { illegalValue } from './page-values';
import { CONSUMER_LIMITS, emptyState, type Manifest, type ScriptHostOptions } from './project';
import { type Completed, Runner, type RunRequest } from './runner';
import { textContentOf } from './services/content';
import { documentOf, pageOf } from './services/html';
import { DailyMailQuota } from './services/mail';
import { TimeTriggers } from './time-triggers';
import type { SpreadsheetTrigger } from './triggers';
import { timeZone } from './zone';

/** The Apps Script project bound to one spreadsheet. Every execution has a context of its own. */
export function createScriptHost(options: ScriptHostOptions): ScriptHost {
  return new LocalScriptHost(options);
}

class LocalScriptHost implements ScriptHost {
  readonly #project: ProjectState;
  readonly #runner: Runner;
  readonly #timeTriggers: TimeTriggers;
  readonly #addOn: AddOnFront;
  #dirty = false;

  constructor(readonly options: ScriptHostOptions) {
    // appsscript.json was written by a person or a build: what is read of it is checked where it is read.
    const manifest = options.bundle.manifest as Manifest;
    const limits = { ...CONSUMER_LIMITS, ...options.limits };
    const state = options.storage?.load() ?? emptyState();
    this.#project = {
      options,
      manifest,
      timeZone: timeZone(manifest.timeZone ?? options.timeZone).name,
      state,
      changed: () => {
        this.#dirty = true;
      },
      locks: new Map(),
      caches: new Map(),
      mailQuota: new DailyMailQuota(limits.mailRecipientsPerDay),
    };
    this.#runner = new Runner(this.#project, limits);
    this.#addOn = new AddOnFront(manifest, (request) => this.#required(request));
    this.#timeTriggers = new TimeTriggers(
      state,
      options.clock,
      limits.triggerMsPerDay,
      this.#project.changed,
    );
  }

  open(user: SheetUser): readonly ShownMenu[] {
    const simple = this.#run({
      kind: 'simple-open',
      functionName: 'onOpen',
      activeUser: user,
      effectiveUser: user,
      selection: null,
      event: openEvent(null),
    });
    const installed = this.#installed('ON_OPEN').map((trigger) =>
      this.#required({
        kind: 'installed-event',
        functionName: trigger.handlerFunction,
        activeUser: user,
        effectiveUser: trigger.owner,
        selection: null,
        event: openEvent(trigger.uniqueId),
      }),
    );
    return [...(simple === null ? [] : [simple]), ...installed].flatMap(({ screen }) => screen.menus);
  }

  runMenuItem(user: SheetUser, functionName: string, selection: Selection): ExecutionResult {
    const asked = { kind: 'menu', functionName, activeUser: user, effectiveUser: user, selection } as const;
    return this.#required(asked).result;
  }

  runFromPage(
    user: SheetUser,
    functionName: string,
    args: readonly unknown[],
    selection: Selection,
  ): ExecutionResult {
    // "Functions whose names end with an underscore … are private", and only top-level functions count
    // (developers.google.com/apps-script/guides/html/communication#private_functions).
    if (functionName.endsWith('_') || functionName.includes('.')) throw notCallable(functionName);
    for (const [index, arg] of args.entries()) {
      const found = illegalValue(arg, String(index));
      if (found !== null) throw refused(`Failed due to illegal value in property: ${found}`, functionName);
    }
    const done = this.#run({
      kind: 'page',
      functionName,
      activeUser: user,
      effectiveUser: user,
      selection,
      args,
    });
    if (done === null) throw notCallable(functionName);
    const found = illegalValue(done.raw, 'returned');
    if (found !== null) {
      throw refused(
        `${functionName} returned what google.script.run cannot carry, at ${found}`,
        functionName,
      );
    }
    return done.result;
  }

  edited(
    user: SheetUser,
    cell: Selection,
    change: { readonly oldValue: string | null; readonly value: string | null },
  ): ExecutionResult | null {
    const simple = this.#run({
      kind: 'simple-edit',
      functionName: 'onEdit',
      activeUser: user,
      effectiveUser: user,
      selection: cell,
      event: editEvent(cell, change, null),
    });
    const events = [
      ...this.#installed('ON_EDIT').map((to) => ({ to, event: editEvent(cell, change, to.uniqueId) })),
      ...this.#installed('ON_CHANGE').map((to) => ({ to, event: changeEvent(to.uniqueId) })),
    ];
    const installed = events.map(({ to, event }) =>
      this.#required({
        kind: 'installed-event',
        functionName: to.handlerFunction,
        activeUser: user,
        effectiveUser: to.owner,
        selection: cell,
        event,
      }),
    );
    const results = [...(simple === null ? [] : [simple]), ...installed].map(({ result }) => result);
    return results.length === 0 ? null : joined(results);
  }

  runDueTriggers(): readonly ExecutionResult[] {
    try {
      return this.#timeTriggers.runDue((trigger, firedAt) =>
        this.#required({
          kind: 'time-trigger',
          functionName: trigger.handlerFunction,
          activeUser: trigger.owner,
          effectiveUser: trigger.owner,
          selection: null,
          event: timeEvent(trigger, firedAt, timeZone('UTC')),
        }),
      );
    } finally {
      this.#save();
    }
  }

  run(functionName: string, ...args: readonly unknown[]): ExecutionResult {
    const { owner } = this.options;
    return this.#required({
      kind: 'editor',
      functionName,
      activeUser: owner,
      effectiveUser: owner,
      selection: null,
      args,
    }).result;
  }

  get(parameters: Readonly<Record<string, string>>): { readonly mimeType: string; readonly content: string } {
    const executeAs = this.#project.manifest.webapp?.executeAs;
    if (executeAs !== 'USER_DEPLOYING') {
      const found = executeAs === undefined ? 'no webapp.executeAs' : `webapp.executeAs ${executeAs}`;
      throw new NotEmulated(
        `a web app with ${found}: only USER_DEPLOYING is, as the visitor has no account here`,
      );
    }
    const { raw } = this.#required({
      kind: 'web-app',
      functionName: 'doGet',
      activeUser: null,
      effectiveUser: this.options.owner,
      selection: null,
      event: webEvent(parameters),
    });
    const page = pageOf(raw);
    if (page !== null) return { mimeType: 'text/html', content: documentOf(page) };
    const text = textContentOf(raw);
    if (text !== null) return { mimeType: text.mimeType, content: text.content };
    throw refused('The script completed but did not return anything that a web app can show.', 'doGet');
  }

  runAddOnTrigger(user: SheetUser, trigger: 'gmail' | 'home', mail: GmailMail | null): AddOnResult {
    return this.#addOn.trigger(user, trigger, mail);
  }

  runAddOnAction(
    user: SheetUser,
    click: AddOnClick,
    mail: GmailMail | null,
    inputs: FormInputs,
  ): AddOnResult {
    return this.#addOn.click(user, click, mail, inputs);
  }

  #installed(event: SpreadsheetTrigger['event']): SpreadsheetTrigger[] {
    return this.#project.state.triggers.filter(
      (trigger): trigger is SpreadsheetTrigger => trigger.kind === 'spreadsheet' && trigger.event === event,
    );
  }

  #required(request: RunRequest): Completed {
    const done = this.#run(request);
    if (done !== null) return done;
    throw refused(`Script function not found: ${request.functionName}`, request.functionName);
  }

  /** What a script stored stays stored even if it fails afterwards, as with Google. */
  #run(request: RunRequest): Completed | null {
    try {
      return this.#runner.run(request);
    } finally {
      this.#save();
    }
  }

  #save(): void {
    if (!this.#dirty) return;
    this.#dirty = false;
    this.options.storage?.save(this.#project.state);
  }
}

function joined(results: readonly ExecutionResult[]): ExecutionResult {
  const [first, ...rest] = results;
  if (first === undefined) throw new Error('Nothing ran.');
  return rest.reduce(
    (all, next) => ({
      returned: all.returned,
      sidebar: next.sidebar ?? all.sidebar,
      dialog: next.dialog ?? all.dialog,
      alerts: [...all.alerts, ...next.alerts],
      toasts: [...all.toasts, ...next.toasts],
      log: [...all.log, ...next.log],
      serviceCalls: all.serviceCalls + next.serviceCalls,
    }),
    first,
  );
}

function notCallable(functionName: string): ScriptError {
  return refused(`google.script.run.${functionName} is not a function`, functionName);
}

function refused(message: string, functionName: string): ScriptError {
  return new ScriptError(message, functionName, '', []);
}
