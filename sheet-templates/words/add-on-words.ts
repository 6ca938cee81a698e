/** What the add-on beside a mail says, besides what the sidebar says too. */

/** A card of one sentence. */
export interface NoticeWords {
  readonly title: string;
  readonly text: string;
}

export interface AddOnWords {
  readonly home: {
    readonly title: string;
    open(count: number): string;
    readonly none: string;
    /** Tickets that the list leaves out. */
    more(count: number): string;
    readonly noDue: string;
  };
  readonly ticket: {
    readonly participant: string;
    readonly lastMessages: string;
    readonly change: string;
    readonly openRow: string;
    readonly savedLook: string;
    onHold(day: string): string;
  };
  readonly reply: {
    readonly choose: string;
    readonly show: string;
    readonly insert: string;
    /** @param name the participant; the draft goes to the support address */
    relayed(name: string): string;
    /** The draft goes straight to the participant, with the support address in Cc. */
    direct(name: string, support: string): string;
    /** The draft goes out from the support mailbox itself. */
    fromSupport(name: string): string;
    /** Under a draft whose first line names a form. */
    readonly formLine: string;
    /** Stands for the answer in a form that is shown. */
    readonly answerHere: string;
    readonly notFromParticipant: string;
    readonly addressHidden: string;
    readonly noSupportAddress: string;
  };
  readonly mail: {
    readonly title: string;
    unknown(sender: string): string;
    readonly make: string;
    how(support: string): string;
    readonly madeBefore: string;
    readonly theirTickets: string;
    readonly ofTeam: string;
    readonly ofSupport: string;
    readonly noSupportAddress: string;
    readonly noSender: string;
    /** In the draft, above the mail. */
    leftOut(files: string): string;
  };
  readonly notice: {
    readonly notLinked: NoticeWords;
    readonly noAccess: NoticeWords;
    readonly noMail: NoticeWords;
    readonly trouble: NoticeWords;
    readonly outdated: NoticeWords;
    readonly refused: string;
  };
}
