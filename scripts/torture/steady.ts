/** Whether everything that people wait for has happened, as far as the Sheet shows it. */
import type { World } from './world';

/** What still waits; empty when nothing does. */
export async function waiting(world: World): Promise<readonly string[]> {
  const { sheet, people } = world;
  const { messages, outbox, intake } = await sheet.tabs(['messages', 'outbox', 'intake']);
  const kept = new Set(messages.rows.map(({ row }) => row.original));
  const states = new Map(outbox.rows.map(({ row }) => [row.key, row.state]));
  const found = intake.rows.reduce((sum, { row }) => sum + (row.mailbox ?? 0), 0);
  const { delivered, asked } = people;
  return [
    ...delivered.filter(({ sha256 }) => !kept.has(sha256)).map(({ mark }) => `mail ${mark} has no row`),
    ...(found < delivered.length ? [`Intake counts ${found} of ${delivered.length} mails`] : []),
    ...intake.rows.filter(({ row }) => row.difference !== 0).map(({ row }) => `Intake of ${row.day} differs`),
    ...asked.filter(({ key }) => !states.has(key)).map(({ key }) => `${key} has no row`),
    ...outbox.rows
      .filter(({ row }) => !isSettled(row.state, world))
      .map(({ row }) => `${row.key} is ${row.state}`),
  ];
}

const FINAL = new Set(['sent', 'failed', 'cancelled', 'bounced']);

/** Where the provider files what it takes, even "unknown" is settled within minutes. */
function isSettled(state: string, { sentCopies }: World): boolean {
  return FINAL.has(state) || (state === 'unknown' && sentCopies === 'append');
}
