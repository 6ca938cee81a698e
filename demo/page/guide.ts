/** The seven things to try. Each is checked off by what really happened, never by a click on the list. */
import type { News } from './protocol';
import { GUIDE_STEPS, type GuideStep } from './protocol';

export type GuideEvent =
  /** The newcomer sent a letter as a participant. */
  | { readonly kind: 'sent'; readonly messageId: string }
  /** The newcomer answered as a trainer. */
  | { readonly kind: 'answered-by-mail'; readonly ticketId: string }
  /** The newcomer queued an answer in the Sheet. */
  | { readonly kind: 'queued-answer'; readonly ticketId: string }
  /** A letter reached one of the people. */
  | { readonly kind: 'received'; readonly automatic: boolean; readonly references: readonly string[] }
  | { readonly kind: 'moved-clock' }
  | { readonly kind: 'saw-dashboard' }
  | { readonly kind: 'news'; readonly news: readonly News[] };

export class Guide {
  private readonly steps = new Set<GuideStep>();
  private readonly letters = new Set<string>();
  private readonly answered = new Set<string>();
  private readonly answeredByMail = new Set<string>();

  /** @param ticketOf the ticket that a letter belongs to, once it has one */
  constructor(private readonly ticketOf: (messageId: string) => string | null) {}

  get done(): readonly GuideStep[] {
    return GUIDE_STEPS.filter((step) => this.steps.has(step));
  }

  note(event: GuideEvent): void {
    switch (event.kind) {
      case 'sent':
        this.letters.add(event.messageId);
        this.steps.add('write');
        return;
      case 'answered-by-mail':
        this.answeredByMail.add(event.ticketId);
        return;
      case 'queued-answer':
        this.answered.add(event.ticketId);
        this.steps.add('answer');
        return;
      case 'received': {
        const inThread = event.references.some((id) => this.answered.has(this.ticketOf(id) ?? ''));
        if (!event.automatic && inThread) this.steps.add('receive');
        return;
      }
      case 'moved-clock':
        this.steps.add('clock');
        return;
      case 'saw-dashboard':
        this.steps.add('dashboard');
        return;
      case 'news': {
        const own = new Set([...this.letters].map((messageId) => this.ticketOf(messageId)));
        if (event.news.some((item) => item.kind === 'acknowledged' && own.has(item.id)))
          this.steps.add('arrive');
        if (event.news.some((item) => item.kind === 'answered' && this.answeredByMail.has(item.id)))
          this.steps.add('trainer');
        return;
      }
    }
  }
}
