/** One mail that many people get at one moment is one line with all their names. */
import type { ShownForecast } from '../dialog/forecast-contract';

export interface Wanted {
  /** Any part of a name or an address. */
  readonly person: string;
  readonly onlyGoing: boolean;
}

export interface Group {
  /** What is the same for all of them. */
  readonly line: ShownForecast;
  readonly people: readonly Pick<ShownForecast, 'name' | 'email'>[];
}

export function matches({ name, email, verdict }: ShownForecast, { person, onlyGoing }: Wanted): boolean {
  if (onlyGoing && verdict === 'not') return false;
  const searched = `${name} ${email}`.toLowerCase();
  return person
    .toLowerCase()
    .split(/\s+/)
    .every((part) => searched.includes(part));
}

export function groupsIn(lines: readonly ShownForecast[], wanted: Wanted): Group[] {
  const groups = new Map<string, { line: ShownForecast; people: Pick<ShownForecast, 'name' | 'email'>[] }>();
  for (const line of lines) {
    if (!matches(line, wanted)) continue;
    const { name, email, ...same } = line;
    const key = JSON.stringify(same);
    const known = groups.get(key);
    if (known) known.people.push({ name, email });
    else groups.set(key, { line, people: [{ name, email }] });
  }
  return Array.from(groups.values());
}
