/** Answers to invitations (iTIP, RFC 5546 section 3.2.3): a calendar program says who comes and who does not. */

export interface CalendarAnswer {
  /** Who answers, without `mailto:`. */
  readonly attendee: string;
  readonly answer: 'accepted' | 'declined' | 'tentative';
  /** The event's UID, by which the invitation is found. */
  readonly uid: string;
  readonly summary: string;
}

const LONGEST = 200_000;
const ANSWERS = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative' } as const;

/** @returns null when the calendar is no answer to an invitation */
export function readCalendarAnswer(calendar: string): CalendarAnswer | null {
  const lines = unfold(calendar.slice(0, LONGEST));
  if (valueOfFirst(lines, 'METHOD')?.toUpperCase() !== 'REPLY') return null;
  for (const line of lines) {
    const match = /^ATTENDEE((?:[^:"]|"[^"]*")*):(?:mailto:)?(.+)$/i.exec(line);
    if (match === null) continue;
    const status = /;PARTSTAT=("?)([A-Z-]+)\1/i.exec(match[1] ?? '')?.[2]?.toUpperCase() ?? '';
    if (!(status in ANSWERS)) continue;
    return {
      attendee: (match[2] ?? '').trim().toLowerCase(),
      answer: ANSWERS[status as keyof typeof ANSWERS],
      uid: valueOfFirst(lines, 'UID') ?? '',
      summary: withoutEscapes(valueOfFirst(lines, 'SUMMARY') ?? ''),
    };
  }
  return null;
}

/** RFC 5545 section 3.1: a line that begins with a blank goes on the one before. */
function unfold(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n');
}

function valueOfFirst(lines: readonly string[], name: string): string | null {
  const line = lines.find(
    (one) => one.toUpperCase().startsWith(name) && /^[;:]/.test(one.slice(name.length)),
  );
  return line === undefined ? null : line.slice(line.indexOf(':') + 1).trim();
}

/** RFC 5545 section 3.3.11. */
function withoutEscapes(text: string): string {
  return text.replace(/\\([\\;,nN])/g, (_whole, sign: string) => (sign === 'n' || sign === 'N' ? ' ' : sign));
}
