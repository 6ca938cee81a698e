import { withoutSecrets } from './log/secrets';

/**
 * A failure that the person at the keyboard can do something about: what happened, and what to do.
 * The command line prints both without a stack trace; anything else that is thrown is a fault of ours.
 */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    /** What happened, to which mail, row, file or server. A sentence. */
    readonly what: string,
    /** What to do about it. A sentence. */
    readonly todo: string,
    options?: ErrorOptions,
  ) {
    super(`${what} ${todo}`, options);
  }
}

/** By its name, not its class: the demo is a file of its own with a class of its own. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError' && 'what' in error && 'todo' in error;
}

/** The message of anything that was thrown, on one line, fit to be read by anybody. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return withoutSecrets(text.replace(/\s+/g, ' ').trim());
}
