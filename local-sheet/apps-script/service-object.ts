import type { Execution } from './execution';
import { NotEmulated } from './failure';
import { markServiceObject } from './realm';

type Method = (...args: never[]) => unknown;

/** What a service object offers: methods, enum values, and other service objects. */
export type Members = Readonly<Record<string, Method | string | number | boolean | null | object>>;

const remoteMethods = new WeakSet<Method>();

/**
 * Marks a method that leaves the script for one of Google's servers and so counts as a service call: reads
 * and writes of the document, the API, properties, cache, locks, triggers, mail, and what shows on screen.
 * Not marked are steps on the way (getRange, getActiveSpreadsheet, builders, Utilities, Logger), which
 * Apps Script answers from memory or joins to the next real call
 * (developers.google.com/apps-script/guides/support/best-practices, "Minimize calls to other services").
 */
export function remote<M extends Method>(method: M): M {
  remoteMethods.add(method);
  return method;
}

/**
 * An object of Google's inside a script's context. Whatever is not in `members` throws NotEmulated as soon as
 * the script reads it, be it in Google's documentation or misspelt.
 */
export function serviceObject<M extends Members>(run: Execution, name: string, members: M): M {
  const bound = new Map<string, unknown>();
  const refuse = (key: string | symbol): never => {
    throw run.asScriptError(new NotEmulated(`${name}.${String(key)}`), name);
  };
  const proxy = new Proxy(Object.create(null) as M, {
    get(_target, key) {
      // Asked by await, JSON.stringify and the language itself, not by the script's author.
      if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined;
      const ready = bound.get(key);
      if (ready !== undefined) return ready;
      if (!Object.hasOwn(members, key)) return key === 'toString' ? () => name : refuse(key);
      const member = members[key];
      if (typeof member !== 'function') return member;
      const callable = bind(run, `${name}.${key}`, member as Method);
      bound.set(key, callable);
      return callable;
    },
    has: (_target, key) => Object.hasOwn(members, key),
    ownKeys: () => Object.keys(members),
    set: (_target, key) => refuse(key),
    deleteProperty: (_target, key) => refuse(key),
    defineProperty: (_target, key) => refuse(key),
  });
  markServiceObject(proxy);
  return proxy;
}

function bind(run: Execution, name: string, method: Method): (...args: unknown[]) => unknown {
  const isRemote = remoteMethods.has(method);
  return (...args) => {
    try {
      run.enter(name, isRemote);
      const answer = (method as (...values: unknown[]) => unknown)(
        ...args.map((arg) => run.realm.toHost(arg)),
      );
      return run.realm.toScript(answer);
    } catch (failure) {
      throw run.asScriptError(failure, name);
    }
  };
}

/** A service of Google's of which nothing is emulated: it is there, and any use of it throws. */
export function unavailable(run: Execution, name: string): object {
  return serviceObject(run, name, {});
}

/** Google's enums compare by identity and print as their name. */
export function enumeration<K extends string>(
  run: Execution,
  name: string,
  keys: readonly K[],
): Record<K, object> {
  const values = keys.map((key) => [
    key,
    serviceObject(run, name, { toString: () => key, name: () => key, ordinal: () => keys.indexOf(key) }),
  ]);
  return serviceObject(run, name, Object.fromEntries(values) as Record<K, object>);
}
