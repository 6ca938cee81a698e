/** What the doctor found, as lines for a terminal: one for each check. */
import type { Finding } from './finding';

export interface Counts {
  readonly problems: number;
  readonly warnings: number;
}

export function countsOf(findings: readonly Finding[]): Counts {
  const count = (level: Finding['level']): number => findings.filter((one) => one.level === level).length;
  return { problems: count('problem'), warnings: count('warning') };
}

export function reportLines(findings: readonly Finding[]): string[] {
  const width = Math.max(0, ...findings.map(({ check }) => check.length));
  const lines = findings.map((finding) => {
    const todo = finding.level === 'ok' ? '' : ` → ${finding.todo}`;
    return `${finding.level.padEnd(7)}  ${finding.check.padEnd(width)}  ${finding.what}${todo}`;
  });
  return [...lines, summary(countsOf(findings))];
}

function summary({ problems, warnings }: Counts): string {
  if (problems === 0 && warnings === 0) return 'Everything is in order.';
  const some = (count: number, none: string, one: string): string =>
    `${count === 0 ? none : count} ${one}${count === 1 ? '' : 's'}`;
  return `${some(problems, 'No', 'problem')}, ${some(warnings, 'no', 'warning')}.`;
}
