import type { GmailMail } from '../../../add-on-contract';

/** What an add-on may know of the person's Gmail while it runs. */
export interface OpenInGmail {
  /** null on the home page. */
  readonly mail: GmailMail | null;
  /** Handed to the script with the event, and good for this mail and this run alone. */
  readonly accessToken: string;
  /** Somebody clicked in the add-on; otherwise it only appeared beside the mail. */
  readonly isInteraction: boolean;
}

/** developers.google.com/workspace/add-ons/concepts/workspace-scopes#gmail_scopes */
export const COMPOSE_SCOPE = 'gmail.addons.current.action.compose';
const METADATA_SCOPE = 'gmail.addons.current.message.metadata';
const READ_SCOPE = 'gmail.addons.current.message.readonly';
/** The content as well, and only when the person has clicked in the add-on. */
const INTERACTION_SCOPE = 'gmail.addons.current.message.action';

/** Who and what about; and of the content, only what the manifest asked for. */
export function mayReadScopes(open: OpenInGmail, what: 'metadata' | 'content'): readonly string[] {
  return [
    READ_SCOPE,
    ...(what === 'metadata' ? [METADATA_SCOPE] : []),
    ...(open.isInteraction ? [INTERACTION_SCOPE] : []),
  ];
}
