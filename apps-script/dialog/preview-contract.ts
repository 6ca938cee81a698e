/** What the page "Preview of templates" and the script say to each other. */
import type { Language } from '../../core/language';

export interface PreviewTemplate {
  readonly key: string;
  /** The key, and what the team's note calls it. */
  readonly label: string;
}

export interface PreviewPerson {
  readonly email: string;
  readonly name: string;
}

export interface PreviewSession {
  readonly id: string;
  readonly label: string;
  readonly people: readonly PreviewPerson[];
}

export interface PreviewChoice {
  readonly value: string;
  readonly label: string;
}

export interface PreviewStart {
  /** Those of Rowdesk in the order of a session's life, then the firm's own. */
  readonly templates: readonly PreviewTemplate[];
  /** Of them, those that the firm made itself. */
  readonly ownKeys: readonly string[];
  /** Coming ones first, then the latest. */
  readonly sessions: readonly PreviewSession[];
  readonly languages: readonly PreviewChoice[];
  readonly audiences: readonly PreviewChoice[];
  readonly needs: readonly PreviewChoice[];
  /** What is wrong with the tab as a whole: missing translations and the like. */
  readonly findings: readonly { readonly what: string; readonly todo: string }[];
}

/** '' in a choice: as the participant and the session say. */
export interface PreviewWish {
  readonly key: string;
  readonly sessionId: string;
  readonly email: string;
  readonly language: string;
  readonly audience: string;
  readonly need: string;
}

export interface PreviewLetter {
  /** Null: nothing would be sent. */
  readonly letter: {
    readonly language: Language;
    readonly subject: string;
    readonly text: string;
    /** Whether it goes out as text alone. */
    readonly plainOnly: boolean;
    /** Written by a program; a person's answer keeps the look of a letter. */
    readonly automatic: boolean;
  } | null;
  /** Whom it is worded for, such as `Polish, beginners`. */
  readonly reader: string;
  /** Where the text stands, such as `Row 14 of Templates: Polish, beginners`. */
  readonly source: string;
  /** Why this text and no other, a sentence for each thing that did not fit. */
  readonly why: readonly string[];
  /** What is wrong with the text. */
  readonly problems: readonly { readonly what: string; readonly todo: string }[];
}

export interface PreviewCalls {
  previewStart: { readonly takes: object; readonly gives: PreviewStart };
  previewLetter: { readonly takes: PreviewWish; readonly gives: PreviewLetter };
}
