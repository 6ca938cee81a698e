import { plural } from '../../core/time/plural';
import type { BoardWords } from './board-words';

const n = (count: number, one: string, other: string): string => plural('en', count, [one, other]);

export const en: BoardWords = {
  ready: 'Nothing is missing.',
  rule: {
    'no-trainer': () => 'It has no trainer. Managers: enter one on the Sessions tab.',
    'trainer-away': ({ name }) =>
      `${name} is away that day and nobody stands in. Managers: find a substitute, or move the session.`,
    'no-way-in': () =>
      'No link and no place. Managers: fill in one of them; participants will learn it from the reminders.',
    'nobody-listed': () =>
      'No participants are listed. Managers: enter or import them, or cancel the session.',
    'not-reached': ({ count, of }) =>
      `${count} of ${of} ${n(of, 'participant was', 'participants were')} not reached: the mail failed or came back. Support: call them and correct the address on the Participants tab.`,
    'not-told': ({ count, of }) =>
      `${count} of ${of} ${n(of, 'participant has', 'participants have')} not been written to, though a reminder was due. Administrator: check whether the bridge is running and what the Problems tab says.`,
    braked: () => 'The brake in Settings is on: no reminders go out. Administrator: release it.',
    'no-cover': () => 'Too few colleagues are on duty at its start. Manager: see the Staffing tab.',
    'overdue-tickets': ({ count }) =>
      `${count} ${n(count, 'ticket is', 'tickets are')} overdue. Support: answer ${n(count, 'it', 'them')} first.`,
    'trainer-silent': ({ name }) =>
      `${name} has not confirmed. Managers: ask, and enter the answer on the Sessions tab.`,
    'trainer-unknown': ({ name }) =>
      `${name} is not on the Team tab. Managers: correct the name or add the person, so that their address and absences are known.`,
    'no-materials': () => 'No materials. Trainer: add a link to them on the Sessions tab.',
    'not-logged-in': ({ count, of }) =>
      `${count} of ${of} ${n(of, 'participant has', 'participants have')} not logged in. Support: ask whether something is not working.`,
    declined: ({ count }) =>
      `${count} ${n(count, 'participant has', 'participants have')} declined the invitation. Managers: offer another date.`,
    'open-tickets': ({ count }) =>
      `${count} ${n(count, 'ticket is', 'tickets are')} open. Support: resolve ${n(count, 'it', 'them')} before the start.`,
  },
  staffing: {
    nobody: 'Nobody is on duty. Manager: enter somebody on the Rota tab.',
    short: (expected, capacity, more) =>
      `About ${expected} tickets expected, ${capacity} can be answered in time. Manager: ${more} more ${n(more, 'person', 'people')} on duty.`,
    tight: (expected, capacity) =>
      `About ${expected} tickets expected, ${capacity} can be answered: only just enough. Manager: agree on who will help out.`,
    others: (count, expected) =>
      `At the same time: ${count} other ${n(count, 'moment', 'moments')} with about ${expected} tickets, for the same people.`,
    missing: ({ name, why }) =>
      why === 'absent'
        ? `${name} is on the rota but away: swap the duty.`
        : `${name} is on the rota but leads a session then: swap the duty.`,
    noRota: 'The Rota tab is empty, so this cannot be judged. Manager: enter who is on duty and when.',
    noPeople: 'How many people it concerns is not known: enter it on the Key moments tab.',
    enough: 'Enough people are on duty.',
  },
  alert: {
    line: ({ kind, course, from, to, expected, capacity, onDuty }) =>
      `- ${from} to ${to}, ${kind}${course === '' ? '' : ` (${course})`}: about ${expected} tickets expected, ${capacity} can be answered; on duty: ${onDuty === '' ? 'nobody' : onDuty}`,
  },
  followUp: {
    from: 'Rowdesk',
    why: (checkpoint) => `Created by checkpoint “${checkpoint}”.`,
    assigned: 'As the Checkpoints tab says, or else whoever leads the session.',
  },
};
