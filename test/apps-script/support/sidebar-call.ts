/** Calls the sidebar's one function as its page does, but without a page. */
import type {
  Answer,
  SidebarAction,
  SidebarAnswer,
  SidebarCalls,
} from '../../../apps-script/sidebar/contract';
import type { Selection, SheetUser } from '../../../local-sheet/contract';
import { ANNA, type Desk } from './desk';

export const NOWHERE: Selection = { sheetId: 0, row: 1, column: 1 };

export function call<A extends SidebarAction>(
  desk: Desk,
  action: A,
  takes: SidebarCalls[A]['takes'],
  { user = ANNA, selection = NOWHERE }: { readonly user?: SheetUser; readonly selection?: Selection } = {},
): SidebarAnswer<A> {
  const { returned } = desk.host.runFromPage(user, 'sidebarCall', [{ action, ...takes }], selection);
  // What the script answers to this action; the assertions of the caller read it.
  return returned as SidebarAnswer<A>;
}

export function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.refusal}: ${answer.detail}`);
  return answer.value;
}
