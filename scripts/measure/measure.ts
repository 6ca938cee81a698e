/**
 * npm run measure -- DIR [--verbose] [--json]
 *
 * Scores the reading of mails on third-party material and prints one table. Exit 1 when a goal is missed, 2 on wrong
 * use. DIR is any directory laid out like the corpora; sets that are not there are left out.
 */
import { existsSync } from 'node:fs';
import { measureAutomatic } from './automatic-sets';
import { measureBounces } from './bounce-sets';
import { measureFiles } from './file-sets';
import { measureForwards } from './forward-sets';
import { measureHtmlReplies } from './html-reply-sets';
import type { Measurement } from './measurement';
import { isMet, scoreOf, table } from './measurement';
import { measureMime } from './mime-sets';
import { measureReplies } from './reply-sets';
import { measureRobustness } from './robustness';
import { measureSanitising } from './sanitise-sets';
import { Corpora } from './sets';
import { measureThreading } from './threading-sets';

const FAMILIES: readonly ((corpora: Corpora) => Promise<Measurement[]> | Measurement[])[] = [
  measureMime,
  measureReplies,
  measureHtmlReplies,
  measureForwards,
  measureBounces,
  measureAutomatic,
  measureThreading,
  measureSanitising,
  measureFiles,
  measureRobustness,
];

async function main(args: readonly string[]): Promise<number> {
  const directory = args.find((arg) => !arg.startsWith('--'));
  if (directory === undefined || !existsSync(directory)) {
    console.error('Which directory? Usage: npm run measure -- DIR [--verbose] [--json]');
    return 2;
  }
  const corpora = new Corpora(directory);
  const rows: Measurement[] = [];
  for (const family of FAMILIES) rows.push(...(await family(corpora)).filter((row) => row.total > 0));
  if (rows.length === 0) {
    console.error(`${directory} holds none of the sets that can be measured.`);
    return 2;
  }
  const missed = rows.filter((row) => !isMet(row));
  if (args.includes('--json')) {
    console.log(
      JSON.stringify({
        rows: rows.map((row) => ({ ...row, value: scoreOf(row), met: isMet(row) })),
        missed: missed.length,
      }),
    );
  } else {
    console.log(table(rows));
    if (args.includes('--verbose')) {
      for (const row of rows)
        for (const miss of row.misses) console.log(`${row.set} · ${row.measure} · ${miss}`);
    }
    console.log(missed.length === 0 ? '\nEvery goal held.' : `\n${missed.length} goal(s) missed.`);
  }
  return missed.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
