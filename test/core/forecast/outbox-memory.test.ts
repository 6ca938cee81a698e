import { outboxMemory } from '../../../core/forecast/outbox-memory';
import { reminderKey } from '../../../core/session/reminder-key';
import { instant } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';

const at = (iso: string) => instant(Date.parse(iso));
const STARTS = at('2026-11-26T09:00:00Z');
const LATER = at('2026-11-27T09:00:00Z');
const EMAIL = 'olena@client.example';
const keyFor = (startsAt = STARTS, step = '1d') =>
  reminderKey({ sessionId: 'S-1', email: EMAIL, step, startsAt });

const row = (more: Partial<Row<'outbox'>>): Row<'outbox'> => ({
  key: keyFor(),
  kind: 'reminder',
  ticket_id: '',
  session_id: 'S-1',
  to: EMAIL,
  subject: '',
  body: '',
  language: 'en',
  template: 'reminder_1d',
  created_at: at('2026-11-20T09:00:00Z'),
  created_by: 'Rowdesk',
  not_before: null,
  not_after: null,
  state: 'sent',
  message_id: '',
  sent_at: at('2026-11-20T09:01:00Z'),
  attempts: 1,
  answer: '',
  covers: [],
  cc: [],
  attachments: [],
  ...more,
});

describe('what is planned', () => {
  test.each([
    ['sent', row({}), true],
    ['waiting', row({ state: 'queued' }), true],
    ['failed', row({ state: 'failed' }), true],
    ['cancelled by a person', row({ state: 'cancelled', answer: 'not needed' }), true],
    [
      'withdrawn because its reason was gone',
      row({ state: 'cancelled', answer: 'Withdrawn: session-moved.' }),
      false,
    ],
  ])('a mail that is %s', (_, mail, planned) => {
    expect(outboxMemory([mail]).alreadyPlanned(keyFor())).toBe(planned);
  });

  test('are the mails too that another one stands for', () => {
    const memory = outboxMemory([row({ covers: ['reminder:S-2:x'] })]);
    expect(memory.alreadyPlanned('reminder:S-2:x')).toBe(true);
    expect(memory.alreadyPlanned('reminder:S-3:x')).toBe(false);
  });
});

test.each([
  ['queued', true],
  ['deferred', true],
  ['sending', true],
  ['sent', false],
  ['failed', false],
  ['cancelled', false],
  ['bounced', false],
])('a mail that is %s is on its way: %s', (state, expected) => {
  expect(outboxMemory([row({ state })]).onItsWay(keyFor())).toBe(expected);
});

describe('what was told', () => {
  const told = (...rows: readonly Row<'outbox'>[]) => outboxMemory(rows).told('S-1', EMAIL.toUpperCase());

  test('is the start that the last mail that went out named', () => {
    const first = row({});
    const moved = row({
      key: keyFor(LATER),
      created_at: at('2026-11-21T09:00:00Z'),
      sent_at: at('2026-11-21T09:01:00Z'),
    });
    expect(told(first)).toMatchObject({ startsAt: STARTS, details: null, cancelled: false });
    // Whatever the order in which people sort the tab.
    expect(told(moved, first)).toMatchObject({ startsAt: LATER });
  });

  test.each(['queued', 'failed', 'cancelled', 'bounced'])('is nothing by a mail that is %s', (state) => {
    expect(told(row({ state }))).toBeNull();
  });

  test('is nothing by a mail to somebody else, or of another session', () => {
    expect(told(row({ to: 'x@client.example' }))).toBeNull();
    expect(outboxMemory([row({})]).told('S-2', EMAIL)).toBeNull();
  });
});

describe('an address that nothing reaches', () => {
  const bounced = row({ key: 'reminder:a', state: 'bounced', sent_at: at('2026-11-20T09:01:00Z') });
  const arrived = row({ key: 'reminder:b', sent_at: at('2026-11-21T09:01:00Z') });

  test('is one whose last mail came back', () => {
    expect(outboxMemory([bounced]).undeliverable('Olena@Client.example')).toBe(true);
    expect(outboxMemory([arrived, bounced]).undeliverable(EMAIL)).toBe(false);
    expect(outboxMemory([row({ state: 'queued', sent_at: null }), bounced]).undeliverable(EMAIL)).toBe(true);
    expect(outboxMemory([]).undeliverable(EMAIL)).toBe(false);
  });
});
