import { types } from 'node:util';
import vm from 'node:vm';
import { ScriptError } from './failure';
import { Realm, type RealmGlobals } from './realm';
import { installVirtualDate } from './virtual-date';
import type { TimeZone } from './zone';

/** The one line that enters a context: vm's time limit and the end of all microtasks hold for it. */
const ENTER = Symbol.for('local-sheet.enter');
const enter = new vm.Script("globalThis[Symbol.for('local-sheet.enter')]()", { filename: 'enter' });

/** A function of the context itself: V8 queues a reaction where its handler comes from, and only there it runs. */
const watch = new vm.Script(
  '(function (promise, outcome) {' +
    ' promise.then(function (value) { outcome.value = value; }, function (reason) { outcome.reason = reason; }); })',
  { filename: 'watch' },
);

interface Outcome {
  value?: unknown;
  reason?: unknown;
}

/**
 * A fresh global scope with the ECMAScript library and nothing of Node: Apps Script's V8 runtime has no
 * timers, URL, fetch, TextEncoder or Buffer either (developers.google.com/apps-script/guides/v8-runtime).
 * It keeps honest programs honest; it is no wall against hostile code (nodejs.org/api/vm.html).
 */
export class Sandbox {
  readonly globals: RealmGlobals;
  readonly realm: Realm;
  readonly #context: vm.Context;
  readonly #timeoutMs: number;
  readonly #watch: (promise: Promise<unknown>, outcome: Outcome) => void;
  #ownNames: ReadonlySet<string> = new Set();

  constructor(now: () => number, zone: TimeZone, timeoutMs: number) {
    // A plain global object, where Node offers it (20.18), is much faster to look names up in.
    const plainGlobal: unknown = (vm.constants as { DONT_CONTEXTIFY?: unknown }).DONT_CONTEXTIFY;
    this.#context = vm.createContext((plainGlobal ?? {}) as object, { microtaskMode: 'afterEvaluate' });
    this.#timeoutMs = timeoutMs;
    this.globals = vm.runInContext('globalThis', this.#context) as RealmGlobals;
    this.#watch = watch.runInContext(this.#context) as (promise: Promise<unknown>, outcome: Outcome) => void;
    // V8's own console prints nowhere; Google's takes its place.
    delete this.globals.console;
    installVirtualDate(this.globals, now, zone);
    this.realm = new Realm(this.globals);
  }

  define(name: string, value: unknown): void {
    Object.defineProperty(this.globals, name, {
      value,
      configurable: true,
      writable: true,
      enumerable: false,
    });
  }

  load(code: vm.Script): void {
    this.#ownNames = new Set(Object.getOwnPropertyNames(this.globals));
    this.#guarded(() => code.runInContext(this.#context, { timeout: this.#timeoutMs }));
  }

  /**
   * A function of the script by its name, or by a path such as `menu.open` ("object methods" of
   * developers.google.com/apps-script/guides/v8-runtime). Never a built-in.
   */
  find(path: string): ((...args: unknown[]) => unknown) | null {
    const [head = '', ...rest] = path.split('.');
    if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(head) || this.#ownNames.has(head)) return null;
    // `constructor` and its like, which every object inherits.
    if (!Object.hasOwn(this.globals, head) && head in this.globals) return null;
    // Not a property of the global object when it was declared with const, let or class.
    let value: unknown = vm.runInContext(
      `typeof ${head} === 'undefined' ? undefined : ${head}`,
      this.#context,
    );
    for (const name of rest)
      value = isIndexable(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    return typeof value === 'function' ? (value as (...args: unknown[]) => unknown) : null;
  }

  /**
   * Calls into the script and lets all its microtasks run; a returned promise is unwrapped.
   *
   * The time limit holds for microtasks too, but in a process that uses async_hooks or AsyncLocalStorage Node 20
   * aborts when it has to stop an async function in the middle ("async hook stack has become corrupted").
   */
  call(action: () => unknown): unknown {
    let answer: unknown;
    const outcome: Outcome = new this.globals.Object();
    Object.defineProperty(this.globals, ENTER, {
      configurable: true,
      value: () => {
        Reflect.deleteProperty(this.globals, ENTER);
        answer = action();
        if (types.isPromise(answer)) this.#watch(answer, outcome);
      },
    });
    this.#guarded(() => enter.runInContext(this.#context, { timeout: this.#timeoutMs }));
    return types.isPromise(answer) ? settled(outcome) : answer;
  }

  #guarded(run: () => void): void {
    try {
      run();
    } catch (error) {
      if (isIndexable(error) && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
        throw new ScriptError(
          `Exceeded maximum execution time: the script computed for ${this.#timeoutMs} ms without an end.`,
          '',
          '',
          [],
        );
      }
      throw error;
    }
  }
}

function settled(outcome: Outcome): unknown {
  if ('reason' in outcome) throw outcome.reason;
  if ('value' in outcome) return outcome.value;
  // The runtime has no timers and no I/O that comes back later, so nothing is left that could.
  throw new Error('The function returned a promise that nothing can settle.');
}

function isIndexable(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
