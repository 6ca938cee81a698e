import { plural } from '../../core/time/plural';
import type { HealthWords } from './health-words';

const mails = (count: number): string => `${count} ${plural('en', count, ['mail', 'mails'])}`;

export const healthEn: HealthWords = {
  condition: {
    'mailbox-silent': {
      subject: 'Rowdesk cannot read the support mailbox',
      what: ({ since, mailbox }) => `The mailbox ${mailbox} has been out of reach since ${since}.`,
      means:
        'New mails from participants do not become tickets. They are not lost: they wait in the mailbox and are taken in as soon as the connection is back. Answers and reminders still go out.',
      todo: 'Check whether you can open the mailbox in the browser and whether the mail provider reports a fault. Until it works again, look into the mailbox now and then for urgent mails.',
      overSubject: 'Rowdesk reads the support mailbox again',
      over: ({ since, until, mailbox }) =>
        `The mailbox ${mailbox} could not be read from ${since} to ${until}. It works again, and the mails that came meanwhile are being taken in.`,
    },
    'mailbox-login': {
      subject: 'The support mailbox refuses Rowdesk’s password',
      what: ({ since, mailbox }) =>
        `The mail server has refused Rowdesk’s login to the mailbox ${mailbox} since ${since}.`,
      means:
        'New mails from participants do not become tickets. They are not lost: they wait in the mailbox and are taken in once the login works. Answers and reminders may be held up too, if they use the same password.',
      todo: 'Pass this to whoever runs Rowdesk: if the password was changed or an app password withdrawn, make a new one, save it where the configuration of Rowdesk expects it, and start Rowdesk again. Until the login works, look into the mailbox for urgent mails.',
      overSubject: 'Rowdesk is logged in to the support mailbox again',
      over: ({ since, until, mailbox }) =>
        `The mail server refused Rowdesk’s login to the mailbox ${mailbox} from ${since} to ${until}. The login works again, and the mails that came meanwhile are being taken in.`,
    },
    'sheet-refused': {
      subject: 'Google does not let Rowdesk into the Sheet',
      what: ({ since }) => `Google has refused Rowdesk access to the Sheet since ${since}.`,
      means:
        'New mails are kept safe but do not appear as tickets, and answers written in the Sheet do not go out.',
      todo: 'Check that the Sheet is still shared, as an editor, with the address of the service account, and that its key has not been deleted in the Google Cloud console. Until it works again, answer urgent mails from the mailbox itself.',
      overSubject: 'Rowdesk works with the Sheet again',
      over: ({ since, until }) =>
        `Google refused Rowdesk access to the Sheet from ${since} to ${until}. It works again: what had waited is being entered and sent.`,
    },
    'sheet-silent': {
      subject: 'Rowdesk cannot reach the Sheet',
      what: ({ since }) => `Google Sheets has not answered, or not as it should, since ${since}.`,
      means:
        'New mails are kept safe but do not appear as tickets, and answers written in the Sheet do not go out.',
      todo: 'Check the network of the machine that runs Rowdesk, and google.com/appsstatus. If both are fine, look into the log of Rowdesk. Until it works again, answer urgent mails from the mailbox itself.',
      overSubject: 'Rowdesk works with the Sheet again',
      over: ({ since, until }) =>
        `Google Sheets could not be reached from ${since} to ${until}. It works again: what had waited is being entered and sent.`,
    },
    'intake-stuck': {
      subject: 'Mails wait for their row in the Sheet',
      what: ({ since }) =>
        `Mails have come in and are safe on Rowdesk’s disk, but since ${since} none has got a row in the Sheet.`,
      means:
        'Whoever wrote them has no ticket yet. Nothing is lost: the mails keep their order and are entered as soon as it works. Answers written in the Sheet still go out where the Sheet allows it.',
      todo: 'Check whether the workbook is full (Google allows 10 million cells) and whether a tab or a column was renamed, protected or deleted. On the machine that runs Rowdesk, the log says what keeps the mails back; “rowdesk doctor” checks the rest. Until it works again, answer urgent mails from the mailbox itself.',
      overSubject: 'Mails get their rows in the Sheet again',
      over: ({ since, until }) =>
        `From ${since} to ${until} mails waited for their row in the Sheet. They are being entered again.`,
    },
    'smtp-login': {
      subject: 'The outgoing mail server refuses Rowdesk’s password',
      what: ({ since }) => `The outgoing mail server has refused Rowdesk’s login since ${since}.`,
      means:
        'Answers, reminders and alerts do not go out. They wait and go out once the login works; reminders whose moment has passed are left out.',
      todo: 'Pass this to whoever runs Rowdesk: if the password was changed or an app password withdrawn, make a new one, save it where the configuration of Rowdesk expects it, and start Rowdesk again. Call people who cannot wait.',
      overSubject: 'Rowdesk’s mails go out again',
      over: ({ since, until }) =>
        `The outgoing mail server refused Rowdesk’s login from ${since} to ${until}, and no mail went out. What had waited goes out now, except reminders whose moment had passed.`,
    },
    'smtp-silent': {
      subject: 'Rowdesk cannot reach the outgoing mail server',
      what: ({ since, count }) =>
        `The outgoing mail server has been out of reach since ${since}, and ${mails(count)} ${plural('en', count, ['waits', 'wait'])}.`,
      means:
        'Answers, reminders and alerts do not go out. They wait and go out once the connection is back; reminders whose moment has passed are left out.',
      todo: 'Check the network of the machine that runs Rowdesk and whether the mail provider reports a fault. Call people who cannot wait.',
      overSubject: 'Rowdesk’s mails go out again',
      over: ({ since, until }) =>
        `The outgoing mail server could not be reached from ${since} to ${until}, and no mail went out. What had waited goes out now, except reminders whose moment had passed.`,
    },
    quarantine: {
      subject: 'Mails wait in quarantine',
      what: ({ since, count }) =>
        `${mails(count)} could not be taken in and ${plural('en', count, ['was', 'were'])} set aside (noticed ${since}).`,
      means: 'Whoever wrote them has no ticket and gets no answer until somebody has a look.',
      todo: 'Each of them has a line on the Problems tab. On the machine that runs Rowdesk, “rowdesk quarantine list” shows them; “retry” takes one in again and “drop” marks it as dealt with.',
      overSubject: 'No mail waits in quarantine any more',
      over: ({ since }) => `The mails that were set aside (noticed ${since}) have been dealt with.`,
    },
    'unknown-sends': {
      subject: 'It is not known whether some mails went out',
      what: ({ since, count }) =>
        `Nobody knows whether ${mails(count)} went out: the connection broke at the very moment of handing over (noticed ${since}).`,
      means:
        'The recipients may be waiting in vain. Rowdesk does not send again by itself, so that nobody gets the same mail twice.',
      todo: 'Each of them has a line on the Problems tab. Look for the mail in the Sent folder: if it is there, it went out. If not, ask the recipient whether it came, or write again and say that it may come twice. Then delete the line.',
      overSubject: 'The mails in doubt are settled',
      over: ({ since }) =>
        `The mails of which nobody knew whether they went out (noticed ${since}) are settled.`,
    },
    'failed-sends': {
      subject: 'Some mails could not be sent',
      what: ({ since, count }) =>
        `${mails(count)} could not be sent and will not be tried again (noticed ${since}).`,
      means: 'The recipients have not got them.',
      todo: 'Each of them has a line on the Problems tab with the reason. Correct the address or the text and write again, or call. Then delete the line.',
      overSubject: 'The mails that failed have been dealt with',
      over: ({ since }) => `The mails that could not be sent (noticed ${since}) have been dealt with.`,
    },
    disk: {
      subject: 'Rowdesk’s disk is almost full, or cannot be written to',
      what: ({ since, reason, count }) =>
        reason === ''
          ? `Only ${count} MB are free on the disk with Rowdesk’s state folder (noticed ${since}).`
          : `Rowdesk has not been able to write to its state folder since ${since}.`,
      means:
        'When nothing can be written, no mail is taken in or sent: Rowdesk does neither without a record on the disk. Mails are not lost, they wait in the mailbox.',
      todo: 'Free some space on the machine that runs Rowdesk (old logs, backups), or fit a larger disk. Do not delete anything in the state folder by hand.',
      overSubject: 'Rowdesk can write to its disk again',
      over: ({ since, until }) =>
        `The disk with Rowdesk’s state folder was almost full, or could not be written to, from ${since} to ${until}. It is fine again.`,
    },
  },
  hello: 'Hello,',
  said: (reason) => `Last error: “${reason}”`,
  meansTitle: 'What it means for participants',
  todoTitle: 'What to do',
  willTell: 'Rowdesk will write again when it is over.',
  overTodo: 'Nothing is left to do: delete this line.',
  unknownSend: (to, subject, at) => ({
    what: `Nobody knows whether the mail “${subject}” to ${to} went out: the connection broke while it was being handed over (${at}).`,
    todo: 'Look for the mail in the Sent folder: if it is there, it went out. If not, ask the recipient whether it came, or write again and say that it may come twice. Then delete this line.',
  }),
  failedSend: (to, subject, answer) => ({
    what: `The mail “${subject}” to ${to} could not be sent: ${answer}`,
    todo: 'Correct the address or the text and write again, or call. Then delete this line.',
  }),
  settledSend: (to, subject) => ({
    what: `The mail “${subject}” to ${to}, which was in doubt, has been settled.`,
    todo: 'Nothing is left to do: delete this line.',
  }),
};
