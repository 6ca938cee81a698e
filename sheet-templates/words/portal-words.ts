/** What the page says on which a participant ends the reminders. */
export interface PortalWords {
  readonly title: string;
  readonly question: string;
  readonly whatHappens: string;
  readonly stillTold: string;
  readonly stop: string;
  readonly working: string;
  readonly doneTitle: string;
  /** Says the same whether or not anybody knows the link: strangers must not learn who takes part in what. */
  readonly done: string;
  readonly failed: string;
  readonly noLinkTitle: string;
  readonly noLink: string;
  /** Before the firm's address. */
  readonly writeToUs: string;
  /** Where the firm has not set an address. */
  readonly replyToUs: string;
  readonly languages: string;
}
