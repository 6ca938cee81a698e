/** `rowdesk status` for people: what is wrong first, then the contacts, the mails and the days. */
import type { ContactKind } from '../../core/health/contact';
import { formatLength } from '../../core/time/format';
import type { ContactStatus } from '../health/health-status';
import type { Status } from '../status';

const MOST_DAYS = 7;
const MOST_SENDS = 20;

export function statusText(status: Status): string[] {
  return [
    ...wrong(status),
    '',
    ...contacts(status),
    '',
    ...reconciliation(status),
    '',
    status.waiting === 0 ? 'No mail waits for its row.' : `${mails(status.waiting)} for a row.`,
    ...quarantine(status),
    outbox(status),
    ...sends(status),
  ];
}

function wrong({ conditions, brake }: Status): string[] {
  const faults = brake === null ? conditions : [...conditions, brake];
  if (faults.length === 0) return ['Nothing is known to be wrong.'];
  return faults.flatMap(({ what, todo }) => [`! ${what}`, `  ${todo}`]);
}

const CONTACT_NAMES: Readonly<Record<ContactKind, string>> = {
  mailbox: 'mailbox looked at',
  'sheet-read': 'Sheet read',
  'sheet-write': 'Sheet written',
  smtp: 'mail handed over',
};

function contacts(status: Status): string[] {
  const kinds = Object.entries(CONTACT_NAMES) as [ContactKind, string][];
  return [
    'Last contacts',
    ...kinds.flatMap(([kind, name]) => {
      const { failing } = status.contacts[kind];
      const line = `  ${name.padEnd(20)}${ago(status.contacts[kind])}`;
      if (failing === null) return [line];
      const times = failing.times === 1 ? 'once' : `${failing.times} times`;
      return [line, `    has failed since ${minuteOf(failing.since)}, ${times}: ${failing.reason}`];
    }),
  ];
}

function ago({ secondsAgo }: ContactStatus): string {
  if (secondsAgo === null) return 'never yet';
  if (secondsAgo < 60) return `${secondsAgo} s ago`;
  const days = Math.floor(secondsAgo / 86_400);
  if (days >= 2) return `${days} days ago`;
  return `${formatLength(Math.floor(secondsAgo / 60), 'en')} ago`;
}

/** `2026-11-20 10:15 UTC` */
function minuteOf(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

function reconciliation({ days }: Status): string[] {
  const lines = ['Day         in mailbox   tickets  replies  bounces  automatic  other  difference'];
  for (const { day, found, outcomes, difference } of days.slice(-MOST_DAYS)) {
    const other =
      (outcomes['agent-reply'] ?? 0) +
      (outcomes['loop-stopped'] ?? 0) +
      (outcomes.duplicate ?? 0) +
      (outcomes.quarantined ?? 0);
    const counts = [
      [found, 11],
      [outcomes['new-ticket'] ?? 0, 10],
      [outcomes.reply ?? 0, 9],
      [outcomes.bounce ?? 0, 9],
      [outcomes.automatic ?? 0, 11],
      [other, 7],
      [difference, 12],
    ] as const;
    lines.push(day + counts.map(([count, width]) => String(count).padStart(width)).join(''));
  }
  return days.length === 0 ? [...lines, 'No mail has been taken in yet.'] : lines;
}

function quarantine({ quarantine: count }: Status): string[] {
  return count === 0 ? [] : [`${mails(count)} in quarantine: "rowdesk quarantine list" shows what to do.`];
}

function outbox({ outbox: counts }: Status): string {
  const states = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
  return `Outbox: ${states.length === 0 ? 'empty' : states.join(', ')}.`;
}

function sends({ unknown, failed }: Status): string[] {
  const all = [...unknown, ...failed];
  const lines = all
    .slice(0, MOST_SENDS)
    .flatMap(({ key, what, todo }) => [`? ${what}`, `  ${todo} (${key})`]);
  const rest = all.length - MOST_SENDS;
  return rest > 0 ? [...lines, `… and ${rest} more; --json lists all.`] : lines;
}

function mails(count: number): string {
  return count === 1 ? '1 mail waits' : `${count} mails wait`;
}
