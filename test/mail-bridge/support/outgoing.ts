/** A mail as the outbox book keeps it, for tests that are about something else than its content. */
import type { OutgoingMail } from '../../../core/outbox/outgoing-mail';
import { instant } from '../../../core/time/instant';

const NOW = instant(Date.UTC(2026, 10, 20, 9));

export const outgoing = (key: string, more: Partial<OutgoingMail> = {}): OutgoingMail => ({
  key,
  kind: 'reply',
  ticketId: null,
  sessionId: '',
  to: 'jan@people.test',
  subject: 'Re: Question',
  text: 'Yes.',
  language: 'en',
  template: '',
  messageId: `<${key}@firm.test>`,
  date: NOW,
  inReplyTo: null,
  references: [],
  createdAt: NOW,
  createdBy: '',
  notBefore: null,
  notAfter: null,
  covers: [],
  invitations: [],
  plainOnly: false,
  fromName: '',
  cc: [],
  files: [],
  ...more,
});
