import { plural } from '../../core/time/plural';
import type { DemoWords } from './dictionary';

const REMINDERS: Readonly<Record<string, string>> = {
  reminder_3d: 'in three days',
  reminder_1d: 'tomorrow',
  reminder_2h: 'in two hours',
};

const DUES = { first: 'first answer', next: 'next answer', resolve: 'solution' } as const;

export const en: DemoWords = {
  title: 'Rowdesk',
  tagline: 'A help desk in a Sheet and a mailbox. Here you play every part.',
  language: 'Language',
  panes: { people: 'People', sheet: 'Sheet', firm: 'Clock and guide' },
  skip: 'Go to the Sheet',
  people: {
    you: 'You are',
    participants: 'Participants',
    trainers: 'Trainers',
    inbox: 'Mail',
    write: 'Write to support',
    empty: 'No mail yet. Write to support and watch what happens.',
    back: 'All mail',
    to: 'To',
    subject: 'Subject',
    text: 'Message',
    send: 'Send',
    sending: 'Sending …',
    cancel: 'Cancel',
    example: 'Fill in an example',
    reply: 'Reply',
    replyText: 'Your reply',
    quote: 'Quoted text',
    automatic: 'automatic',
    fresh: 'new',
    sent: (to) => `Sent to ${to}.`,
    unread: (count) => `${count} new`,
  },
  sheet: {
    title: 'The Sheet',
    asColleague: (name) => `You are ${name}, support`,
    tickets: 'Tickets',
    dashboard: 'Dashboard',
    open: 'Open the conversation',
    wide: 'Show the Sheet alone',
    openTitle: 'Opens the sidebar for the selected ticket',
    notReady: 'The Sheet is still opening. Try again in a moment.',
  },
  clock: {
    title: 'The firm’s time',
    quarter: '+15 min',
    hour: '+1 hour',
    day: '+1 day',
    reminder: (when) => (when === null ? 'No reminder is ahead' : `To the next reminder, ${when}`),
    opening: 'The morning so far is being played …',
    moving: 'Time is passing …',
  },
  guide: {
    title: 'Six things to try',
    done: (count, of) => `${count} of ${of}`,
    finished: 'That was the whole story. Everything you saw runs the same in a firm.',
    checked: 'done',
    steps: {
      write: { title: 'Write to support', how: (person) => `In the mailbox of ${person}.` },
      arrive: {
        title: 'A row appears',
        how: () => 'The Sheet has a ticket, and the sender an acknowledgement.',
      },
      answer: {
        title: 'Answer from the Sheet',
        how: () => 'Select the row, open the conversation, write and send.',
      },
      receive: {
        title: 'The answer arrives',
        how: () => 'It stands in the same conversation of the mailbox.',
      },
      clock: { title: 'Move the clock', how: () => 'Reminders go out; what nobody answered becomes late.' },
      dashboard: { title: 'Look at the dashboard', how: () => 'A pivot table and a chart count it all.' },
    },
  },
  news: {
    title: 'What happened',
    wrote: ({ who, subject }) => `${who} writes: “${subject}”`,
    ticket: ({ id, who }) => `${id} is a new row, from ${who}`,
    acknowledged: ({ id, who }) => `${who} has the acknowledgement of ${id}`,
    answered: ({ id, who }) => `The answer to ${id} has reached ${who}`,
    reminded: ({ template, course, count }) =>
      `Reminder “${REMINDERS[template] ?? template}” sent to ${count} ${plural('en', count, ['person', 'people'])}: ${course}`,
    status: (id, label) => `${id} is now “${label}”`,
    atRisk: (id, due, time) =>
      due ? `${id} should hurry: ${DUES[due.of]} due ${time}` : `${id} should hurry`,
    late: (id, due, time) => (due ? `${id} is late: ${DUES[due.of]} was due ${time}` : `${id} is late`),
    moved: (time) => `It is now ${time}`,
    unsent: ({ who, why }) => `A mail to ${who} could not be sent: ${why}`,
    fault: (what) => `Something did not work: ${what}`,
  },
  problem: {
    noSubject: 'Give the message a subject.',
    noText: 'Write something first.',
    offline: 'The demo does not answer. Is it still running in the terminal? The page tries again by itself.',
    refused: (why) => `That did not work. ${why}`,
    close: 'Close',
  },
};
