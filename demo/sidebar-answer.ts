/** Answers and hands over a ticket as a colleague does: through the tracker's sidebar, by the one function that the page may call. */
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { SHEET_ID } from '../core/workbook/columns';
import type { World } from './world';

const ANSWER = v.object({ ok: v.boolean(), refusal: v.optional(v.string()), detail: v.optional(v.string()) });

/** @throws Error with the tracker's reason when it refuses */
export function answerFromSidebar(world: World, ticketId: string, text: string, resolve: boolean): void {
  const key = randomBytes(16).toString('hex');
  callSidebar(world, { action: 'queueReply', key, ticketId, text, template: '', resolve, to: 'requester' });
}

/** @throws Error with the tracker's reason when it refuses */
export function handOver(world: World, ticketId: string, name: string): void {
  callSidebar(world, { action: 'setCell', ticketId, wish: { column: 'assignee', to: name } });
}

function callSidebar({ host, user }: World, request: object): void {
  const selection = { sheetId: SHEET_ID.tickets, row: 3, column: 1 };
  const { returned } = host.runFromPage(user, 'sidebarCall', [request], selection);
  const answer = v.parse(ANSWER, returned);
  if (!answer.ok) throw new Error(`The tracker refused it: ${answer.refusal ?? ''} ${answer.detail ?? ''}`);
}
