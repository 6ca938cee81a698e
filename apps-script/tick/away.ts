/** Colleagues whose mail program says that they are away: until when that holds, and what people are told of it. */
import type { TeamReading } from '../../core/assignment/colleagues';
import { awayByMail, recentAways, type SignOfLife } from '../../core/ticket/mail-away';
import type { Instant } from '../../core/time/instant';
import type { Agents } from '../../core/trainer/agents';
import { readerOf } from '../../core/trainer/stand-in';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import type { OpenWorkbook } from '../workbook/read-tables';
import type { Columns } from './columns';
import type { Problem } from './findings';

/** By first address. */
export type AwayByMail = ReadonlySet<string>;

export function mayBeAway({ tables }: OpenWorkbook<'commands'>, now: Instant): boolean {
  return recentAways(rowsOf(tables.commands), now).length > 0;
}

/** Whoever answers a participant, asks for something by mail or changes a ticket is there again. */
export function readAway(
  { tables }: OpenWorkbook<'commands'>,
  { history, answers }: Columns,
  agents: Agents,
  now: Instant,
): AwayByMail {
  const wrote: readonly SignOfLife[] = answers.map(({ by, writtenAt }) => ({ who: by, at: writtenAt }));
  return awayByMail(rowsOf(tables.commands), [...history, ...wrote], agents, now);
}

/** The Team tab is where an absence belongs: there it holds as long as it lasts, and for whoever gives out tickets too. */
export function awayFindings(
  { language }: OpenWorkbook<never>,
  away: AwayByMail,
  team: TeamReading,
  at: Instant,
): Problem[] {
  const words = trackerWords(language).finding;
  return team.colleagues.flatMap(({ name, email, presence }) => {
    if (presence.kind !== 'here' || !away.has(email)) return [];
    const reader = readerOf(name, team, (one) => away.has(one.email));
    const text = words.awayByMail(name, reader.kind === 'reader' ? reader.colleague.name : '');
    return [{ key: `team:${email}:away-by-mail`, at, tab: 'team', row: '', ...text }];
  });
}

function rowsOf({ rows }: OpenWorkbook<'commands'>['tables']['commands']) {
  return rows.map(({ row }) => row);
}
