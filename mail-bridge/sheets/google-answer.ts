/** What an error of Google's clients says of the answer that they got. */

/** HTTP's; null: there was no answer. */
export function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('response' in error)) return null;
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('status' in response)) return null;
  return typeof response.status === 'number' ? response.status : null;
}

/** OAuth's invalid_grant (RFC 6749 §5.2), as Google's clients put it: in the message, or only in the answer. */
export function isInvalidGrant(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (/\binvalid_grant\b/.test(error.message)) return true;
  const { data } =
    (('response' in error ? error.response : undefined) as { data?: { error?: unknown } }) ?? {};
  return data?.error === 'invalid_grant';
}
