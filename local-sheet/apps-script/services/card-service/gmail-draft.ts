import type { GmailDraft, GmailFile } from '../../../add-on-contract';
import type { Execution } from '../../execution';
import { NotEmulated } from '../../failure';
import { serviceObject } from '../../service-object';
import { isRecord, refuseArguments, text } from '../arguments';
import { fileOf } from './gmail-attachment';

/** Options of createDraft and createDraftReply that are emulated. */
const OPTIONS = new Set(['attachments', 'cc', 'htmlBody', 'subject']);

const drafts = new WeakMap<object, string>();

/** GmailDraft (developers.google.com/apps-script/reference/gmail/gmail-draft). It is never sent from here. */
export function draftObject(run: Execution, { id }: GmailDraft): object {
  const self = serviceObject(run, 'GmailDraft', { getId: () => id });
  drafts.set(self, id);
  return self;
}

export function draftIdOf(draft: unknown, method: string): string {
  const id = typeof draft === 'object' && draft !== null ? drafts.get(draft) : undefined;
  return id ?? refuseArguments(method, [draft]);
}

export interface DraftOptions {
  readonly cc: readonly string[];
  readonly subject: string | null;
  readonly htmlBody: string | null;
  readonly attachments: readonly GmailFile[];
}

export function draftOptions(given: unknown, method: string): DraftOptions {
  if (given === undefined) return { cc: [], subject: null, htmlBody: null, attachments: [] };
  if (!isRecord(given)) return refuseArguments(method, [given]);
  for (const key of Object.keys(given)) {
    if (!OPTIONS.has(key)) throw new NotEmulated(`${method} with the option ${key}`);
  }
  const word = (key: string): string | null => (given[key] === undefined ? null : text(given[key], method));
  const files = given.attachments ?? [];
  if (!Array.isArray(files)) return refuseArguments(method, [given]);
  return {
    cc: addresses(word('cc') ?? ''),
    subject: word('subject'),
    htmlBody: word('htmlBody'),
    attachments: files.map((file: unknown) => fileOf(file, method)),
  };
}

/** A comma inside a quoted name parts nothing. */
export function addresses(list: string): string[] {
  return (list.match(/(?:"(?:\\.|[^"\\])*"|[^,"])+/g) ?? [])
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
