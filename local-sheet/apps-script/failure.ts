/** What can go wrong between a script and its services, before it becomes an error object of the script. */

/** An exception that a Google service throws; the script sees `Exception: <message>` and may catch it. */
export class ServiceException extends Error {
  override readonly name: string = 'Exception';
}

/** What the advanced services throw: the API's answer, with its code in `details`. */
export class ApiCallException extends ServiceException {
  override readonly name = 'GoogleJsonResponseException';

  constructor(
    method: string,
    readonly details: { readonly code: number; readonly message: string },
  ) {
    super(`API call to ${method} failed with error: ${details.message}`);
  }
}

/**
 * The script reached something that Google has and local-sheet has not. It ends the execution even if the
 * script catches it: a silent default would be a lie about what Google does.
 */
export class NotEmulated extends Error {
  override readonly name = 'NotEmulated';
}

/** A limit that Google enforces by ending the script, which cannot catch it. */
export class ExecutionStopped extends Error {
  override readonly name = 'Exception';
}

/** Why a function of the script did not come to its end. Its log up to then is kept. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';

  constructor(
    message: string,
    readonly functionName: string,
    readonly scriptStack: string,
    readonly log: readonly string[],
  ) {
    super(message);
  }
}
