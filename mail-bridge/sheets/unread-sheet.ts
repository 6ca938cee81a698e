/** The Sheet could not be read while a mail was being planned: the mail is not at fault, and is planned once more. */
export class UnreadSheet extends Error {
  override readonly name = 'UnreadSheet';

  /** @param reason what the Sheet's client said */
  constructor(readonly reason: unknown) {
    super('The Sheet could not be read.', { cause: reason });
  }
}
