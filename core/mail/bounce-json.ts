/**
 * Bounces as Amazon SES tells them through SNS: a mail whose text is a JSON object, often within another one.
 * https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
 */
import { addressKey } from './addresses';
import type { BouncedRecipient } from './bounce-types';
import type { Mail } from './mail';

export interface JsonNotification {
  readonly kind: 'bounce' | 'complaint' | 'delivery';
  readonly recipients: readonly BouncedRecipient[];
}

const LONGEST = 200_000;

export function readJsonNotification(mail: Mail): JsonNotification | null {
  const text = mail.text.trim();
  if (!text.startsWith('{') || text.length > LONGEST || !text.includes('notificationType')) return null;
  const outer = parsed(text);
  const inner = typeof outer?.Message === 'string' ? parsed(outer.Message) : outer;
  const type = inner?.notificationType;
  if (inner === null || inner === undefined || typeof type !== 'string') return null;
  if (type === 'Bounce') return { kind: 'bounce', recipients: bounced(inner.bounce) };
  if (type === 'Complaint') return { kind: 'complaint', recipients: [] };
  return type === 'Delivery' ? { kind: 'delivery', recipients: [] } : null;
}

type Json = Record<string, unknown>;

function parsed(text: string): Json | null {
  // Line ends within strings are what a mail program wrapped.
  const joined = text.replace(/\r?\n[ \t]?/g, ' ').replace(/\s*\nn-- \nIf you wish to stop[\s\S]*$/, '');
  const end = joined.lastIndexOf('}');
  try {
    const value: unknown = JSON.parse(joined.slice(0, end + 1));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function bounced(bounce: unknown): BouncedRecipient[] {
  const list = isObject(bounce) ? bounce.bouncedRecipients : undefined;
  if (!Array.isArray(list)) return [];
  return list.slice(0, 100).flatMap((entry: unknown) => {
    if (!isObject(entry) || typeof entry.emailAddress !== 'string') return [];
    const said = typeof entry.status === 'string' ? entry.status : String(entry.diagnosticCode ?? '');
    const action = entry.action === 'delayed' ? 'delayed' : 'failed';
    return [
      {
        address: addressKey(entry.emailAddress),
        status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(said)?.[0] ?? '',
        action,
      },
    ];
  });
}
