/**
 * The Sheets API through Google's own client, with what that client lacks: a pause that honours Retry-After and
 * fits a quota that refills once a minute, and a word for "nobody knows whether it was written".
 */
import { sheets, type sheets_v4 } from '@googleapis/sheets';
import { DelegateBackoff, handleWhen, type IRetryBackoffContext, retry } from 'cockatiel';
import { JWT, OAuth2Client } from 'google-auth-library';
import type { Config } from '../config/config';
import { reasonOf, UserError } from '../user-error';
import { isInvalidGrant, statusOf } from './google-answer';
import { readServiceAccount } from './service-account';

export interface SheetsCalls {
  readonly read: number;
  readonly write: number;
}

export interface SheetsClient {
  /** Calls made so far, retries included: what the quota counts. */
  readonly calls: SheetsCalls;
  readonly spreadsheetId: string;
  /** Values of several ranges at once, in the order of the filters. */
  read(filters: readonly sheets_v4.Schema$DataFilter[]): Promise<readonly (readonly unknown[][])[]>;
  get(options: {
    readonly fields: string;
    readonly ranges?: readonly string[];
  }): Promise<sheets_v4.Schema$Spreadsheet>;
  /**
   * Sends the requests once.
   *
   * @throws NotWritten when the quota refused them, RefusedWrite when their content was refused, and UnclearWrite when
   * they may or may not have been applied
   */
  write(requests: readonly sheets_v4.Schema$Request[]): Promise<void>;
  /** Reads, plans and writes, as often as the quota asks for. */
  untilTaken<T>(readPlanAndWrite: () => Promise<T>): Promise<T>;
}

/** The connection broke after a write was sent. A batch is atomic: all of it happened, or nothing. */
export class UnclearWrite extends UserError {
  constructor(reason: string, options: ErrorOptions) {
    super(
      `Google did not say whether the Sheet was written: ${reason}.`,
      'Start again: what is there already is found and not written twice.',
      options,
    );
  }
}

/**
 * The quota refused a write: surely nothing was applied. It is never simply sent again, because the rows that it names
 * by position may have moved in the meantime: whoever planned it reads and plans anew.
 */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';

  constructor(
    message: string,
    /** How long Google asks to wait, null when it does not say. */
    readonly askedMs: number | null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Google refused the content of a write: nothing was applied, and the same again would be refused again. */
export class RefusedWrite extends Error {
  override readonly name = 'RefusedWrite';
}

/** All that Google is asked for. */
export const SCOPES = ['https://www.googleapis.com/auth/spreadsheets'];
const ATTEMPTS = 7;
const FIRST_PAUSE_MS = 1_000;
/** The quotas refill every minute (Sheets API, usage limits), so longer pauses gain nothing. */
const LONGEST_PAUSE_MS = 64_000;
/** Google gives up on a request after 180 s. */
const TIMEOUT_MS = 200_000;

/** How long a write in flight is waited for when the bridge is to stop. What is unclear then is settled at the next start. */
const STOPPING_GRACE_MS = 6_000;

/** @param pauseScale shortens the pauses in tests; 1 in life */
export function openSheets(
  google: Config['google'],
  spreadsheetId: string,
  signal: AbortSignal,
  pauseScale = 1,
): SheetsClient {
  const api = sheets({
    version: 'v4',
    auth: google.kind === 'local' ? fixedToken(google.token) : serviceAccount(google.keyFile),
    ...(google.kind === 'local' ? { rootUrl: google.url } : {}),
    // One road for tests and life: the client's default loads another fetch by a dynamic import.
    fetchImplementation: globalThis.fetch,
    retry: false,
    timeout: TIMEOUT_MS,
  });
  const calls = { read: 0, write: 0 };
  const backoff = new DelegateBackoff<IRetryBackoffContext<unknown>>(({ attempt, result }) => {
    const asked = 'error' in result ? askedPause(result.error) : null;
    const grown = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
    return (asked ?? grown * (0.75 + Math.random() / 2)) * pauseScale;
  });
  /** A pause ends at once when the bridge is to stop: cockatiel itself would wait for its end. */
  const patiently = <T>(worthIt: (error: Error) => boolean, work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      let pausing = false;
      const policy = retry(handleWhen(worthIt), { maxAttempts: ATTEMPTS, backoff });
      policy.onRetry(() => {
        pausing = true;
      });
      const stop = () => {
        if (pausing) reject(new Error('The bridge was stopped.'));
      };
      signal.addEventListener('abort', stop);
      const attempt = () => {
        pausing = false;
        return work();
      };
      policy
        .execute(attempt, signal)
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', stop));
    });

  return {
    calls,
    spreadsheetId,
    async read(filters) {
      if (filters.length === 0) return [];
      try {
        const { data } = await patiently(isPassing, () => {
          calls.read++;
          return api.spreadsheets.values.batchGetByDataFilter(
            {
              spreadsheetId,
              requestBody: {
                dataFilters: [...filters],
                valueRenderOption: 'UNFORMATTED_VALUE',
                dateTimeRenderOption: 'SERIAL_NUMBER',
              },
            },
            { signal },
          );
        });
        return inOrderOf(filters, data.valueRanges ?? []);
      } catch (error) {
        throw explain(error, spreadsheetId);
      }
    },
    async get({ fields, ranges }) {
      try {
        const { data } = await patiently(isPassing, () => {
          calls.read++;
          return api.spreadsheets.get(
            { spreadsheetId, fields, ...(ranges ? { ranges: [...ranges] } : {}) },
            { signal },
          );
        });
        return data;
      } catch (error) {
        throw explain(error, spreadsheetId);
      }
    },
    async write(requests) {
      if (requests.length === 0) return;
      calls.write++;
      // Not the stop signal itself: a write that is cut off in flight is one that nobody knows the end of.
      const cut = someTimeAfter(signal);
      try {
        await api.spreadsheets.batchUpdate(
          { spreadsheetId, requestBody: { requests: [...requests] } },
          { signal: cut.signal },
        );
      } catch (error) {
        const status = statusOf(error);
        if (status === null || status >= 500) {
          throw new UnclearWrite(rootReason(error), { cause: error });
        }
        if (status === 429) throw new NotWritten(reasonOf(error), retryAfterMs(error), { cause: error });
        const explained = explain(error, spreadsheetId);
        throw status === 400 && !(explained instanceof UserError)
          ? new RefusedWrite(reasonOf(error), { cause: error })
          : explained;
      } finally {
        cut.forget();
      }
    },
    untilTaken: (readPlanAndWrite) => patiently((error) => error instanceof NotWritten, readPlanAndWrite),
  };
}

function someTimeAfter(signal: AbortSignal): { readonly signal: AbortSignal; forget(): void } {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const start = () => {
    timer = setTimeout(() => late.abort(), STOPPING_GRACE_MS);
  };
  signal.addEventListener('abort', start);
  if (signal.aborted) start();
  return {
    signal: late.signal,
    forget() {
      clearTimeout(timer);
      signal.removeEventListener('abort', start);
    },
  };
}

function askedPause(error: unknown): number | null {
  return error instanceof NotWritten ? error.askedMs : retryAfterMs(error);
}

/**
 * Google answers matched ranges with the filters they came from, not necessarily in the order asked
 * (spreadsheets.values.batchGetByDataFilter, MatchedValueRange.dataFilters).
 */
function inOrderOf(
  filters: readonly sheets_v4.Schema$DataFilter[],
  matched: readonly sheets_v4.Schema$MatchedValueRange[],
): unknown[][][] {
  return filters.map((filter) => {
    const range = matched.find(({ dataFilters }) =>
      dataFilters?.some((other) => sameGridRange(other.gridRange, filter.gridRange)),
    );
    return range?.valueRange?.values ?? [];
  });
}

function sameGridRange(a?: sheets_v4.Schema$GridRange, b?: sheets_v4.Schema$GridRange): boolean {
  if (!a || !b) return false;
  const fields = ['startRowIndex', 'endRowIndex', 'startColumnIndex', 'endColumnIndex'] as const;
  return (
    (a.sheetId ?? 0) === (b.sheetId ?? 0) &&
    fields.every((field) => (a[field] ?? null) === (b[field] ?? null))
  );
}

function fixedToken(token: string): OAuth2Client {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: token, expiry_date: Number.MAX_SAFE_INTEGER });
  return auth;
}

function serviceAccount(keyFile: string): JWT {
  const { client_email, private_key } = readServiceAccount(keyFile);
  return new JWT({ email: client_email, key: private_key, scopes: SCOPES });
}

/** Worth another try by itself: the quota, a fault of the server, or a broken connection. */
function isPassing(error: Error): boolean {
  if (error.name === 'AbortError') return false;
  const status = statusOf(error);
  return status === null ? isConnectionFault(error) : status === 429 || status >= 500;
}

/** fetch reports a broken connection as a TypeError whose cause has a code; the client wraps it once more. */
function isConnectionFault(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' || hasMessage(error.cause) || error.message.includes('fetch failed');
}

/** The innermost cause says what happened; what is around it only says that something did. */
function rootReason(error: unknown): string {
  let root = error;
  while (hasMessage(root) && hasMessage(root.cause)) root = root.cause;
  return hasMessage(root) ? reasonOf(root.message) : reasonOf(root);
}

function hasMessage(value: unknown): value is { readonly message: string; readonly cause?: unknown } {
  return (
    typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
  );
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function retryAfterMs(error: unknown): number | null {
  if (!(error instanceof Error) || !('response' in error)) return null;
  // Without an answer there is no response, though the field is there.
  const response = error.response as { headers?: Headers } | undefined;
  const value = response?.headers?.get?.('retry-after');
  if (!value) return null;
  const seconds = Number(value);
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, 10 * 60_000) : null;
}

function explain(error: unknown, spreadsheetId: string): Error {
  if (error instanceof UserError || error instanceof UnclearWrite) return error;
  const status = statusOf(error);
  const reason = reasonOf(error);
  if (status === 404) {
    return new UserError(
      `There is no spreadsheet ${spreadsheetId}.`,
      'Copy the id from the address of the Sheet into "spreadsheetId".',
      { cause: error },
    );
  }
  if (status === 403) {
    return new UserError(
      `The Sheet ${spreadsheetId} may not be edited by this account.`,
      'Share the Sheet with the address of the service account, as an editor.',
      { cause: error },
    );
  }
  // A key that was deleted makes Google's token server answer 400 (RFC 6749 §5.2), which is no word about the content.
  if (status === 401 || isInvalidGrant(error)) {
    return new UserError(
      'Google does not accept the credentials.',
      'Check "google.keyFile": the key may have been deleted; make a new one in the Google Cloud console.',
      { cause: error },
    );
  }
  if (status === 400 && /no grid with id|sheetId/i.test(reason)) {
    return new UserError(
      `A tab that Rowdesk needs is missing from the Sheet (${reason}).`,
      'Run "rowdesk setup": it makes what is missing and keeps everything else.',
      { cause: error },
    );
  }
  if (status === null) {
    return new UserError(
      `Google Sheets cannot be reached: ${rootReason(error)}.`,
      'Check the network; the bridge tries again.',
      {
        cause: error,
      },
    );
  }
  return error instanceof Error ? error : new Error(reason);
}
