/** What the preview of templates says. */
export interface PreviewWords {
  readonly template: string;
  readonly ownTemplates: string;
  readonly rowdeskTemplates: string;
  readonly session: string;
  readonly noSession: string;
  readonly person: string;
  readonly nobody: string;
  readonly language: string;
  readonly audience: string;
  readonly need: string;
  /** In a choice: what the participant's row and the session say. */
  readonly asWritten: string;
  readonly subject: string;
  readonly noSubject: string;
  readonly asPage: string;
  readonly asText: string;
  readonly plainOnly: string;
  readonly onlyText: string;
  readonly whichText: string;
  readonly problems: string;
  readonly findings: string;
  readonly noFindings: string;
  findingCount(count: number): string;
  readonly loading: string;
  readonly sampleNote: string;
  readonly letterTitle: string;

  /** What the script says of the text that was chosen. */
  wordedFor(reader: string): string;
  rowOf(row: number, which: string): string;
  readonly starterMissing: string;
  readonly starterBroken: string;
  readonly noText: string;
  readonly fits: string;
  /** Names of languages, as they stand in a sentence. */
  otherLanguage(wanted: string, got: string): string;
  readonly firmsLanguage: string;
  otherAudience(wanted: string, got: string): string;
  otherNeed(wanted: string): string;
  anyNeed(got: string): string;

  /** In the place of what only a real case has. */
  readonly sample: {
    readonly person: string;
    readonly answer: string;
    readonly ticketSubject: string;
    /** What a participant wrote. */
    readonly question: string;
    readonly course: string;
    readonly place: string;
    readonly oldPlace: string;
    readonly agent: string;
    readonly why: string;
  };
}
