import { dutiesAt, readTeam } from '../../../core/assignment/colleagues';
import type { Escalation } from '../../../core/sla/alert-mail';
import { readEscalations } from '../../../core/sla/escalation-steps';
import { readPolicies } from '../../../core/sla/policy';
import type { ReconcileContext } from '../../../core/ticket/reconcile';
import { reconcileTicket } from '../../../core/ticket/reconcile';
import type { Instant } from '../../../core/time/instant';
import { dayAt } from '../../../core/time/zoned';
import type { Row } from '../../../core/workbook/rows';
import { starterText } from '../../../sheet-templates/content/templates';
import { applied, BORN, reconcileContext, ticketRow } from '../ticket/ticket-rows';
import { near, offset, sessionRow, slaRow, stepRow, teamRow, WARSAW, winter } from './sla-rows';

const STEPS = [stepRow('-30 min', 'assignee'), stepRow('0', 'assignee, duty'), stepRow('+2 h', 'managers')];
const TEAM = [
  teamRow('Lena', { languages: ['pl'], substitute: 'Ewa' }),
  teamRow('Ewa', { languages: ['uk'], role: 'manager' }),
  teamRow('Tomasz', { languages: ['pl'] }),
];
const ROTA: Row<'rota'>[] = [
  {
    from: winter('2026-11-23T08:00'),
    to: winter('2026-11-23T18:00'),
    email: 'tomasz@example.test',
    duty: 'support',
  },
];

interface Firm {
  readonly steps?: readonly Row<'escalations'>[];
  readonly team?: readonly Row<'team'>[];
  readonly rota?: readonly Row<'rota'>[];
  readonly texts?: Escalation['texts'];
  readonly sla?: readonly Row<'sla'>[];
}

function context(now: Instant, firm: Firm = {}): ReconcileContext {
  const team = readTeam(firm.team ?? TEAM, dayAt(now, WARSAW, offset), (_, typed) => typed);
  return reconcileContext({
    now,
    policies: readPolicies(firm.sla ?? [slaRow('normal', 240, 480, 1440), slaRow('urgent', 60, 60, 240)]),
    escalation: {
      steps: readEscalations(firm.steps ?? STEPS).steps,
      roster: { team, duties: dutiesAt(firm.rota ?? ROTA, [sessionRow()], now, team), firmLanguage: 'en' },
      texts: firm.texts ?? ((template, language) => [starterText(template, language)]),
      statusLabel: (status, language) => `${status} (${language})`,
      firm: () => ({
        name: 'Akademia Jasna',
        support_hours: '',
        support_address: '',
        status_mailto: '',
        portal: '',
        survey: '',
      }),
      linkTo: (id) => `https://sheet.test/${id}`,
    },
  });
}

/** Looks at a ticket at each of these times, and tells who was written to at each. */
function looks(times: readonly string[], firm: Firm = {}, first: Partial<Row<'tickets'>> = {}) {
  let row = ticketRow({ assignee: 'Lena', ...first });
  return times.map((time) => {
    const result = reconcileTicket(row, context(winter(`2026-11-${time}`), firm));
    row = applied(row, result);
    return { row, ...result, to: result.outbox.map(({ to }) => to.split('@', 1)[0]) };
  });
}

// The first answer to the ticket is due on Monday the 23rd at 14:00.
describe('each step alerts once', () => {
  test('its own people, as the time comes', () => {
    const times = [
      '23T10:01',
      '23T13:29',
      '23T13:30',
      '23T13:31',
      '23T14:00',
      '23T14:01',
      '23T15:59',
      '23T16:00',
    ];
    expect(looks(times).map(({ to }) => to)).toEqual([
      [],
      [],
      ['lena'],
      [],
      ['lena', 'tomasz'],
      [],
      [],
      ['ewa'],
    ]);
  });

  test('under a key of ticket, clock, period, promise, step and person, the same whoever runs twice', () => {
    const row = looks(['23T10:01'])[0]?.row ?? ticketRow();
    const now = winter('2026-11-23T13:40');
    const keys = (): string[] => reconcileTicket(row, context(now)).outbox.map(({ key }) => key);
    expect(keys()).toEqual([`alert:T-7K3Q9:first:${new Date(BORN).toISOString()}:240:-30:lena@example.test`]);
    expect(keys()).toEqual(keys());
  });

  test('and what was told already is not told again when its row moves or the steps are edited', () => {
    const row = looks(['23T10:01', '23T14:00'])[1]?.row ?? ticketRow();
    const earlier = { steps: [stepRow('-45 min', 'assignee'), ...STEPS] };
    expect(reconcileTicket(row, context(winter('2026-11-23T14:05'), earlier)).outbox).toEqual([]);
  });

  test('steps that were passed while nobody looked go out as one alert to all whom they name', () => {
    const [, late, after] = looks(['23T10:01', '23T17:00', '23T17:01']);
    expect(late?.to).toEqual(['lena', 'tomasz', 'ewa']);
    expect(new Set(late?.outbox.map(({ template }) => template))).toEqual(new Set(['alert_overdue']));
    expect(after?.to).toEqual([]);
  });

  test('two promises that run out at once are one alert, about the one that is due first', () => {
    const sla = [slaRow('normal', 60, 60, 90)];
    const [, late] = looks(['23T10:01', '23T12:00'], { sla, steps: [stepRow('0', 'assignee')] });
    expect(late?.outbox).toHaveLength(1);
    expect(late?.outbox[0]?.key).toContain(':first:');
    expect(late?.outbox[0]?.body).toContain('Obietnica: pierwsza odpowiedź');
  });

  test('a new question is a new period', () => {
    let row = looks(['23T10:01', '23T13:30'])[1]?.row ?? ticketRow();
    row = {
      ...row,
      last_outbound_at: winter('2026-11-23T13:40'),
      first_answer_at: winter('2026-11-23T13:40'),
    };
    row = applied(row, reconcileTicket(row, context(winter('2026-11-23T13:41'))));
    row = { ...row, last_inbound_at: winter('2026-11-23T15:00') };
    row = applied(row, reconcileTicket(row, context(winter('2026-11-23T15:01'))));
    // 480 minutes from 15:00: on Tuesday at 15:00.
    expect(reconcileTicket(row, context(winter('2026-11-24T14:29'))).outbox).toEqual([]);
    const { outbox } = reconcileTicket(row, context(winter('2026-11-24T14:30')));
    expect(outbox.map(({ key }) => key)).toEqual([expect.stringContaining(':next:')]);
  });

  test('a new priority is a new promise, of which people hear anew', () => {
    const row = looks(['23T10:01', '23T13:30'])[1]?.row ?? ticketRow();
    const { outbox } = reconcileTicket({ ...row, priority: 'urgent' }, context(winter('2026-11-23T13:35')));
    expect(outbox.map(({ to }) => to)).toContain('lena@example.test');
    expect(outbox[0]?.key).toContain(':60:');
  });
});

describe('a near session makes a promise of its own', () => {
  const hurried: Firm = { sla: [near(slaRow('normal', 240, 480, 1440))] };
  const soon = sessionRow({
    starts_at: winter('2026-11-23T10:30'),
    ends_at: winter('2026-11-23T11:30'),
  });

  test.each<[string, readonly Row<'sessions'>[], string, readonly string[]]>([
    ['is cancelled', [{ ...soon, state: 'cancelled' }], '23T13:30', ['lena']],
    ['is cancelled', [{ ...soon, state: 'cancelled' }], '23T14:00', ['lena', 'tomasz']],
    [
      'is put off by two hours',
      [{ ...soon, starts_at: winter('2026-11-23T12:30'), ends_at: null }],
      '23T11:40',
      ['lena'],
    ],
    ['stays', [soon], '23T10:40', []],
  ])('after the alert it %s: the due time that counts then is told like any other', (_, later, time, to) => {
    let row = ticketRow({ assignee: 'Lena' });
    const look = (at: string, sessions: readonly Row<'sessions'>[]) => {
      const now = winter(`2026-11-${at}`);
      const result = reconcileTicket(row, { ...context(now, hurried), sessionsOf: () => sessions });
      row = applied(row, result);
      return result.outbox;
    };
    look('23T10:01', [soon]);
    const told = look('23T10:20', [soon]);
    expect(told.map(({ template }) => template)).toEqual(['alert_overdue', 'alert_overdue']);
    look('23T10:25', later);
    const again = look(time, later);
    expect(again.map((alert) => alert.to.split('@', 1)[0])).toEqual(to);
    // The bridge takes a key on once: another promise needs another one.
    expect(again.some(({ key }) => told.some((before) => before.key === key))).toBe(false);
  });
});

describe('nobody is alerted', () => {
  test('while the clock stands still', () => {
    const waiting = {
      status: 'waiting_vendor',
      status_seen: 'waiting_vendor',
      status_since: BORN,
      inbound_seen: BORN,
    };
    expect(looks(['23T10:01', '24T17:00'], {}, waiting).map(({ to }) => to)).toEqual([[], []]);
  });

  test('once it is answered', () => {
    let row = looks(['23T10:01'])[0]?.row ?? ticketRow();
    row = {
      ...row,
      first_answer_at: winter('2026-11-23T11:00'),
      last_outbound_at: winter('2026-11-23T11:00'),
    };
    expect(reconcileTicket(row, context(winter('2026-11-23T17:00'))).outbox).toEqual([]);
  });

  test('of what an imported ticket had passed before, but of what it passes from then on', () => {
    const imported = { status: 'open' };
    const [first, second] = looks(['23T15:00', '23T16:00'], {}, imported);
    expect(first?.to).toEqual([]);
    expect(second?.to).toEqual(['ewa']);
  });

  test('by a look at a single ticket, which leaves the alert to the tick', () => {
    const row = looks(['23T10:01'])[0]?.row ?? ticketRow();
    const now = winter('2026-11-23T13:40');
    const looked = applied(row, reconcileTicket(row, { ...context(now), escalation: null }));
    expect(reconcileTicket(looked, context(now)).outbox).toHaveLength(1);
  });
});

describe('the right person', () => {
  const away = { absent_from: '2026-11-20', absent_until: '2026-11-27' };
  const [lena, ewa, tomasz] = TEAM as [Row<'team'>, Row<'team'>, Row<'team'>];

  test.each<[string, string, Firm & { assignee?: string; sessionId?: string }, readonly string[]]>([
    ['the assignee', 'assignee', {}, ['lena']],
    ['known by address too', 'assignee', { assignee: 'lena@example.test' }, ['lena']],
    ['the substitute of an absent one', 'assignee', { team: [{ ...lena, ...away }, ewa, tomasz] }, ['ewa']],
    ['of nobody’s ticket, who is on duty', 'assignee', { assignee: '' }, ['tomasz']],
    [
      'who is on duty, when the assignee is away without a substitute',
      'assignee',
      { team: [{ ...lena, ...away, substitute: '' }, ewa, tomasz] },
      ['tomasz'],
    ],
    [
      'not who is on duty for a session that it is not about',
      'duty',
      { rota: [...ROTA, ...ROTA.map((row) => ({ ...row, email: 'ewa@example.test', duty: 'xl-01' }))] },
      ['tomasz'],
    ],
    [
      'who is on duty for its session too',
      'duty',
      {
        rota: [...ROTA, ...ROTA.map((row) => ({ ...row, email: 'ewa@example.test', duty: 'xl-01' }))],
        sessionId: 'XL-01',
      },
      ['ewa', 'tomasz'],
    ],
    ['the substitute itself', 'substitute', {}, ['ewa']],
    ['the managers', 'managers', {}, ['ewa']],
    [
      'the administrators where there is no manager',
      'managers',
      { team: [lena, { ...ewa, role: 'admin' }] },
      ['ewa'],
    ],
    [
      'the administrators while the managers are away without a substitute',
      'managers',
      { team: [lena, { ...ewa, ...away }, { ...tomasz, role: 'admin' }] },
      ['tomasz'],
    ],
    ['an address outside the team', 'boss@example.test', {}, ['boss']],
    [
      'the substitute of an absent address',
      'lena@example.test',
      { team: [{ ...lena, ...away }, ewa] },
      ['ewa'],
    ],
    ['each person once', 'assignee, lena@example.test, duty', { rota: [] }, ['lena']],
    ['not who has left', 'duty', { team: [{ ...tomasz, active: false, substitute: 'Ewa' }, ewa] }, ['ewa']],
  ])('is %s', (_, alert, { assignee = 'Lena', sessionId = '', ...firm }, to) => {
    const [, late] = looks(
      ['23T10:01', '23T14:00'],
      { ...firm, steps: [stepRow('0', alert)] },
      { assignee, session_id: sessionId },
    );
    expect(late?.to).toEqual(to);
  });

  test('is nobody: then the Problems tab says so once, and what to do', () => {
    const firm = { team: [{ ...lena, ...away, substitute: '' }], steps: [stepRow('0', 'assignee, duty')] };
    const [, late, after] = looks(['23T10:01', '23T14:00', '23T14:01'], firm);
    expect(late?.outbox).toEqual([]);
    expect(late?.problems).toMatchObject([
      {
        key: 'escalations:nobody-to-alert',
        row: 'T-7K3Q9',
        what: 'An alert about a promised time had nobody to go to. This ticket was the first to need one.',
        todo: expect.stringContaining('Assign the ticket'),
      },
    ]);
    expect(after?.problems).toEqual([]);
  });
});

test('a firm that has not entered its team yet is not told for every ticket that nobody can be alerted', () => {
  const looked = looks(['23T10:01', '23T14:00'], { team: [], rota: [] });
  expect(looked.map(({ outbox, problems }) => [outbox, problems])).toEqual([
    [[], []],
    [[], []],
  ]);
});

describe('the mail', () => {
  test('tells a colleague in their language who, what, when and why, with a link', () => {
    const [, soon] = looks(['23T10:01', '23T13:30']);
    expect(soon?.outbox).toMatchObject([
      {
        kind: 'alert',
        ticket_id: 'T-7K3Q9',
        state: 'queued',
        language: 'pl',
        template: 'alert_due_soon',
        subject: 'T-7K3Q9: do terminu 30 minut (pierwsza odpowiedź)',
      },
    ]);
    const body = soon?.outbox[0]?.body ?? '';
    for (const fact of [
      'Nie mogę się zalogować',
      'Anna Kowalska (anna@example.com)',
      'Status: new (pl)',
      'Prowadzi: Lena',
      'Termin: pon. 23.11.2026, 14:00',
      'Cel: 4 godziny czasu pracy od pon. 23.11.2026, 10:00',
      'https://sheet.test/T-7K3Q9',
      'Akademia Jasna',
    ]) {
      expect(body).toContain(fact);
    }
  });

  test('says how late it is once the time is up', () => {
    const [, late] = looks(['23T10:01', '23T16:00'], { steps: [stepRow('+2 h', 'managers')] });
    expect(late?.outbox[0]).toMatchObject({
      language: 'uk',
      subject: 'T-7K3Q9: термін минув (перша відповідь)',
    });
    expect(late?.outbox[0]?.body).toContain('Після терміну минуло: 2 години');
  });

  test('goes in words of ours when the firm’s template is broken, and in a sentence when all are', () => {
    const broken = { subject: '{{ ticket.id', body: '{% if %}' };
    const now = ['23T10:01', '23T14:00'];
    const [, ours] = looks(now, { texts: (template, language) => [broken, starterText(template, language)] });
    expect(ours?.outbox[0]?.subject).toBe('T-7K3Q9: termin minął (pierwsza odpowiedź)');
    const [, bare] = looks(now, { texts: () => [broken] });
    expect(bare?.outbox[0]).toMatchObject({
      subject: 'T-7K3Q9: pierwsza odpowiedź',
      body: expect.stringContaining('Cel: 4 godziny'),
    });
  });
});
