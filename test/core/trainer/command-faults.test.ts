/** Commands that cannot be followed, alone or together: nothing of such a mail happens. */
import fc from 'fast-check';
import type { TicketRight } from '../../../core/team/roles';
import { commands, NAMES, orders } from './command-desk';
import { LENA, OLA } from './desk';

describe('what cannot be followed', () => {
  test.each([
    ['#resolve it', { kind: 'takes-no-value', line: '#resolve it' }],
    ['#send it now', { kind: 'takes-no-value', line: '#send it now' }],
    ['#urgent please', { kind: 'takes-no-value', line: '#urgent please' }],
    ['#excel', { kind: 'unknown-command', line: '#excel', meant: [] }],
    ['#', { kind: 'unknown-command', line: '#', meant: [] }],
    [
      '#We talked about that yesterday and you said yes',
      { kind: 'unknown-command', line: '#We talked about that yesterday and you said yes', meant: [] },
    ],
    ['#assign', { kind: 'no-value', line: '#assign' }],
    ['#priority:', { kind: 'no-value', line: '#priority:' }],
    ['#czekaj', { kind: 'no-value', line: '#czekaj' }],
    ['#шаблон', { kind: 'no-value', line: '#шаблон' }],
    ['#wait 3', { kind: 'unknown-value', line: '#wait 3', known: ['3d', '2w', '2026-11-30'] }],
    [
      '#wait yesterday',
      { kind: 'unknown-value', line: '#wait yesterday', known: ['3d', '2w', '2026-11-30'] },
    ],
    ['#wait 5/6', { kind: 'ambiguous-value', line: '#wait 5/6', meant: ['2027-06-05', '2027-05-06'] }],
    [
      '#priority purple',
      { kind: 'unknown-value', line: '#priority purple', known: ['urgent', 'high', 'normal', 'low'] },
    ],
    ['#priority hihg', { kind: 'ambiguous-value', line: '#priority hihg', meant: ['high'] }],
    ['#assign Zygfryd', { kind: 'unknown-value', line: '#assign Zygfryd', known: NAMES }],
    ['#assign Anna', { kind: 'ambiguous-value', line: '#assign Anna', meant: ['Anna Król', 'Anna Bąk'] }],
    [`#assign ${OLA.name}`, { kind: 'unknown-value', line: `#assign ${OLA.name}`, known: NAMES }],
    [
      '#template unicorn',
      { kind: 'unknown-value', line: '#template unicorn', known: ['reply', 'zoom_link', 'certificate'] },
    ],
    [
      '#template certifcate',
      { kind: 'ambiguous-value', line: '#template certifcate', meant: ['certificate'] },
    ],
  ])('%s', (text, fault) => {
    expect(commands(text).faults).toEqual([fault]);
    expect(commands(`${text}\nHi Anna`).faults).toEqual([fault]);
  });

  test.each([
    ['#resovled', ['#resolved']],
    ['#noet', ['#note']],
    ['#notatak', ['#notatka']],
    ['#rozwiązne', ['#rozwiązane']],
    ['#zamknji', ['#zamknij']],
    ['#вирішенно', ['#вирішено']],
    ['#терминово', ['#терміново']],
    ['#asign Lena', ['#assign']],
    ['#prioritty high', ['#priority']],
    ['#nte', []],
  ])('a slip is never obeyed, but what was meant is offered: %s', (line, meant) => {
    const { faults, orders: found, as } = commands(`${line}\nHi Anna`);
    expect({ found, as }).toEqual({ found: [], as: 'answer' });
    expect(faults).toEqual([{ kind: 'unknown-command', line, meant }]);
  });

  test('one bad part of a line makes all of it bad', () => {
    expect(commands('#resolved #foo').faults).toEqual([
      { kind: 'unknown-command', line: '#resolved #foo', meant: [] },
    ]);
  });

  test('each line is told', () => {
    expect(orders('#foo\n#assign\n#resolved')).toBe('status=resolved !unknown-command !no-value');
  });

  test('a long line is shown in part', () => {
    const [fault] = commands(`#${'long '.repeat(100)}`).faults;
    expect(fault).toMatchObject({ kind: 'unknown-command' });
    expect(fault && 'line' in fault ? fault.line.length : 0).toBe(120);
  });
});

describe('two commands', () => {
  test.each([
    ['#resolved\n#wait 3d', '#wait 3d', '#resolved'],
    ['#resolved\n#open', '#open', '#resolved'],
    ['#vendor\n#wait 3d', '#wait 3d', '#vendor'],
    ['#open\n#wait 3d', '#wait 3d', '#open'],
    ['#wait 2d\n#wait 3d', '#wait 3d', '#wait 2d'],
    ['#urgent\n#priority low', '#priority low', '#urgent'],
    ['#assign Lena\n#assign Sara', '#assign Sara', '#assign Lena'],
    ['#note\n#template zoom_link', '#template zoom_link', '#note'],
    ['#template zoom_link\n#template certificate', '#template certificate', '#template zoom_link'],
    ['#note\n#send', '#send', '#note'],
    ['#send\n#template zoom_link', '#template zoom_link', '#send'],
  ])('that decide the same differently: %j', (text, line, other) => {
    expect(commands(text).faults).toEqual([{ kind: 'contradiction', line, other }]);
  });

  test.each([
    ['#done\n#rozwiązane', 'status=resolved'],
    ['#urgent\n#priority urgent', 'priority=urgent'],
    ['#assign Lena\n#przekaż lena@firm.test', `assignee=${LENA.name}`],
    ['#wait 7d\n#wait 1w', 'hold_until=2026-11-30'],
    ['#wait 3d\n#urgent', 'hold_until=2026-11-26 priority=urgent'],
  ])('that agree, or decide different things, go together: %j', (text, ordered) => {
    expect(orders(text)).toBe(ordered);
  });

  test('a note may settle the matter, and a template too', () => {
    expect(commands('#note\n#resolved\nBy phone.')).toMatchObject({
      as: 'note',
      words: 'By phone.',
      faults: [],
    });
    expect(commands('#resolved\n#template certificate')).toMatchObject({
      as: 'answer',
      template: { key: 'certificate' },
      faults: [],
    });
    expect(commands('#note first\n#note second\nthird')).toMatchObject({
      words: 'first\nsecond\nthird',
      faults: [],
    });
  });

  test('a held answer goes out as it is', () => {
    expect(commands('#send\nAnd one thing more.').faults).toEqual([
      { kind: 'contradiction', line: '#send', other: 'And one thing more.' },
    ]);
  });
});

describe('rights', () => {
  const needs: readonly (readonly [string, TicketRight])[] = [
    ['#resolved', 'move'],
    ['#wait 3d', 'move'],
    ['#vendor', 'move'],
    ['#urgent', 'triage'],
    ['#assign Lena', 'triage'],
    ['#note', 'note'],
    ['#template zoom_link', 'answer'],
    ['#send', 'answer'],
  ];
  test.each(needs)('%s needs the right to %s', (line, right) => {
    expect(commands(line, { may: (asked) => asked === right }).faults).toEqual([]);
    const refused = commands(line, { may: (asked) => asked !== right });
    expect(refused.faults).toEqual([{ kind: 'not-yours', line }]);
    expect(refused.orders).toEqual([]);
    expect(refused.template).toBeNull();
  });
});

describe('whatever is written', () => {
  const lines = fc.array(
    fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(
        '#resolved',
        '#note x',
        '#wait 3d',
        '#assign Lena',
        '#foo',
        '',
        'Hi',
        '> #note',
        '#',
        '#send',
      ),
    ),
    { maxLength: 12 },
  );

  test('no cell is ordered twice, and with a fault in the first line nothing is hidden', () => {
    fc.assert(
      fc.property(lines, (written) => {
        const { orders: found, faults } = commands(written.join('\n'));
        expect(new Set(found.map(({ cell }) => cell)).size).toBe(found.length);
        for (const fault of faults) if ('line' in fault) expect(fault.line.length).toBeLessThanOrEqual(120);
      }),
    );
  });

  test('a text without a sign is its own words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 40 }).map((line) => line.replace(/[#＃﹟]/g, ''))),
        (written) => {
          expect(commands(written.join('\n'))).toMatchObject({ orders: [], faults: [], as: 'answer' });
        },
      ),
    );
  });

  test('a mail of nothing but signs is read at once', () => {
    expect(commands('#\n'.repeat(20_000)).faults.length).toBeGreaterThan(0);
    expect(commands(`#${'-'.repeat(200_000)}`).faults).toHaveLength(1);
    expect(commands('-'.repeat(200_000)).faults).toEqual([]);
    expect(commands(`#resolved ${'#'.repeat(100_000)}`).faults).toHaveLength(1);
    expect(commands('#note\n'.repeat(20_000)).faults.length).toBeGreaterThan(0);
  });
});
