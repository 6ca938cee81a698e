import { plural } from '../../core/time/plural';
import type { TrackerWords } from './sidebar-words';

export const en: TrackerWords = {
  command: {
    refreshed: (changed) =>
      changed === 0
        ? 'Everything is up to date.'
        : `${changed} ${plural('en', changed, ['ticket', 'tickets'])} updated.`,
    otherRunning: 'Rowdesk is already at work in this workbook. Try again in a minute.',
    unfinished: 'There was more to do than fits into one run. The rest follows in a few minutes.',
    setUpTitle: 'Rowdesk is set up',
    setUpDone: (tabs, columns) =>
      `${tabs} ${plural('en', tabs, ['tab', 'tabs'])} and ${columns} ${plural('en', columns, ['column', 'columns'])} added. Nothing of yours was removed.`,
    setUpNothingToDo: 'The workbook was complete already. Nothing was changed.',
    clockInstalled: 'Statuses and due times are now brought up to date every 5 minutes.',
    clockRunsElsewhere: (who) =>
      `Statuses and due times are already kept up to date by the account ${who}, so no second clock was started.`,
    notSetUp: 'This workbook lacks tabs that Rowdesk needs. Choose Rowdesk → Set up.',
    about: (lastTick) =>
      `Rowdesk is a help desk in this spreadsheet and your mailbox.\n\nStatuses and due times were last brought up to date: ${lastTick}.\n\nMail is fetched and sent by the Rowdesk bridge, a program of your own. Nothing leaves this spreadsheet through the script.`,
    neverRan: 'never yet',
  },
  finding: {
    duplicateId: (id, rows) => ({
      what: `Ticket ${id} stands in more than one row (rows ${rows}). None of them is updated until only one is left.`,
      todo: 'Delete the copy, or empty the number in the copied row.',
    }),
    idMissing: (row, subject) => ({
      what: `Row ${row} of Tickets has no ticket number${subject === '' ? '' : ` (“${subject}”)`}. Mail of that ticket no longer reaches the row.`,
      todo: 'Undo the change (Ctrl+Z), or restore the number from the Messages tab; delete the row if it is a leftover.',
    }),
    messagesWithoutTicket: (ticketId) => ({
      what: `The Messages tab holds messages of ticket ${ticketId}, which is not on the Tickets tab.`,
      todo: 'Restore the ticket’s row (File → Version history), or delete its messages too.',
    }),
    unreadableCell: (column, found, id) => ({
      what: `Ticket ${id}: Rowdesk cannot make sense of “${found}” in the column “${column}”. The cell was left as it is and counts as empty.`,
      todo: 'Correct the cell; where it has a list, choose from the list.',
    }),
    rowWouldNotStandStill: (id) => ({
      what: `The row of ticket ${id} kept moving while Rowdesk was writing to it, so the write was given up.`,
      todo: 'Compare the row with the History tab. The next run brings its due times up to date.',
    }),
  },
  page: {
    title: 'Conversation',
    loading: 'Loading …',
    refresh: 'Refresh',
    pickTicket: 'Select a row of the Tickets tab to read its conversation here.',
    otherSelected: (id) => `You selected ${id}. Your draft here is kept.`,
    showIt: 'Show it',
    status: 'Status',
    dueTimes: 'Due times',
    why: 'Why',
    session: 'Session',
    conversation: 'Conversation',
    noMessages: 'No messages yet.',
    note: 'Internal note',
    quoted: 'Show quoted text',
    attachments: 'Attachments',
    reply: 'Answer',
    internalNote: 'Note',
    template: 'Template',
    usualForm: 'Plain answer',
    forms: 'Form of the mail',
    inserts: 'Insert a text',
    yourAnswer: (name) => `Your answer to ${name}`,
    yourNote: 'Your note for colleagues',
    preview: 'What will be sent',
    previewEmpty: 'Write something to see the mail.',
    sendAndWait: 'Send and wait for participant',
    sendAndResolve: 'Send and resolve',
    saveNote: 'Save note',
    noteStaysInside: 'Notes are for the team. They are never sent.',
    sending: 'Saving …',
    queued: 'Queued. The bridge sends it within a minute or so.',
    queuedAlready: 'This answer was queued already; it was not queued twice.',
    noteSaved: 'Note saved.',
    statusSaved: 'Status saved.',
    pausedFollowing: 'Not following the selection for now. Move the pointer here to go on.',
    answerLanguage: { en: 'in English', pl: 'in Polish', uk: 'in Ukrainian' },
    pending: 'Waiting to be sent',
    failed: 'Not sent: see the Outbox tab',
    connectionLost: 'Google did not answer. Check your connection and try again: nothing is sent twice.',
  },
  refusal: {
    'no-ticket-selected': 'No ticket is selected. Select a row of the Tickets tab.',
    'ticket-gone': (id) =>
      `Ticket ${id} is not on the Tickets tab any more. Undo the deletion or choose another row.`,
    'ticket-doubled': (id) =>
      `Ticket ${id} stands in more than one row. Delete the copy first; the Problems tab says which.`,
    'address-invalid': (address) =>
      address === ''
        ? 'This ticket has no e-mail address. Put one into its row first.'
        : `“${address}” is not an address that mail can be sent to. Correct it in the ticket’s row first.`,
    'status-refused': (detail) => detail,
    'text-empty': 'There is nothing to send yet. Write an answer first.',
    'text-too-long': (limit) => `The text is too long. Shorten it to ${limit} characters.`,
    busy: 'The workbook is busy just now. Try again in a few seconds; your text is kept.',
    'not-set-up': 'This workbook lacks tabs that Rowdesk needs. Choose Rowdesk → Set up.',
    'template-broken': (detail) => `The mail cannot be written: ${detail}`,
    'unknown-request': 'This page is older than the script. Close it and open the conversation again.',
  },
};
