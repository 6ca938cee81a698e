/**
 * What a person has written and not sent yet, kept per ticket: while the sidebar is open, and where the browser lets
 * a page keep something also when it is closed and opened again in the same browser tab. Not longer: drafts hold
 * other people's matters.
 */

export interface Draft {
  readonly kind: 'reply' | 'note';
  readonly reply: string;
  readonly note: string;
  readonly template: string;
  /** Names this answer to the script, so that a second click or a retry repeats it and never doubles it. */
  readonly key: string;
}

const PREFIX = 'rowdesk-draft:';
const drafts = new Map<string, Draft>();

export function draftOf(ticketId: string): Draft {
  let draft = drafts.get(ticketId);
  if (!draft) {
    draft = stored(ticketId) ?? { kind: 'reply', reply: '', note: '', template: '', key: mintKey() };
    drafts.set(ticketId, draft);
  }
  return draft;
}

export function keepDraft(ticketId: string, draft: Draft): void {
  drafts.set(ticketId, draft);
  const storage = browserStorage();
  try {
    if (isUnsent(draft)) storage?.setItem(PREFIX + ticketId, JSON.stringify(draft));
    else storage?.removeItem(PREFIX + ticketId);
  } catch {
    // Full: the draft stays while the sidebar is open.
  }
}

/** After sending: an empty draft with a key of its own. */
export function startAnew(ticketId: string, kind: Draft['kind']): Draft {
  const before = draftOf(ticketId);
  const draft: Draft = {
    kind,
    reply: kind === 'reply' ? '' : before.reply,
    note: kind === 'note' ? '' : before.note,
    template: kind === 'reply' ? '' : before.template,
    key: mintKey(),
  };
  keepDraft(ticketId, draft);
  return draft;
}

export function isUnsent(draft: Draft): boolean {
  return draft.reply.trim() !== '' || draft.note.trim() !== '';
}

/** 128 random bits. getRandomValues and not randomUUID: the latter is missing outside secure contexts. */
export function mintKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function stored(ticketId: string): Draft | null {
  try {
    const draft: unknown = JSON.parse(browserStorage()?.getItem(PREFIX + ticketId) ?? 'null');
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, reply, note, template, key } = value as Record<string, unknown>;
  return (
    (kind === 'reply' || kind === 'note') &&
    [reply, note, template].every((text) => typeof text === 'string') &&
    typeof key === 'string' &&
    /^[0-9a-f]{32}$/.test(key)
  );
}

/** Asking for it throws where a sandbox or the person's settings forbid it. */
function browserStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
