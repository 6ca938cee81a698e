/**
 * The secrets that this process was given. Servers say back what they were told (`500 unrecognized command "AUTH PLAIN
 * AHN1…"`), and what servers say goes into the log, onto the terminal and into the Sheet. So it is looked through first.
 */

/** Shorter ones are parts of ordinary words. */
const SHORTEST = 6;
const MASK = '(hidden)';

const known = new Set<string>();

/** @param user who logs in with it; they travel together in SASL PLAIN (RFC 4616) */
export function keepSecret(secret: string, user = ''): void {
  if (secret.length < SHORTEST) return;
  for (const text of [`\u0000${user}\u0000${secret}`, secret]) known.add(base64(text));
  known.add(secret);
  // As it stands in a line of JSON.
  known.add(JSON.stringify(secret).slice(1, -1));
}

export function withoutSecrets(text: string): string {
  let out = text;
  for (const secret of known) if (out.includes(secret)) out = out.split(secret).join(MASK);
  return out;
}

/** Without the "=" at its end, which some leave out. */
function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, '');
}
