import type { GmailDraft, GmailMail } from '../../../add-on-contract';
import type { Execution } from '../../execution';
import { ServiceException } from '../../failure';
import { remote, serviceObject } from '../../service-object';
import { text } from '../arguments';
import { attachmentObject } from './gmail-attachment';
import { addresses, draftOptions } from './gmail-draft';
import { COMPOSE_SCOPE, mayReadScopes, type OpenInGmail } from './gmail-scopes';

/** "The subject line for the reply draft (up to 250 characters)": the published types, GmailReplyOptions. */
const LONGEST_SUBJECT = 250;

/** GmailMessage (developers.google.com/apps-script/reference/gmail/gmail-message) of the mail that is open. */
export function messageObject(
  run: Execution,
  open: OpenInGmail,
  mail: GmailMail,
  create: (draft: Omit<GmailDraft, 'id' | 'from'>) => object,
): object {
  /** As getFrom, getTo … give them, whatever the case in which the sender's program wrote the name. */
  const header = (name: string): string =>
    mail.headers.find(([written]) => written.toLowerCase() === name.toLowerCase())?.[1] ?? '';
  const metadata =
    <T>(method: string, give: () => T): (() => T) =>
    () => {
      run.requireScope(`GmailMessage.${method}`, mayReadScopes(open, 'metadata'));
      return give();
    };
  const content =
    <T>(method: string, give: () => T): (() => T) =>
    () => {
      run.requireScope(`GmailMessage.${method}`, mayReadScopes(open, 'content'));
      return give();
    };
  return serviceObject(run, 'GmailMessage', {
    getId: () => mail.id,
    getThread: () => serviceObject(run, 'GmailThread', { getId: () => mail.threadId }),
    getFrom: metadata('getFrom', () => header('From')),
    getTo: metadata('getTo', () => header('To')),
    getCc: metadata('getCc', () => header('Cc')),
    getReplyTo: metadata('getReplyTo', () => header('Reply-To')),
    getSubject: metadata('getSubject', () => header('Subject')),
    getDate: metadata('getDate', () => new Date(mail.date)),
    // The name is case-sensitive, and mail programs write Message-ID and Message-Id alike.
    getHeader: (name: unknown) => {
      run.requireScope('GmailMessage.getHeader', mayReadScopes(open, 'metadata'));
      const wanted = text(name, 'GmailMessage.getHeader');
      return mail.headers.find(([written]) => written === wanted)?.[1] ?? '';
    },
    getPlainBody: remote(content('getPlainBody', () => mail.plainBody)),
    getBody: remote(content('getBody', () => mail.htmlBody ?? mail.plainBody)),
    getAttachments: remote(
      content('getAttachments', () => (mail.attachments ?? []).map((file) => attachmentObject(run, file))),
    ),
    createDraftReply: remote((body: unknown, options?: unknown) => {
      const method = 'GmailMessage.createDraftReply';
      run.requireAuthorization(method, [COMPOSE_SCOPE]);
      const { subject, ...rest } = draftOptions(options, method);
      if (subject !== null && subject.length > LONGEST_SUBJECT) {
        throw new ServiceException('Argument too large: subject');
      }
      const own = header('Subject');
      return create({
        ...rest,
        inReplyTo: mail.id,
        // To the sender, by the reply-to address where there is one.
        to: addresses(header('Reply-To') || header('From')),
        subject: subject ?? (/^re:/i.test(own) ? own : `Re: ${own}`),
        body: text(body, method),
      });
    }),
  });
}
