import { types } from 'node:util';

/**
 * The border between this program and a script's vm context. Both have an Array, an Object, a Date of their
 * own, and `instanceof` tells them apart; so whatever goes in is rebuilt with the script's constructors, and
 * whatever comes out with ours. Service objects pass as they are.
 */
export interface RealmGlobals {
  Array: ArrayConstructor;
  Object: ObjectConstructor;
  Date: DateConstructor;
  Error: ErrorConstructor;
  Intl: typeof Intl;
  [name: string]: unknown;
}

const serviceObjects = new WeakSet<object>();

export function markServiceObject(object: object): void {
  serviceObjects.add(object);
}

export function isServiceObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && serviceObjects.has(value);
}

export class Realm {
  readonly #array: ArrayConstructor;
  readonly #object: ObjectConstructor;
  readonly #date: DateConstructor;
  readonly #error: ErrorConstructor;
  readonly #arrayPrototype: unknown;
  readonly #objectPrototype: unknown;

  constructor(globals: RealmGlobals) {
    this.#array = globals.Array;
    this.#object = globals.Object;
    this.#date = globals.Date;
    this.#error = globals.Error;
    this.#arrayPrototype = globals.Array.prototype;
    this.#objectPrototype = globals.Object.prototype;
  }

  toScript(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const prototype: unknown = Object.getPrototypeOf(value);
    // Already the script's own, such as what a service was handed and gives back.
    if (prototype === this.#objectPrototype || prototype === this.#arrayPrototype) return value;
    if (serviceObjects.has(value)) return value;
    if (Array.isArray(value)) {
      const copy = new this.#array<unknown>();
      // Most cells are plain values: a whole tab is a million of them.
      for (const item of value as unknown[]) copy.push(typeof item === 'object' ? this.toScript(item) : item);
      return copy;
    }
    if (types.isDate(value)) return new this.#date(value.getTime());
    // A script's own class instances come back as they went out.
    if (!isPlain(value)) return value;
    const copy = new this.#object() as Record<string, unknown>;
    const source = value as Record<string, unknown>;
    for (const key of Object.keys(source)) {
      const item = source[key];
      if (item !== undefined) copy[key] = this.toScript(item);
    }
    return copy;
  }

  toHost(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    // The common cases first: a large batch of rows is a million small objects.
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === this.#objectPrototype) return this.#record(value as Record<string, unknown>);
    if (Array.isArray(value)) {
      const copy: unknown[] = [];
      for (const item of value as unknown[]) copy.push(typeof item === 'object' ? this.toHost(item) : item);
      return copy;
    }
    if (serviceObjects.has(value)) return value;
    if (types.isDate(value)) return new Date(value.getTime());
    return isPlain(value) ? this.#record(value as Record<string, unknown>) : value;
  }

  #record(source: Record<string, unknown>): Record<string, unknown> {
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(source)) {
      const item = source[key];
      copy[key] = typeof item === 'object' ? this.toHost(item) : item;
    }
    return copy;
  }

  isScriptError(value: unknown): boolean {
    return value instanceof this.#error;
  }

  error(name: string, message: string, extra: Readonly<Record<string, unknown>> = {}): Error {
    const error = new this.#error(message);
    // Not enumerable, as `name` is on every built-in error.
    Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
    for (const [key, item] of Object.entries(extra)) Object.assign(error, { [key]: this.toScript(item) });
    return error;
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null);
}
