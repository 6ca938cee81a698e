/// <reference lib="dom" />
/** What the page asks of its server. The server's side of protocol.ts is the same types, so its answers are taken at their word. */
import type { CardAnswer, CardRequest } from '../cards';
import type { ClockRequest, ConversationView, DemoState, WriteRequest } from '../protocol';

/** The server said no, and why. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

async function answer(response: Response): Promise<unknown> {
  const body = (await response.json()) as { error?: unknown } | null;
  if (response.ok) return body;
  throw new Refused(String(body?.error ?? `${response.status} ${response.statusText}`));
}

async function post(path: string, body: unknown): Promise<unknown> {
  const options = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return answer(await fetch(path, options));
}

export const server = {
  letters: async (of: string) =>
    (await answer(await fetch(`demo/letters?of=${encodeURIComponent(of)}`))) as readonly ConversationView[],
  fileAddress: (of: string, letter: string, file: number) =>
    `demo/file?${new URLSearchParams({ of, letter, file: String(file) })}`,
  write: (letter: WriteRequest) => post('demo/write', letter),
  read: (of: string, messageIds: readonly string[]) => post('demo/read', { of, messageIds }),
  card: async (request: CardRequest) => (await post('demo/card', request)) as CardAnswer,
  moveClock: (to: ClockRequest) => post('demo/clock', to),
  sawDashboard: () => post('demo/seen', { what: 'dashboard' }),
};

/** Calls back with the state at once and after each change, and when the connection is lost. */
export function followState(changed: (state: DemoState) => void, lost: () => void): void {
  const events = new EventSource('demo/events');
  events.addEventListener('state', (event: MessageEvent<string>) =>
    changed(JSON.parse(event.data) as DemoState),
  );
  events.addEventListener('error', lost);
}
