/** A mail of a person that says nothing in particular, but for what a test changes. */
import type { Mail } from '../../../core/mail/mail';

export function mailOf(over: Partial<Mail>): Mail {
  return {
    messageId: '<m@client.example>',
    messageIdMissing: false,
    inReplyTo: null,
    references: [],
    from: { address: 'anna@client.example', name: 'Anna' },
    fromProblems: [],
    replyTo: [],
    to: [],
    cc: [],
    subject: 'A question',
    date: null,
    headers: [],
    text: '',
    html: '',
    htmlAsText: '',
    htmlMarked: '',
    attachments: [],
    reports: [],
    embedded: [],
    calendar: null,
    contentType: { value: 'text/plain', params: new Map() },
    sizeBytes: 0,
    warnings: [],
    ...over,
  };
}

export const headed = (...fields: readonly (readonly [string, string])[]): Pick<Mail, 'headers'> => ({
  headers: fields.map(([name, value]) => ({ name, value })),
});

export const sentBy = (address: string, name = ''): Pick<Mail, 'from'> => ({ from: { address, name } });

export const reported = (kind: Mail['reports'][number]['kind']): Pick<Mail, 'reports'> => ({
  reports: [{ kind, blocks: [] }],
});

export const reportTyped = (type: string): Pick<Mail, 'contentType'> => ({
  contentType: { value: 'multipart/report', params: new Map([['report-type', type]]) },
});

export const enclosing = (subject: string): Pick<Mail, 'embedded'> => ({
  embedded: [{ headers: [], messageId: null, from: null, to: [], subject, text: '' }],
});
