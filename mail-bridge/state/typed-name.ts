/** The name of an original mail as a person types it or copies it from the Sheet. */

/** `3f2a` of `3f2a…`, `3f2a….eml`, and `3f2a…eml` as the Problems tab has it. */
export function withoutEnding(name: string): string {
  return name.replace(/(?:…|\.{3})?(?:\.?eml)?$/, '');
}

const LONGEST_ECHO = 80;

/** Fit to be said back on a terminal, whatever was typed. */
export function printable(text: string): string {
  return text.slice(0, LONGEST_ECHO).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
}
