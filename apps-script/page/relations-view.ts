/** Draws what the sidebar tells beside the conversation: due times, sessions, other tickets, incident and merge. */
import type { PageWords } from '../../sheet-templates/words/page-words';
import type { Conversation, ShownTicket } from '../sidebar/contract';
import { button, byId, byIdOf, element } from './dom';

export function showRelations(shown: Conversation, words: PageWords, open: (ticketId: string) => void): void {
  showDues(shown, words);
  line('session', shown.session === '' ? [] : [`${words.session}: ${shown.session}`]);
  line('next-session', shown.nextSession === '' ? [] : [`${words.nextSession}: ${shown.nextSession}`]);
  line(
    'merged-into',
    shown.mergedInto === ''
      ? []
      : [`${words.mergedInto} `, button('ticket-link', shown.mergedInto, () => open(shown.mergedInto))],
  );
  showIncident(shown, words, open);
  const { otherTickets } = shown;
  const box = byIdOf('details', 'person');
  box.hidden = shown.session === '' && shown.nextSession === '' && otherTickets.length === 0;
  byId('person-summary').textContent =
    otherTickets.length === 0 ? words.person : `${words.person} · ${words.otherTickets(otherTickets.length)}`;
  byId('other-tickets').replaceChildren(...otherTickets.map((ticket) => ticketItem(ticket, open)));
}

function showIncident(shown: Conversation, words: PageWords, open: (ticketId: string) => void): void {
  const { incident, openCases } = shown;
  if (incident) {
    const link = button('ticket-link', incident.id, () => open(incident.id));
    line('incident', [`${words.partOfIncident} `, link, ` ${incident.subject}`]);
  } else line('incident', openCases === 0 ? [] : [words.incidentOf(openCases)]);
}

function ticketItem(ticket: ShownTicket, open: (ticketId: string) => void): HTMLElement {
  const link = button('ticket-link', ticket.id, () => open(ticket.id));
  const about = [ticket.status, ticket.when].filter((part) => part !== '').join(' · ');
  return element('li', '', link, ` ${ticket.subject} `, element('span', 'muted', about));
}

function showDues({ dues, dueReason, slaState, slaLabel }: Conversation, words: PageWords): void {
  const box = byIdOf('details', 'dues');
  box.hidden = dues.length === 0 && dueReason === '';
  box.dataset.state = slaState;
  const nearest = dues[0];
  byId('due-summary').replaceChildren(
    nearest ? `${nearest.label}: ${nearest.when} ` : `${words.dueTimes} `,
    ...(slaLabel === '' ? [] : [element('span', 'badge', slaLabel)]),
  );
  byId('due-list').replaceChildren(
    ...dues.slice(1).flatMap(({ label, when }) => [element('dt', '', label), element('dd', '', when)]),
  );
  byId('due-list').hidden = dues.length < 2;
  byId('due-reason').textContent = dueReason === '' ? '' : `${words.why}: ${dueReason}`;
}

function line(id: string, inside: readonly (string | Node)[]): void {
  const place = byId(id);
  place.hidden = inside.length === 0;
  place.replaceChildren(...inside);
}
