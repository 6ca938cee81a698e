import { formatLength } from '../../core/time/format';
import { plural } from '../../core/time/plural';
import type { Dictionary } from './dictionary';

const count = (n: number, one: string, other: string): string => `${n} ${plural('en', n, [one, other])}`;
const tickets = (n: number): string => count(n, 'ticket', 'tickets');

export const en: Dictionary = {
  menu: {
    title: 'Rowdesk',
    setUp: 'Set up',
    refreshNow: 'Refresh now',
    openConversation: 'Open conversation',
    about: 'About',
  },
  owner: {
    person: { name: 'You fill this in', fills: 'You fill this in.' },
    bridge: {
      name: 'The mail bridge fills this in',
      fills: 'The mail bridge fills this in; changes here are not used.',
    },
    script: {
      name: 'The tracker fills this in',
      fills: 'The tracker fills this in; changes here are overwritten.',
    },
  },
  dashboard: {
    title: 'Dashboard',
    about:
      'These tables count the rows of Tickets and follow them by themselves. Change or add to them as you like.',
    byStatus: 'Tickets by status',
    bySla: 'Promised times by priority',
    byCourse: 'Tickets by status and course',
    count: 'Tickets',
    chartAlt: 'Bar chart: number of tickets in each status. The same numbers are in the table to the left.',
  },
  setup: {
    done: (changes) => `Setup finished: ${count(changes, 'change', 'changes')} made.`,
    nothingToDo: 'Everything is in place already.',
    failed: (reason) => `Setup changed nothing, because Google refused it: ${reason}`,
  },
  refresh: {
    done: (n) => `Up to date: ${tickets(n)} checked.`,
    busy: 'A refresh is already running. Look again in a minute.',
  },
  count: {
    tickets,
    messages: (n) => count(n, 'message', 'messages'),
    problems: (n) => count(n, 'problem', 'problems'),
    participants: (n) => count(n, 'participant', 'participants'),
  },
  problem: {
    unknownWord: (column, value, allowed) => ({
      what: `“${value}” is not a word that the column “${column}” knows.`,
      todo: `Choose one of these: ${allowed.join(', ')}.`,
    }),
    correctedWord: (column, value, label) => ({
      what: `“${value}” in the column “${column}” was read as “${label}”.`,
      todo: 'If something else was meant, choose it from the list.',
    }),
    messageWithoutTicket: (ticket, from) => ({
      what: `A message from ${from} belongs to ticket ${ticket}, which is no longer on the Tickets tab.`,
      todo: 'Bring the row back (Edit, Undo, or File, Version history), or leave it: the next refresh makes a new row from the message.',
    }),
    ticketRowRestored: (ticket, from) => ({
      what: `The row of ticket ${ticket} had been deleted when ${from} wrote again. It was made anew from what the bridge knows.`,
      todo: 'Fill in what only the old row had (priority, assignee, tags), then clear this line.',
    }),
    duplicateId: (id, rows) => ({
      what: `${id} stands in more than one row: ${rows.join(', ')}.`,
      todo: 'Keep one row and delete the copies. Until then only the first is used.',
    }),
    missingId: (row) => ({
      what: `Row ${row} has no number, so nothing is done with it.`,
      todo: 'Undo the deletion of the number, or delete the row.',
    }),
    illegalMove: (ticket, from, to, allowed) => ({
      what: `Ticket ${ticket} cannot go from “${from}” to “${to}”.`,
      todo: `From “${from}” it can go to: ${allowed.join(', ')}.`,
    }),
    badDate: (column, value) => ({
      what: `“${value}” in the column “${column}” is not a date.`,
      todo: 'Write it as a date, such as 2026-11-30, or choose it from the little calendar.',
    }),
    badSetting: (key, value, used) => ({
      what: `The setting ${key} cannot be “${value}”.`,
      todo: `Correct it on the Settings tab. Until then “${used}” is used.`,
    }),
    badCalendarRow: (calendar, written) => ({
      what: `A row of the calendar “${calendar}” makes no sense: ${written}.`,
      todo: 'Opening hours need a weekday from 1 to 7 and times such as 09:00 and 17:00; a day off needs a date.',
    }),
    missingCalendar: (calendar) => ({
      what: `The SLA tab counts by the calendar “${calendar}”, which is not on the Calendar tab.`,
      todo: 'Add its opening hours to the Calendar tab, or name another calendar. Until then no due times are set.',
    }),
    missingColumn: (tab, label) => ({
      what: `The column “${label}” is missing from the tab “${tab}”.`,
      todo: 'Choose Set up in the Rowdesk menu: it adds the column and keeps everything else.',
    }),
    missingTab: (tab) => ({
      what: `The tab “${tab}” is missing.`,
      todo: 'Choose Set up in the Rowdesk menu: it adds the tab and keeps everything else.',
    }),
    missingTemplate: (key, language) => ({
      what: `There is no template “${key}” in ${language}, so a mail was not written.`,
      todo: 'Add it on the Templates tab.',
    }),
    templateFault: (key, fault) => ({
      what: `The template “${key}” cannot be filled in: ${fault}`,
      todo: 'Correct it on the Templates tab. No mail is made from it until then.',
    }),
    unknownSession: (session, participant) => ({
      what: `${participant} is listed for the session “${session}”, which is not on the Sessions tab.`,
      todo: 'Correct the session of this participant, or add the session. Until then no reminders go out.',
    }),
    unknownColleague: (name) => ({
      what: `“${name}” is not on the Team tab.`,
      todo: 'Choose a colleague from the list, or add them to the Team tab.',
    }),
    zoneMismatch: (ofSheet, ofSettings) => ({
      what: `The spreadsheet keeps time in ${ofSheet}, the settings say ${ofSettings}.`,
      todo: 'Make them equal: File, Settings, Time zone, or the row “zone” on the Settings tab.',
    }),
    undelivered: (ticket, address, answer) => ({
      what: `A mail of ticket ${ticket} did not reach ${address}: ${answer}`,
      todo: 'Check the address with the participant, by phone if you can.',
    }),
    notSent: (to, subject, answer) => ({
      what: `The mail “${subject}” to ${to} could not be sent: ${answer}`,
      todo: 'Put right what the server says, then send it again from the conversation.',
    }),
    quarantined: (from, subject, reason) => ({
      what: `A mail from ${from} (“${subject}”) was set aside: ${reason}`,
      todo: 'It is kept. Open it in the mailbox; if it asks for help, answer from there or forward it to the support address.',
    }),
    mailboxSilent: (minutes) => ({
      what: `The mail bridge has not reported for ${formatLength(minutes, 'en')}.`,
      todo: 'See that it is running and online: “rowdesk doctor” tells what is wrong.',
    }),
  },
};
