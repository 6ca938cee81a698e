import type { GmailDraft } from '../../../add-on-contract';
import type { Execution } from '../../execution';
import { ServiceException } from '../../failure';
import { remote, serviceObject } from '../../service-object';
import { text } from '../arguments';
import { addresses, draftObject, draftOptions } from './gmail-draft';
import { messageObject } from './gmail-message';
import { COMPOSE_SCOPE, mayReadScopes, type OpenInGmail } from './gmail-scopes';

/**
 * GmailApp as an add-on has it with the scopes of the open mail: that one mail, and drafts beside it
 * (developers.google.com/workspace/add-ons/gmail). Searching, labels, other mails and sending throw NotEmulated, as
 * does all of GmailApp outside an add-on. Which scope each getter of a mail needs is not verified in detail.
 */
export function gmailApp(run: Execution, open: OpenInGmail): object {
  let token: string | null = null;
  const withToken = (method: string): void => {
    if (token === open.accessToken) return;
    throw new ServiceException(
      token === null
        ? `Missing access token for ${method}: call GmailApp.setCurrentMessageAccessToken first.`
        : `Invalid access token for ${method}.`,
    );
  };
  const create = (draft: Omit<GmailDraft, 'id' | 'from'>): object => {
    const made = {
      ...draft,
      id: `draft-${run.setup.id}-${run.drafts.length + 1}`,
      from: run.setup.effectiveUser.email,
    };
    run.drafts.push(made);
    return draftObject(run, made);
  };
  return serviceObject(run, 'GmailApp', {
    setCurrentMessageAccessToken: (given: unknown) => {
      token = text(given, 'GmailApp.setCurrentMessageAccessToken');
    },
    getMessageById: remote((id: unknown) => {
      const method = 'GmailApp.getMessageById';
      run.requireAuthorization(method, mayReadScopes(open, 'metadata'));
      withToken(method);
      if (open.mail === null || text(id, method) !== open.mail.id) {
        throw new ServiceException(`Message ${String(id)} is not the one that is open.`);
      }
      return messageObject(run, open, open.mail, create);
    }),
    createDraft: remote((recipient: unknown, subject: unknown, body: unknown, options?: unknown) => {
      const method = 'GmailApp.createDraft';
      run.requireAuthorization(method, [COMPOSE_SCOPE]);
      const { subject: _none, ...rest } = draftOptions(options, method);
      return create({
        ...rest,
        inReplyTo: null,
        to: addresses(text(recipient, method)),
        subject: text(subject, method),
        body: text(body, method),
      });
    }),
  });
}
