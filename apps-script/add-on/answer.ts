/** What cards may ask. Each handler finds out by the Team tab whether the person may, as those of the sidebar do. */
import * as v from 'valibot';
import type { Instant } from '../../core/time/instant';
import { addOnWords } from '../../sheet-templates/words/add-on';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import type { DoorAnswer } from '../door/contract';
import { door, type Handlers, type Told } from '../door/door';
import { TurnedAway } from '../door/turned-away';
import type { Services } from '../ports';
import { addNote, setCell } from '../sidebar/actions';
import { cellWish, key, name, text, ticketId } from '../sidebar/answer';
import { type Card, withBanner } from './card';
import type { AddOnCalls, AddOnRefusal, Shown } from './contract';
import { draftOfForward, replyDraft, templateCard } from './drafts';
import { hexKey } from './hex-key';
import type { OpenMailPort } from './open-mail';
import { readerLanguage } from './reader';
import { refusalText } from './refusal-text';
import { USUAL } from './reply-text';
import { showHome, showMail, showTicket } from './show';
import { unnamed } from './ticket-card';

/**
 * Google ends an add-on's run after 30 seconds. A change may wait 10 seconds for its lock; when it is this late, what
 * was saved is said and the card is not read again.
 */
const TIME_TO_READ_AGAIN = 15_000;

/** What was chosen and typed on the card, by field. */
const inputs = v.optional(v.record(v.string(), v.string()), {});

const templateWish = v.pipe(
  v.object({ ticketId, template: v.optional(name, ''), inputs }),
  // Asked from the card by what is chosen there, from the text that was shown by what the card says.
  v.transform(({ ticketId: id, template, inputs: chosen }) => {
    const wanted = template || (chosen.template ?? '');
    return { ticketId: id, template: wanted === USUAL ? '' : wanted };
  }),
);

const cellChange = v.pipe(
  v.object({ ticketId, column: v.string(), inputs }),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const { column, inputs: chosen } = dataset.value;
    const to = chosen[column] ?? '';
    const wish = v.safeParse(cellWish, { column, to: column === 'assignee' ? unnamed(to) : to });
    if (wish.success) return { ticketId: dataset.value.ticketId, wish: wish.output };
    addIssue({ message: 'Nothing that a list of the card offers.' });
    return NEVER;
  }),
);

const noteWish = v.pipe(
  v.object({ ticketId, key, inputs }),
  v.transform(({ ticketId: id, key: of, inputs: typed }) => ({
    ticketId: id,
    key: of,
    text: typed.note ?? '',
  })),
  v.object({ ticketId, key, text }),
);

export function answerAddOn(
  services: Services,
  mailbox: OpenMailPort,
  request: unknown,
): DoorAnswer<unknown, AddOnRefusal> {
  const started = services.clock.now();
  return door<AddOnCalls, AddOnRefusal>(handlers(mailbox, started))(services, request);
}

const shown = (value: Shown): Told<Shown> => ({ value, language: null });
const card = (made: Card, how: 'push' | 'update'): Told<Shown> => shown({ kind: 'card', card: made, how });

function handlers(mailbox: OpenMailPort, started: Instant): Handlers<AddOnCalls> {
  return {
    home: { takes: v.object({}), run: (services) => card(showHome(services), 'push') },
    mail: { takes: v.object({}), run: (services) => card(showMail(services, mailbox), 'push') },
    ticket: {
      takes: v.object({ ticketId, how: v.picklist(['push', 'update']) }),
      run: (services, takes) => card(showTicket(services, mailbox, takes.ticketId).card, takes.how),
    },
    setCell: {
      takes: cellChange,
      run: (services, takes) =>
        changed(services, mailbox, started, takes.ticketId, 'saved', () => setCell(services, takes)),
    },
    addNote: {
      takes: noteWish,
      run: (services, takes) =>
        changed(services, mailbox, started, takes.ticketId, 'noteSaved', () =>
          // A card can be used for two notes when it could not be shown anew; the same one twice is one.
          addNote(services, { ...takes, key: hexKey(services, `${takes.key}\n${takes.text.trim()}`) }),
        ),
    },
    template: {
      takes: templateWish,
      run: (services, takes) => card(templateCard(services, mailbox, takes), 'push'),
    },
    draftReply: {
      takes: templateWish,
      run: (services, takes) => shown({ kind: 'draft', draft: replyDraft(services, mailbox, takes) }),
    },
    draftForward: {
      takes: v.object({}),
      run: (services) => shown({ kind: 'draft', draft: draftOfForward(services, mailbox) }),
    },
  };
}

/**
 * Does it and shows the ticket as it is then. What is refused is said on the card too, so that no list goes on showing
 * what was chosen and not saved.
 */
function changed(
  services: Services,
  mailbox: OpenMailPort,
  started: Instant,
  ticket: string,
  done: 'saved' | 'noteSaved',
  act: () => unknown,
): Told<Shown> {
  const isLate = (): boolean => services.clock.now() - started > TIME_TO_READ_AGAIN;
  try {
    act();
  } catch (error) {
    if (!(error instanceof TurnedAway) || isLate()) throw error;
    const { card: now, language } = showTicket(services, mailbox, ticket);
    const why = refusalText(error.refusal as AddOnRefusal, error.detail, language);
    return shown({ kind: 'changed', card: withBanner(now, why), said: addOnWords(language).notice.refused });
  }
  if (isLate()) {
    const { savedLook } = addOnWords(readerLanguage(services, null)).ticket;
    return shown({ kind: 'changed', card: null, said: savedLook });
  }
  const { card: now, language } = showTicket(services, mailbox, ticket);
  return shown({ kind: 'changed', card: now, said: trackerWords(language).page[done] });
}
