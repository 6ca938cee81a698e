import { readTeam } from '../../../core/assignment/colleagues';
import { gatherAlerts } from '../../../core/sla/alert-digest';
import type { AlertTemplate, Escalation } from '../../../core/sla/alert-mail';
import { firmView } from '../../../core/template/view';
import { dayNumber } from '../../../core/time/civil';
import { instant, MS_PER_MINUTE } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { starterText } from '../../../sheet-templates/content/templates';
import { winter } from './sla-rows';

const NOW = winter('2026-11-23T10:00');

const ESCALATION: Escalation = {
  steps: [],
  roster: { team: readTeam([], dayNumber(0), () => null), duties: [], firmLanguage: 'en' },
  texts: (template, language) => [starterText(template, language)],
  firm: () => firmView({ name: 'Akademia Jasna', supportHours: '', supportAddress: '', portal: '' }),
  statusLabel: (status) => status,
  linkTo: () => '',
};

function alert(id: string, template: AlertTemplate = 'alert_due_soon', language = 'en'): Row<'outbox'> {
  return {
    key: `alert:${id}`,
    kind: 'alert',
    ticket_id: id,
    session_id: '',
    to: 'lena@example.test',
    subject: `${id}: soon`,
    body: '',
    language,
    template,
    created_at: NOW,
    created_by: 'Rowdesk',
    not_before: null,
    not_after: null,
    state: 'queued',
    message_id: '',
    sent_at: null,
    attempts: 0,
    answer: '',
    covers: [],
    cc: [],
    attachments: [],
  };
}

/** Due so many minutes from now. */
const dueIn = (minutes: Readonly<Record<string, number>>) => (id: string) => {
  const away = minutes[id];
  return away === undefined
    ? undefined
    : { next_due: null, resolve_due: instant(NOW + away * MS_PER_MINUTE) };
};

const linesOf = (alerts: readonly Row<'outbox'>[], minutes: Readonly<Record<string, number>>) =>
  gatherAlerts(alerts, ESCALATION, NOW, dueIn(minutes)).together.map(({ body }) =>
    body.split('\n').filter((line) => line.startsWith('- ')),
  );

test('what is late comes first, then what is due first, and a ticket that nobody finds last', () => {
  const alerts = [alert('A'), alert('B'), alert('C'), alert('D', 'alert_overdue'), alert('E')];
  expect(linesOf(alerts, { A: 30, B: 10, C: 20, D: 60 })).toEqual([
    ['- D: soon', '- B: soon', '- C: soon', '- A: soon', '- E: soon'],
  ]);
});

const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `T${index + 1}`);
const minutesOf = (ids: readonly string[]) =>
  Object.fromEntries(ids.map((id, index) => [id, ids.length - index]));

test('fifty tickets are all named', () => {
  const ids = names(50);
  const [lines] = linesOf(
    ids.map((id) => alert(id)),
    minutesOf(ids),
  );
  expect(lines).toEqual(ids.map((id) => `- ${id}: soon`).reverse());
});

test.each([
  ['en', 'and 1 more ticket with later due times', 51],
  ['en', 'and 950 more tickets with later due times', 1000],
  ['pl', 'i jeszcze 1 zgłoszenie z późniejszym terminem', 51],
  ['pl', 'i jeszcze 3 zgłoszenia z późniejszym terminem', 53],
  ['pl', 'i jeszcze 5 zgłoszeń z późniejszym terminem', 55],
  ['uk', 'і ще 21 звернення з пізнішим терміном', 71],
  ['uk', 'і ще 5 звернень з пізнішим терміном', 55],
] as const)(
  'of more the most pressing fifty are named and the others counted, in %s: %s',
  (language, last, count) => {
    const ids = names(count);
    const [lines] = linesOf(
      ids.map((id) => alert(id, 'alert_due_soon', language)),
      minutesOf(ids),
    );
    expect(lines).toHaveLength(51);
    expect(lines?.[0]).toBe(`- T${count}: soon`);
    expect(lines?.[50]).toBe(`- ${last}`);
  },
);
