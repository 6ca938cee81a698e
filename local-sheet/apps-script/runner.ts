import vm from 'node:vm';
import type { GmailDraft } from '../add-on-contract';
import type { ExecutionResult, Selection, SheetUser } from '../contract';
import { Execution, type ExecutionKind, type Screen } from './execution';
import { ExecutionStopped, NotEmulated, ScriptError } from './failure';
import { installGoogleGlobals, type ProjectState } from './google-globals';
import type { ScriptLimits } from './project';
import { Sandbox } from './sandbox';
import type { OpenInGmail } from './services/card-service/gmail-scopes';
import { releaseAll } from './services/lock';
import type { SpreadsheetObjects } from './services/spreadsheet-app';
import { timeZone } from './zone';

export interface RunRequest {
  readonly kind: ExecutionKind;
  readonly functionName: string;
  readonly activeUser: SheetUser | null;
  readonly effectiveUser: SheetUser;
  readonly selection: Selection | null;
  readonly gmail?: OpenInGmail;
  /** Plain data, copied into the context. */
  readonly args?: readonly unknown[];
  /** The event object, which may hold service objects. */
  readonly event?: (objects: SpreadsheetObjects, run: Execution) => Readonly<Record<string, unknown>>;
}

export interface Completed {
  /** As the script returned it, in its own realm. */
  readonly raw: unknown;
  readonly result: ExecutionResult;
  readonly screen: Screen;
  readonly drafts: readonly GmailDraft[];
  readonly elapsedMs: number;
}

let lastCompiled: { readonly code: string; readonly script: vm.Script } | null = null;

/** Compiled once, however many workbooks the project is bound to. */
function compiled(code: string): vm.Script {
  if (lastCompiled?.code !== code) {
    lastCompiled = { code, script: new vm.Script(code, { filename: 'Code.gs' }) };
  }
  return lastCompiled.script;
}

/** Runs one function of the bundle in a context of its own. */
export class Runner {
  readonly #code: vm.Script;
  #executions = 0;

  constructor(
    readonly project: ProjectState,
    readonly limits: ScriptLimits,
  ) {
    this.#code = compiled(project.options.bundle.code);
  }

  /** @returns null when the project has no such function */
  run(request: RunRequest): Completed | null {
    this.#executions += 1;
    const { options } = this.project;
    const run = new Execution({
      id: `execution-${this.#executions}`,
      kind: request.kind,
      functionName: request.functionName,
      activeUser: request.activeUser,
      effectiveUser: request.effectiveUser,
      owner: options.owner,
      selection: request.selection,
      gmail: request.gmail ?? null,
      clock: options.clock,
      limits: this.limits,
      oauthScopes: this.project.manifest.oauthScopes ?? null,
      onServiceCall: options.onServiceCall,
    });
    const sandbox = new Sandbox(() => run.now(), timeZone(this.project.timeZone), this.limits.realTimeoutMs);
    run.attach(sandbox.realm);
    const objects = installGoogleGlobals(sandbox, run, this.project);
    try {
      return this.#execute(request, run, sandbox, objects);
    } catch (failure) {
      throw scriptError(run, failure);
    } finally {
      releaseAll(this.project.locks, run.setup.id);
    }
  }

  #execute(
    request: RunRequest,
    run: Execution,
    sandbox: Sandbox,
    objects: SpreadsheetObjects,
  ): Completed | null {
    sandbox.load(this.#code);
    const entry = sandbox.find(request.functionName);
    if (entry === null) return null;
    const args: unknown[] = (request.args ?? []).map((arg) => sandbox.realm.toScript(arg));
    if (request.event) args.push(sandbox.realm.toScript(request.event(objects, run)));
    const raw = sandbox.call(() => entry.apply(undefined, args));
    if (run.stopped !== null) throw run.stopped;
    // Time that the script computed without calling any service counts as well.
    run.spend(0);
    const { screen, drafts, log, serviceCalls } = run;
    const { sidebar, dialog, alerts, toasts } = screen;
    const returned = sandbox.realm.toHost(raw);
    const result = { returned, sidebar, dialog, alerts, toasts, log, serviceCalls };
    return { raw, result, screen, drafts, elapsedMs: run.elapsedMs() };
  }
}

function scriptError(run: Execution, thrown: unknown): Error {
  // What the script may not catch goes before what it made of it.
  const failure = run.stopped ?? thrown;
  const { functionName } = run.setup;
  if (failure instanceof ScriptError) {
    return failure.functionName === ''
      ? new ScriptError(failure.message, functionName, '', run.log)
      : failure;
  }
  const known = failure instanceof NotEmulated || failure instanceof ExecutionStopped;
  if (!known && !run.realm.isScriptError(failure)) {
    // A thrown value that is no error at all, or a fault of this program, which keeps its own stack.
    return failure instanceof Error ? failure : new ScriptError(String(failure), functionName, '', run.log);
  }
  const { name, message, stack } = failure as Error;
  return new ScriptError(`${name}: ${message}`, functionName, stack ?? '', run.log);
}
