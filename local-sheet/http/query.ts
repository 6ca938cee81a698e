/** The query parameters of a call. */
import { badRequest } from '../model/area';

/** "System parameters" that every Google API takes. https://cloud.google.com/apis/docs/system-parameters */
export const SYSTEM_PARAMETERS = new Set([
  '$.xgafv',
  '$alt',
  '$prettyPrint',
  'access_token',
  'alt',
  'callback',
  'fields',
  'key',
  'oauth_token',
  'prettyPrint',
  'quotaUser',
  'uploadType',
  'upload_protocol',
]);

export class Query {
  readonly #query: URLSearchParams;

  constructor(query: URLSearchParams) {
    this.#query = query;
  }

  text(name: string): string | undefined {
    return this.#query.get(name) ?? undefined;
  }

  /** Only what was given: the contract tells an absent parameter from an empty one. */
  texts<K extends string>(...names: readonly K[]): { [P in K]?: string } {
    const given = names.flatMap((name) =>
      this.text(name) === undefined ? [] : [[name, this.text(name)] as const],
    );
    return Object.fromEntries(given) as { [P in K]?: string };
  }

  list(name: string): string[] {
    return this.#query.getAll(name);
  }

  flag(name: string): boolean {
    const text = this.text(name);
    if (text === undefined || text === '' || text === 'false') return false;
    if (text === 'true') return true;
    throw badRequest(`Invalid value at '${name}' (TYPE_BOOL), "${text}"`);
  }
}
