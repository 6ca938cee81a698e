import { plural } from '../../core/time/plural';
import type { AddOnWords } from './add-on-words';

export const en: AddOnWords = {
  home: {
    title: 'My open tickets',
    open: (count) => `${count} ${plural('en', count, ['ticket', 'tickets'])}, the most pressing first`,
    none: 'No open ticket is in your name or of a session of yours.',
    more: (count) => `${count} more ${plural('en', count, ['stands', 'stand'])} on the Tickets tab.`,
    noDue: 'Nothing due',
  },
  ticket: {
    participant: 'Participant',
    lastMessages: 'Last messages',
    change: 'Change',
    openRow: 'Open the row',
    savedLook: 'Saved. Refresh to see the ticket as it is now.',
    onHold: (day) => `until ${day}`,
  },
  reply: {
    choose: 'Template',
    show: 'Show the text',
    insert: 'Insert as a draft reply',
    relayed: (name) =>
      `The draft goes to your support address. What you write there reaches ${name} with greeting and signature, from that address.`,
    direct: (name, support) =>
      `The draft goes from your own address to ${name}, with ${support} in Cc, so that your answer is on the ticket too.`,
    fromSupport: (name) => `The draft goes from this mailbox to ${name}.`,
    formLine: 'The first line names the form and is not sent. Write your answer below it.',
    answerHere: '… your answer …',
    notFromParticipant:
      'A reply to this mail would not go to the participant of the ticket, so there are no templates here. Answer from the row of the ticket.',
    addressHidden:
      'This mail did not come to your own address, so a reply would show it to the participant. Answer the mail that Rowdesk sent you about this ticket, or from the row of the ticket.',
    noSupportAddress:
      'The Settings tab has no support_address, so Rowdesk cannot tell where a reply to this mail would go. Fill it in and open the mail again.',
  },
  mail: {
    title: 'Not a ticket yet',
    unknown: (sender) => `This mail from ${sender} does not belong to any ticket.`,
    make: 'Make it a ticket',
    how: (support) =>
      `This opens a draft that forwards the mail to ${support}. Press Send there, and within a minute or so it becomes a ticket of the person who wrote it.`,
    madeBefore:
      'You have opened such a draft for this mail before. If you sent it, the ticket is there or on its way; do not send it twice.',
    theirTickets: 'Tickets of this person',
    ofTeam: 'Somebody on the Team tab wrote this mail. Only mails of other people are made tickets here.',
    ofSupport:
      'This mail came from your own support address, and no ticket on the Tickets tab belongs to it.',
    noSupportAddress:
      'The Settings tab has no support_address, so there is nowhere to forward this mail to. Fill it in and come back.',
    noSender: 'This mail names no sender, so it cannot become a ticket here. Forward it to support by hand.',
    leftOut: (files) => `Attachments that are too large to come along: ${files}`,
  },
  notice: {
    notLinked: {
      title: 'One step is missing',
      text: 'The add-on does not know its workbook yet. Open the Rowdesk spreadsheet, choose Rowdesk → Set up there once, and come back.',
    },
    noAccess: {
      title: 'No access to the workbook',
      text: 'Google does not let this account open the Rowdesk spreadsheet. Ask whoever looks after it to share it with you as an editor.',
    },
    noMail: {
      title: 'The mail could not be read',
      text: 'Gmail did not hand this mail over. Open another mail, then this one again.',
    },
    trouble: {
      title: 'That did not work',
      text: 'Google did not answer as it should. Wait a minute and open this again: you will see what was saved and what was not.',
    },
    outdated: {
      title: 'This card is out of date',
      text: 'Rowdesk has changed since the card was shown. Open the mail again.',
    },
    refused: 'Not done',
  },
};
