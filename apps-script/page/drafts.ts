/** What a person has written and not sent yet, kept per ticket while the sidebar is open. */

export interface Draft {
  readonly kind: 'reply' | 'note';
  readonly reply: string;
  readonly note: string;
  readonly template: string;
  /** Names this answer to the script, so that a second click or a retry repeats it and never doubles it. */
  readonly key: string;
}

const drafts = new Map<string, Draft>();

export function draftOf(ticketId: string): Draft {
  return drafts.get(ticketId) ?? { kind: 'reply', reply: '', note: '', template: '', key: mintKey() };
}

export function keepDraft(ticketId: string, draft: Draft): void {
  drafts.set(ticketId, draft);
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
function mintKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
