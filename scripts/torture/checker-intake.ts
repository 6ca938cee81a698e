/** Whether the Intake tab adds up, and to what was really delivered. */
import type { Row } from '../../core/workbook/rows';
import type { Evidence, Finding } from './evidence';

const OUTCOME_COLUMNS = [
  'new_ticket',
  'reply',
  'agent_reply',
  'bounce',
  'automatic',
  'loop_stopped',
  'duplicate',
  'quarantined',
] as const satisfies readonly (keyof Row<'intake'>)[];

export function intakeFindings({ delivered, sheet }: Evidence): Finding[] {
  const distinct = new Set(delivered.map(({ sha256 }) => sha256)).size;
  const copies = delivered.length - distinct;
  const duplicates = sheet.intake.reduce((sum, { duplicate }) => sum + (duplicate ?? 0), 0);
  const others = sheet.intake.reduce((sum, day) => sum + outcomesOf(day), 0) - duplicates;
  return [
    ...sheet.intake.flatMap(dayFindings),
    ...twice(sheet.intake.map(({ day }) => day ?? '')).map((day) =>
      unbalanced(day, 'the Intake tab has more than one line for the day'),
    ),
    ...(others === distinct
      ? []
      : [
          unbalanced(
            'all days',
            `${distinct} different mails were delivered, and the Intake tab counts ${others}`,
          ),
        ]),
    // More of them are no fault: a mailbox that is numbered anew is looked at anew.
    ...(duplicates >= copies
      ? []
      : [
          unbalanced(
            'all days',
            `${copies} copies were delivered, and the Intake tab counts ${duplicates} duplicates`,
          ),
        ]),
  ];
}

function dayFindings(day: Row<'intake'>): Finding[] {
  const sum = outcomesOf(day);
  if (day.mailbox === sum && day.difference === 0) return [];
  return [
    unbalanced(
      day.day ?? 'no day',
      `found ${day.mailbox}, outcomes ${sum}, difference shown as ${day.difference}`,
    ),
  ];
}

function outcomesOf(day: Row<'intake'>): number {
  return OUTCOME_COLUMNS.reduce((sum, column) => sum + (day[column] ?? 0), 0);
}

function unbalanced(which: string, what: string): Finding {
  return { kind: 'unbalanced-intake', which, what };
}

/** What occurs more than once, each named once. */
export function twice(values: readonly string[]): string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) again.add(value);
    seen.add(value);
  }
  return [...again];
}
