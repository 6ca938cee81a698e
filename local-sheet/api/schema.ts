/** Google's published schema, checked with ajv. Each message is compiled when it is first needed. */
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { ApiError } from '../contract';
import schema from './sheets-v4.schema.json';

interface Definition {
  readonly $ref?: string;
  readonly type?: string;
  readonly items?: Definition;
  readonly properties?: Readonly<Record<string, Definition>>;
  readonly additionalProperties?: boolean | Definition;
  readonly enum?: readonly string[];
}

const definitions = schema.definitions as unknown as Readonly<Record<string, Definition>>;
// A process checks a few hundred bodies with code that it has to write first: its optimizing and its inlining cost more
// than they give back.
const ajv = new Ajv({ strict: false, allErrors: false, inlineRefs: false, code: { optimize: false } });
ajv.addSchema(schema, 'sheets-v4');
const compiled = new Map<string, ValidateFunction>();

/** @throws ApiError 400 naming the first field that does not fit */
export function checkMessage(message: string, body: unknown): void {
  const error = messageError(message, body);
  if (error !== null) throw new ApiError(400, 'INVALID_ARGUMENT', error);
}

/** What is wrong with a message, in Google's words; null when it fits. */
export function messageError(message: string, body: unknown): string | null {
  let validate = compiled.get(message);
  if (validate === undefined) {
    if (!(message in definitions)) throw new RangeError(`the Sheets API has no message ${message}`);
    validate = ajv.compile({ $ref: `sheets-v4#/definitions/${message}` });
    compiled.set(message, validate);
  }
  if (validate(body)) return null;
  const error = validate.errors?.[0];
  return error === undefined ? `Invalid ${message}` : worded(error, message);
}

function worded(error: ErrorObject, message: string): string {
  const path = error.instancePath
    .slice(1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
    .replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.');
  const params = error.params as { additionalProperty?: string; allowedValues?: unknown };
  const where = path === '' ? message : path;
  if (params.additionalProperty !== undefined) {
    return (
      `Invalid JSON payload received. Unknown name "${params.additionalProperty}" at '${where}': ` +
      'Cannot find field.'
    );
  }
  return `Invalid value at '${where}': ${error.message ?? 'does not fit the schema'}`;
}

/**
 * The schema of one field, following references.
 *
 * @returns null when the message has no such field
 */
export function fieldOf(definition: Definition, name: string): Definition | null {
  const target = resolve(definition);
  if (target.type === 'array' && target.items) return fieldOf(target.items, name);
  if (target.properties && Object.hasOwn(target.properties, name)) return target.properties[name] ?? null;
  // A map (criteria: {string: FilterCriteria}): any key will do.
  return typeof target.additionalProperties === 'object' ? target.additionalProperties : null;
}

export function definitionOf(message: string): Definition {
  const found = definitions[message];
  if (found === undefined) throw new RangeError(`the Sheets API has no message ${message}`);
  return found;
}

function resolve(definition: Definition): Definition {
  if (definition.$ref === undefined) return definition;
  return definitionOf(definition.$ref.slice('#/definitions/'.length));
}

export type { Definition };
