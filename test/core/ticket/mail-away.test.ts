/** Who is away because a mail program says so, and until when that holds. */
import { awayByMail, recentAways, type SignOfLife } from '../../../core/ticket/mail-away';
import { type Instant, MS_PER_DAY } from '../../../core/time/instant';
import { readAgents } from '../../../core/trainer/agents';
import type { Row } from '../../../core/workbook/rows';
import { colleague } from '../assignment/team-rows';
import { winter } from '../sla/sla-rows';

const MS_PER_HOUR = 3_600_000;
const NOW = winter('2026-11-23T10:00');
const ago = (ms: number): Instant => (NOW - ms) as Instant;
const OLA = 'ola.nowak@firm.example';
const AGENTS = readAgents([
  colleague('Ola Nowak', { other_emails: ['ola@private.example'] }),
  colleague('Jan Lis'),
  colleague('Ewa Mak', { active: false }),
]);

function row(cell: string, at: Instant | null, more: Partial<Row<'commands'>> = {}): Row<'commands'> {
  const blank = { value: '', state: '', done_at: null, answer: '' } as const;
  return { id: `${cell}:${at}`, at, ticket_id: 'T-7K3Q9', who: OLA, cell, ...blank, ...more };
}

const away = (commands: readonly Row<'commands'>[], signs: readonly SignOfLife[] = []): string[] =>
  Array.from(awayByMail(commands, signs, AGENTS, NOW));

const HOUR_AGO = row('away', ago(MS_PER_HOUR));

describe('a colleague is away', () => {
  test.each<[string, readonly Row<'commands'>[]]>([
    ['once an out-of-office has come', [HOUR_AGO]],
    ['from another address too', [{ ...HOUR_AGO, who: 'Ola@Private.example' }]],
    ['though nobody had to stand in for that ticket', [{ ...HOUR_AGO, state: 'refused' }]],
    ['for days', [row('away', ago(3.9 * MS_PER_DAY))]],
    ['though it is dated in the future', [row('away', (NOW + MS_PER_DAY) as Instant)]],
    ['without any date, from the run that met it', [row('away', null)]],
    ['whatever was asked before', [HOUR_AGO, row('priority', ago(2 * MS_PER_HOUR))]],
  ])('%s', (_, commands) => {
    expect(away(commands)).toEqual([OLA]);
    expect(recentAways(commands, NOW)).toHaveLength(1);
  });

  test('whatever others do, and whatever the colleague did before', () => {
    const signs = [
      { who: 'Jan Lis', at: NOW },
      { who: 'Rowdesk', at: NOW },
      { who: OLA, at: ago(2 * MS_PER_HOUR) },
      { who: OLA, at: null },
    ];
    expect(away([HOUR_AGO], signs)).toEqual([OLA]);
  });

  test('again, when another out-of-office has come since', () => {
    const signs = [{ who: OLA, at: ago(2 * MS_PER_HOUR) }];
    expect(away([row('away', ago(MS_PER_DAY)), HOUR_AGO], signs)).toEqual([OLA]);
  });
});

describe('a colleague is not away', () => {
  test.each<[string, readonly Row<'commands'>[], readonly SignOfLife[]]>([
    ['whose mail program has said nothing', [], []],
    ['who has asked for something since', [HOUR_AGO, row('priority', ago(1_000))], []],
    ['who has done something under their name since', [HOUR_AGO], [{ who: 'Ola Nowak', at: ago(1_000) }]],
    ['who has done something under an address since', [HOUR_AGO], [{ who: 'OLA@private.example', at: NOW }]],
    ['of whom nothing more was heard for four days', [row('away', ago(4 * MS_PER_DAY))], []],
    [
      'four days after a mail from the future was met',
      [row('away', (NOW + 900 * MS_PER_DAY) as Instant, { done_at: ago(4 * MS_PER_DAY) })],
      [],
    ],
    [
      'who has done something since a mail from the future was met',
      [row('away', (NOW + MS_PER_DAY) as Instant, { done_at: ago(MS_PER_HOUR) })],
      [{ who: OLA, at: ago(1_000) }],
    ],
    ['who is nobody of ours', [{ ...HOUR_AGO, who: 'eve@x.example' }], []],
    ['who has left', [{ ...HOUR_AGO, who: 'ewa.mak@firm.example' }], []],
  ])('%s', (_, commands, signs) => {
    expect(away(commands, signs)).toEqual([]);
  });
});
