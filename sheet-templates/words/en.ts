import type { Dictionary } from './dictionary';

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
  problem: {
    ticketRowRestored: (ticket, from) => ({
      what: `The row of ticket ${ticket} had been deleted when ${from} wrote again. It was made anew from what the bridge knows.`,
      todo: 'Fill in what only the old row had (priority, assignee, tags), then clear this line.',
    }),
    badOffset: (step) => ({
      what: `The reminder “${step}” does not say clearly when it is due.`,
      todo: 'Write the time as “-3 d”, “-2 h” or “+30 min” on the Reminders tab. Until then it is not sent.',
    }),
    badCondition: (step) => ({
      what: `The condition of the reminder “${step}” cannot be understood.`,
      todo: 'Write it as “logged in = no”, “online” or “on site” on the Reminders tab, or leave it empty. Until then the reminder is not sent.',
    }),
    badCheckpoint: (checkpoint) => ({
      what: `The checkpoint “${checkpoint}” does not say clearly when it is due or what should be done by then.`,
      todo: 'On the Checkpoints tab write the moment as “-1 d” and what is expected as “logged in”. Until then it is skipped.',
    }),
    unknownZone: (session) => ({
      what: `The session “${session}” has a time zone that nobody knows.`,
      todo: 'Write it as Europe/Warsaw or Europe/Kyiv, or leave it empty for the zone of the firm. Until then no reminders go out.',
    }),
    unknownReaderZone: (email, zone) => ({
      what: `The time zone “${zone}” of ${email} is not known.`,
      todo: 'Write it as Europe/Warsaw or Europe/Kyiv on the Participants tab, or leave it empty. Until then the zone of the session is used.',
    }),
    badSetting: (key, value, used) => ({
      what: `The setting ${key} cannot be “${value}”.`,
      todo: `Correct it on the Settings tab. Until then “${used}” is used.`,
    }),
    missingColumn: (tab, label) => ({
      what: `The column “${label}” is missing from the tab “${tab}”.`,
      todo: 'Choose Set up in the Rowdesk menu: it adds the column and keeps everything else.',
    }),
    copiedOutboxRow: (key) => ({
      what: `The key “${key}” stands in more than one row of the Outbox. Only the first of them is sent.`,
      todo: 'To send the other as well, give it a key of its own; otherwise delete it.',
    }),
    missingTemplate: (key, language) => ({
      what: `There is no template “${key}” in ${language}, so a mail was not written.`,
      todo: 'Add it on the Templates tab.',
    }),
    undelivered: (ticket, address, answer) => ({
      what: `A mail of ticket ${ticket} did not reach ${address}: ${answer}`,
      todo: 'Check the address with the participant, by phone if you can.',
    }),
    undeliveredReminder: (course, person, address) => ({
      what: `Mails about “${course}” do not reach ${person}: the last one to ${address} was returned.`,
      todo: 'Ask for the right address, by phone if you can, and correct it on the Participants tab. Until then nothing about sessions is sent to this one.',
    }),
    unfetchable: (uid, reason) => ({
      what: `The mail server does not give out one mail of the mailbox (number ${uid}): ${reason}`,
      todo: 'Open the mailbox and look for it; if it asks for help, forward it to the support address.',
    }),
    quarantined: (name, reason) => ({
      what: `A mail could not be understood and was set aside: ${reason}`,
      todo: `It is kept in the spool as ${name}…eml and in the mailbox. If it asks for help, answer it from there. Whoever runs Rowdesk can have it tried again: “rowdesk quarantine retry ${name}”.`,
    }),
  },
};
