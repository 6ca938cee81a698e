/**
 * Field masks: which fields an update writes (`fields` of a request) and which an answer shows (`fields` of the
 * URL). https://developers.google.com/workspace/sheets/api/guides/field-masks
 */
import { badRequest } from '../model/area';
import { definitionOf, fieldOf } from './schema';

/** A tree of fields; a node without children stands for everything below it. */
export interface FieldMask {
  /** Every field at this level. */
  readonly all: boolean;
  readonly children: ReadonlyMap<string, FieldMask>;
}

const EVERYTHING: FieldMask = { all: true, children: new Map() };

interface Growing {
  all: boolean;
  children: Map<string, Growing>;
}

const known = new Map<string, FieldMask>();

/**
 * @param text `a.b,c(d,e),f/g` or `*`
 * @throws ApiError 400 when the mask is empty, malformed or names a field that `message` has not
 */
export function fieldMask(text: string | null | undefined, message: string): FieldMask {
  if (text === null || text === undefined || text.trim() === '') {
    throw badRequest('At least one field must be listed in "fields". (Use "*" to indicate all fields.)');
  }
  const key = `${message} ${text}`;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const mask = parse(text);
  check(mask, message, text);
  if (known.size > 500) known.clear();
  known.set(key, mask);
  return mask;
}

function parse(text: string): FieldMask {
  const root: Growing = { all: false, children: new Map() };
  let at = 0;

  const list = (parent: Growing): void => {
    for (;;) {
      path(parent);
      if (text[at] !== ',') return;
      at += 1;
    }
  };
  const path = (parent: Growing): void => {
    let node = parent;
    for (;;) {
      while (text[at] === ' ') at += 1;
      const name = /^(?:\*|[A-Za-z_]\w*)/.exec(text.slice(at))?.[0];
      if (name === undefined) throw badRequest(`Invalid field mask "${text}" at position ${at}.`);
      at += name.length;
      if (name === '*') {
        node.all = true;
        return;
      }
      const next = node.children.get(name) ?? { all: false, children: new Map<string, Growing>() };
      node.children.set(name, next);
      node = next;
      if (text[at] === '.' || text[at] === '/') {
        at += 1;
        continue;
      }
      if (text[at] === '(') {
        at += 1;
        list(node);
        if (text[at] !== ')') throw badRequest(`Invalid field mask "${text}": a ")" is missing.`);
        at += 1;
        return;
      }
      // The end of a path takes the whole field, also when another path names a part of it.
      node.all = true;
      return;
    }
  };

  list(root);
  if (at !== text.trimEnd().length) throw badRequest(`Invalid field mask "${text}" at position ${at}.`);
  return root;
}

function check(mask: FieldMask, message: string, text: string): void {
  const walk = (node: FieldMask, definition: ReturnType<typeof definitionOf>, path: string): void => {
    for (const [name, child] of node.children) {
      const field = fieldOf(definition, name);
      if (field === null) {
        throw badRequest(`Invalid field: ${path}${name} of ${message} in the field mask "${text}".`);
      }
      walk(child, field, `${path}${name}.`);
    }
  };
  walk(mask, definitionOf(message), '');
}

/** The mask of a field, or null when the mask leaves it out. */
export function within(mask: FieldMask, name: string): FieldMask | null {
  return mask.all ? EVERYTHING : (mask.children.get(name) ?? null);
}

/** The parts of an answer that the mask names. */
export function project(value: unknown, mask: FieldMask): unknown {
  if (mask.all) return value;
  if (Array.isArray(value)) return value.map((item) => project(item, mask));
  if (value === null || typeof value !== 'object') return value;
  const picked: Record<string, unknown> = {};
  for (const [name, child] of mask.children) {
    const field = (value as Record<string, unknown>)[name];
    if (field !== undefined) picked[name] = project(field, child);
  }
  return picked;
}

/** `target` with the fields of the mask taken from `source`: absent there means cleared. */
export function merge<T extends object>(target: T, source: object, mask: FieldMask): T {
  if (mask.all) return compact(source) as T;
  const result: Record<string, unknown> = { ...(target as Record<string, unknown>) };
  for (const [name, child] of mask.children) {
    const from = (source as Record<string, unknown>)[name];
    const to = result[name];
    if (child.all || child.children.size === 0 || Array.isArray(from)) {
      result[name] = from;
    } else {
      const merged = merge(isObject(to) ? to : {}, isObject(from) ? from : {}, child);
      result[name] = Object.keys(merged).length === 0 ? undefined : merged;
    }
    if (result[name] === undefined || result[name] === null) delete result[name];
  }
  return result as T;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compact(source: object): object {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== null),
  );
}
