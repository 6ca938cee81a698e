/** The mail programs that colleagues answer with. Written after what such programs send; every word in them is invented. */
import type { Program } from './answering';
import { appleInPlainText, appleOnAMac, appleOnAnIphone } from './apple';
import { gmailOnAndroid, gmailOnTheWeb } from './gmail';
import { newOutlook, outlookOfOffice, outlookOnAPhone } from './outlook';

export const PROGRAMS = {
  'Gmail on the web': gmailOnTheWeb,
  'Gmail on Android': gmailOnAndroid,
  'Outlook of Office': outlookOfOffice,
  'the new Outlook': newOutlook,
  'Outlook on a phone': outlookOnAPhone,
  'Apple Mail on an iPhone': appleOnAnIphone,
  'Apple Mail on a Mac': appleOnAMac,
  'Apple Mail in plain text': appleInPlainText,
} as const satisfies Record<string, Program>;

export type ProgramName = keyof typeof PROGRAMS;

// Object.keys of a constant object: its keys are known.
export const PROGRAM_NAMES = Object.keys(PROGRAMS) as readonly ProgramName[];
