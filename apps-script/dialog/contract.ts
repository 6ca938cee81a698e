/**
 * The dialogs of the menu and the script: one door (`dialogCall` in entry.ts) for all of them.
 *
 * A dialog has a contract (`<name>-contract.ts`: an interface of its requests, plain values both ways), handlers
 * (`<name>-handlers.ts`: `Handlers<ItsCalls>`, each of which begins with `admittedToDialog` and the right that it
 * takes), and a page (`page/<name>.{html,ts,css}`, which asks through `dialogPage<ItsCalls, ItsWords>`). It is listed
 * here, in answer.ts and in the menu (on-open.ts); scripts/build.mjs makes one HTML file of its page.
 *
 * What a dialog has to refuse for reasons of its own is a value that it gives, not a refusal: the door says only what
 * holds for all of them.
 */
import type { DoorAnswer } from '../door/contract';
import type { ForecastCalls } from './forecast-contract';
import type { ImportCalls } from './import-contract';
import type { PreviewCalls } from './preview-contract';

export interface DialogCalls extends ForecastCalls, ImportCalls, PreviewCalls {}

export type DialogAction = keyof DialogCalls;
export type DialogAnswer<A extends DialogAction> = DoorAnswer<DialogCalls[A]['gives']>;
