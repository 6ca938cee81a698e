import { ServiceException } from '../failure';

/**
 * Google checks arguments before it calls a method: one that fits no signature is refused with the types
 * that came, as in `The parameters (String,String) don't match the method signature for Range.setValue.`
 */
export function refuseArguments(method: string, args: readonly unknown[]): never {
  throw new ServiceException(
    `The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${method}.`,
  );
}

export function text(value: unknown, method: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return refuseArguments(method, [value]);
}

export function whole(value: unknown, method: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return Math.trunc(value);
  return refuseArguments(method, [value]);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'number[]';
  if (typeof value === 'object') return '(class)';
  return typeof value === 'function' ? '(function)' : capital(typeof value);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
