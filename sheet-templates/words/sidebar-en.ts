import { plural } from '../../core/time/plural';
import { en as page } from './page-en';
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
    onlyAdmins: 'Setting up is for colleagues with the role Administrator on the Team tab. Ask one of them.',
    onlyTeam:
      'This is for colleagues on the Team tab. Ask whoever looks after this workbook to add your address there.',
    about: (lastTick) =>
      `Rowdesk is a help desk in this spreadsheet and your mailbox.\n\nStatuses and due times were last brought up to date: ${lastTick}.\n\nMail is fetched and sent by the Rowdesk bridge, a program of your own. Nothing leaves this spreadsheet through the script.`,
    neverRan: 'never yet',
  },
  finding: {
    duplicateId: (id, rows, differing) => ({
      what: `Ticket ${id} stands in more than one row (rows ${rows}). ${differing === '' ? 'They are exactly the same.' : `They differ in: ${differing}.`} None of them is updated until only one is left.`,
      todo:
        differing === ''
          ? 'Delete one of them.'
          : 'Delete the row that is wrong. If the copy is to be a ticket of its own, empty its number.',
    }),
    numbersMixedUp: (rows) => ({
      what: `The ticket numbers in rows ${rows} do not belong to the rest of these rows. Perhaps some columns were sorted without the others. These rows are not updated.`,
      todo: 'Undo with Ctrl+Z, or restore the version before from File → Version history. Sort with the filter in the heading: it moves whole rows.',
    }),
    nobodyFits: (id, reasons) => ({
      what: `Nobody on the Team tab can take ticket ${id}. ${reasons}.`,
      todo: 'Choose a colleague in the ticket’s row, or complete the Team tab: languages, absences, substitutes, most open tickets.',
    }),
    heldByAbsent: (id, name) => ({
      what: `Ticket ${id} was given to ${name}, who is absent or no longer active. It stays there because a person chose so.`,
      todo: 'Choose another colleague if it cannot wait.',
    }),
    unknownColleague: (id, written, couldBe) => ({
      what: `Ticket ${id} is assigned to “${written}”, and ${couldBe === '' ? 'nobody on the Team tab is called so' : `that could be ${couldBe}`}.`,
      todo: 'Choose a colleague from the list in the cell, or add the person to the Team tab.',
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
    awayByMail: (name, substitute) => ({
      what: `The mail program of ${name} answers that nobody is there. Until ${name} writes or changes something here, for at most four days, ${substitute === '' ? 'nobody is told by mail of these tickets: nobody stands in' : `${substitute} is told of these tickets`}.`,
      todo: `If ${name} is absent for longer, enter that on the Team tab${substitute === '' ? ', with a substitute' : ''}.`,
    }),
    commandDoubled: (ticketId) => ({
      what: `A command for ticket ${ticketId} stands in several rows of the Commands tab, so it was not carried out.`,
      todo: 'Delete the copies and keep one row.',
    }),
  },
  ...page,
};
