/** The drafts that the add-on makes: a template as a reply, and the mail forwarded to support. */

import { addOnWords } from '../../sheet-templates/words/add-on';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import type { Services } from '../ports';
import { admittedTo } from '../sidebar/admitted';
import { ANSWER_PLACE, type ShownTemplate } from '../sidebar/contract';
import { replyMail, shownTemplates } from '../sidebar/reply-mail';
import type { TicketFile } from '../sidebar/ticket-file';
import { type Ask, buttons, type Card, type DraftWish, section, text } from './card';
import type { TemplateWish } from './contract';
import { openDesk, routeOf } from './desk';
import { forwardDraft } from './forward-draft';
import { forwardable } from './mail-card';
import { NotDone } from './not-done';
import type { OpenMailPort } from './open-mail';
import { readerLanguage } from './reader';
import type { ReplyRoute } from './reply-route';
import { around, type ReplyText, replyText, USUAL } from './reply-text';
import { forwardMark, mailOfTicket, openMail, strangeMail } from './show';

const USUAL_KEY = '';
const SIX_HOURS = 21_600;

interface Prepared {
  readonly file: TicketFile;
  readonly route: Exclude<ReplyRoute, { readonly kind: 'none' }>;
  readonly chosen: ShownTemplate;
  readonly reply: ReplyText;
}

/** What would be inserted, to be read first: a draft that cannot be made is told here, where a card can say why. */
export function templateCard(services: Services, mailbox: OpenMailPort, wish: TemplateWish): Card {
  const { file, chosen, reply } = prepared(services, mailbox, wish);
  const language = readerLanguage(services, file.workbook.language);
  const words = addOnWords(language).reply;
  const ask: Ask = {
    action: 'draftReply',
    parameters: { ticketId: wish.ticketId, template: wish.template === USUAL_KEY ? USUAL : wish.template },
  };
  const shown = chosen.use === 'form' ? around(chosen, words.answerHere) : reply.body;
  return {
    title: chosen.key === USUAL_KEY ? trackerWords(language).page.usualForm : chosen.label,
    subtitle: file.ticket.id,
    sections: [
      section('', text(shown.trim())),
      section(
        '',
        buttons({ label: words.insert, press: { kind: 'compose', ask, as: 'reply' }, strong: true }),
        ...(reply.isCommand ? [text(words.formLine)] : []),
      ),
    ],
  };
}

export function replyDraft(services: Services, mailbox: OpenMailPort, wish: TemplateWish): DraftWish {
  const { route, reply } = prepared(services, mailbox, wish);
  return { kind: 'reply', body: reply.body, cc: route.kind === 'direct' ? route.cc : '' };
}

/** @throws NotDone when the open mail is not the ticket's, or a reply to it would go to somebody else */
function prepared(services: Services, mailbox: OpenMailPort, { ticketId, template }: TemplateWish): Prepared {
  const file = admittedTo(services, 'answer', ticketId);
  const mail = mailOfTicket(services, mailbox, file);
  const route = mail === null ? null : routeOf(services, file, mail);
  if (route === null || route.kind === 'none') {
    throw new NotDone('no-reply', route?.why ?? '', file.workbook.language);
  }
  const user = services.userEmail();
  const templates = shownTemplates(file, user, services.offset);
  const chosen = templates.find(({ key }) => key === template);
  if (!chosen) throw new NotDone('template-broken', template, file.workbook.language);
  // A template that cannot be read says here what is wrong with it.
  if (chosen.use === 'form') {
    replyMail(file, { text: ANSWER_PLACE, template, resolve: false }, user, services.offset);
  }
  const usual = templates.find(({ use, key }) => use === 'form' && key === USUAL_KEY) ?? null;
  const language = readerLanguage(services, file.workbook.language);
  return { file, route, chosen, reply: replyText(route, chosen, usual, language) };
}

export function draftOfForward(services: Services, mailbox: OpenMailPort): DraftWish {
  const desk = openDesk(services);
  const mail = openMail(mailbox);
  const can = forwardable(strangeMail(desk, mail));
  const { settings, language } = desk.workbook;
  if (can.kind === 'no') throw new NotDone('no-forward', can.why, language);
  const draft = forwardDraft(mail, mailbox.content(), can.sender, {
    support: settings.support_address,
    language: desk.language,
    zone: settings.zone,
    offset: services.offset,
  });
  services.shortMemory.put(forwardMark(services, mail), '1', SIX_HOURS);
  return draft;
}
