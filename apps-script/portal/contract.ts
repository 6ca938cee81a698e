/** What the pages for participants and the script say to each other. Whoever opens them has no account with us. */
import type { Language, Localized } from '../../core/language';
import type { PortalWords } from '../../sheet-templates/words/portal-words';

/**
 * A page for doGet. `data` goes into the page as JSON by the scriptlet `<?= data ?>` of its file, which Google escapes
 * for the attribute that it stands in.
 */
export interface PortalPage<D = unknown> {
  readonly file: string;
  readonly title: string;
  readonly data: D;
}

export interface StopPageData {
  /** Of the link; null where it has none or a broken one. */
  readonly token: string | null;
  /** Asked for by the link; null leaves the choice to the reader's browser. */
  readonly language: Language | null;
  /** Where the browser speaks none of ours. */
  readonly firmLanguage: Language;
  readonly firmName: string;
  /** '' where the firm has set none. */
  readonly supportAddress: string;
  readonly words: Localized<PortalWords>;
}

/** The one thing that the page asks for. Opening a link changes nothing: mail scanners open every link. */
export interface StopRequest {
  readonly action: 'stop';
  readonly token: string;
}

/** `ok` says that the wish was heard, and never whether anybody goes by that token. */
export interface PortalAnswer {
  readonly ok: boolean;
}
