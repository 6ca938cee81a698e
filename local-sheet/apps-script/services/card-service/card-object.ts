import type { CardJson } from '../../../add-on-contract';
import type { Execution } from '../../execution';
import { ServiceException } from '../../failure';
import { enumeration, type Members, serviceObject } from '../../service-object';
import { refuseArguments } from '../arguments';

/** Behind an object of CardService: its class, and what it becomes when the card is built. */
interface Part {
  readonly kind: string;
  readonly json: () => CardJson;
}

const parts = new WeakMap<object, Part>();

export type Setter = (...args: readonly unknown[]) => void;
export type Setters = Readonly<Record<string, Setter>>;

/** Every setter of CardService gives its own object back, "for chaining". */
export function cardObject(
  run: Execution,
  kind: string,
  setters: Setters,
  json: () => CardJson,
  more: Members = {},
): object {
  const chained = Object.fromEntries(
    Object.entries(setters).map(([name, set]) => [
      name,
      (...args: readonly unknown[]) => {
        set(...args);
        return self;
      },
    ]),
  );
  const self: object = serviceObject(run, kind, { ...chained, ...more });
  parts.set(self, { kind, json });
  return self;
}

/** What a builder gives: it says its JSON and can no longer be changed. */
export function builtObject(run: Execution, kind: string, json: CardJson): object {
  return cardObject(
    run,
    kind,
    {},
    () => json,
    // "Prints the JSON representation of this object. This is for debugging only."
    { printJson: () => JSON.stringify(json) },
  );
}

/** The object as it is when it is asked: a part may be filled in after it was added. */
export function partOf(value: unknown, kinds: readonly string[], method: string): () => CardJson {
  const part = typeof value === 'object' && value !== null ? parts.get(value) : undefined;
  return part !== undefined && kinds.includes(part.kind) ? part.json : refuseArguments(method, [value]);
}

export function kindOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null ? (parts.get(value)?.kind ?? null) : null;
}

/** The reference marks it "Required". In which words Google says so is not verified. */
export function required<T>(value: T | null, kind: string, field: string): T {
  if (value === null || value === '') throw new ServiceException(`${kind}: ${field} is required.`);
  return value;
}

export function atMost(count: number, limit: number, what: string): void {
  if (count > limit) throw new ServiceException(`Limit exceeded: ${what} (at most ${limit}).`);
}

export function flag(value: unknown, method: string): boolean {
  return typeof value === 'boolean' ? value : refuseArguments(method, [value]);
}

/** An enum of CardService, and the name of a value that the script hands back. */
export interface NamedEnum<K extends string> {
  readonly values: object;
  keyOf(value: unknown, method: string): K;
}

export function namedEnum<K extends string>(run: Execution, name: string, keys: readonly K[]): NamedEnum<K> {
  const values = enumeration(run, name, keys);
  return {
    values,
    keyOf: (value, method) => keys.find((key) => values[key] === value) ?? refuseArguments(method, [value]),
  };
}
