import type { GmailFile } from '../../../add-on-contract';
import type { Execution } from '../../execution';
import { NotEmulated } from '../../failure';
import { serviceObject } from '../../service-object';
import { blobObject } from '../blob';

const files = new WeakMap<object, GmailFile>();

/** GmailAttachment: enough to look at one and to hand it, or a copy of it, on with a draft. */
export function attachmentObject(run: Execution, file: GmailFile): object {
  const self = serviceObject(run, 'GmailAttachment', {
    getName: () => file.name,
    getContentType: () => file.contentType,
    getSize: () => file.data.byteLength,
    copyBlob: () => {
      const blob = blobObject(run, Buffer.from(file.data), file.contentType, file.name);
      files.set(blob, file);
      return blob;
    },
  });
  files.set(self, file);
  return self;
}

export function fileOf(value: unknown, method: string): GmailFile {
  const file = typeof value === 'object' && value !== null ? files.get(value) : undefined;
  if (file === undefined)
    throw new NotEmulated(`${method} with a file that is no attachment of the open mail`);
  return file;
}
