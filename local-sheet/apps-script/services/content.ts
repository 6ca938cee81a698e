import type { Execution } from '../execution';
import { enumeration, serviceObject } from '../service-object';
import { isRecord, refuseArguments, text } from './arguments';

export interface TextContent {
  content: string;
  mimeType: string;
}

const outputs = new WeakMap<object, TextContent>();

export function textContentOf(value: unknown): TextContent | null {
  return isRecord(value) ? (outputs.get(value) ?? null) : null;
}

const MIME_TYPES = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'application/javascript',
  JSON: 'application/json',
  RSS: 'application/rss+xml',
  TEXT: 'text/plain',
  VCARD: 'text/x-vcard',
  XML: 'application/xml',
} as const;

type MimeName = keyof typeof MIME_TYPES;
const MIME_NAMES = Object.keys(MIME_TYPES) as MimeName[];

/** ContentService: what doGet answers when it is not a page (developers.google.com/apps-script/guides/content). */
export function contentService(run: Execution): object {
  const types = enumeration(run, 'MimeType', MIME_NAMES);
  return serviceObject(run, 'ContentService', {
    MimeType: types,
    createTextOutput: (initial: unknown = '') => {
      const state: TextContent = {
        content: text(initial, 'ContentService.createTextOutput'),
        mimeType: MIME_TYPES.TEXT,
      };
      let type: MimeName = 'TEXT';
      const self: object = serviceObject(run, 'TextOutput', {
        getContent: () => state.content,
        setContent: (next: unknown) => {
          state.content = text(next, 'TextOutput.setContent');
          return self;
        },
        append: (more: unknown) => {
          state.content += text(more, 'TextOutput.append');
          return self;
        },
        clear: () => {
          state.content = '';
          return self;
        },
        getMimeType: () => types[type],
        setMimeType: (next: unknown) => {
          const name = MIME_NAMES.find((key) => types[key] === next);
          if (name === undefined) return refuseArguments('TextOutput.setMimeType', [next]);
          type = name;
          state.mimeType = MIME_TYPES[name];
          return self;
        },
      });
      outputs.set(self, state);
      return self;
    },
  });
}
