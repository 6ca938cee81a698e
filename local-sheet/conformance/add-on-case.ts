/** What a conformance case of an add-on in Gmail is: a piece of script, and what it must show. */
export interface AddOnCase {
  /** The behaviour, as a sentence. */
  readonly name: string;
  /** The page of Google's documentation that says so. */
  readonly source: string;
  /**
   * `editor`: run from the script's editor, with no mail open. `opening`: beside a mail that was just opened. `click`:
   * after a click on the card there.
   */
  readonly when: 'editor' | 'opening' | 'click';
  /**
   * Body of a function that returns what it saw, as plain data. It may use what stands in add-on-program.ts: `event`,
   * `widget`, `openMail` and `orRefused`.
   */
  readonly body: string;
  readonly expected: unknown;
}
