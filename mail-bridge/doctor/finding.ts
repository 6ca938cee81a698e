/** What the doctor says of one thing that it has looked at. */

/** What is wrong, and what to do about it: sentences. */
export interface Fault {
  readonly what: string;
  readonly todo: string;
}

export type Finding = { readonly check: string } & (
  | { readonly level: 'ok'; readonly what: string }
  /** It works, but not as it should. */
  | ({ readonly level: 'warning' } & Fault)
  /** It does not work. */
  | ({ readonly level: 'problem' } & Fault)
);

export const ok = (check: string, what: string): Finding => ({ check, level: 'ok', what });
export const warning = (check: string, what: string, todo: string): Finding => ({
  check,
  level: 'warning',
  what,
  todo,
});
export const problem = (check: string, what: string, todo: string): Finding => ({
  check,
  level: 'problem',
  what,
  todo,
});

/** The permission bits that let others than the owner do something with a file. */
export const OTHERS = 0o077;
export const OTHERS_WRITE = 0o022;

/** `0644`, as chmod and ls write it. */
export const modeText = (mode: number): string => (mode & 0o777).toString(8).padStart(4, '0');
