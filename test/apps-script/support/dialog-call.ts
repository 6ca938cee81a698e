/** Calls the dialogs' one function as their pages do, but without a page. */
import type { DialogAction, DialogAnswer, DialogCalls } from '../../../apps-script/dialog/contract';
import type { SheetUser } from '../../../local-sheet/contract';
import { ANNA, type Desk } from './desk';
import { NOWHERE } from './sidebar-call';

export function callDialog<A extends DialogAction>(
  desk: Desk,
  action: A,
  takes: DialogCalls[A]['takes'],
  user: SheetUser = ANNA,
): DialogAnswer<A> {
  const { returned } = desk.host.runFromPage(user, 'dialogCall', [{ action, ...takes }], NOWHERE);
  // What the script answers to this action; the assertions of the caller read it.
  return returned as DialogAnswer<A>;
}
