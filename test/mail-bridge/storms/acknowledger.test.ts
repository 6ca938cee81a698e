/** What keeps a program from answering, decided without any server; and that a restart forgets none of it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NEVER_TRIPPED } from '../../../core/outbox/brake';
import { exchanges } from '../../../core/outbox/exchange';
import type { OutgoingMail } from '../../../core/outbox/outgoing-mail';
import { parseTicketId, type TicketId } from '../../../core/ticket/ticket-id';
import { type Instant, instant, minutes, plus } from '../../../core/time/instant';
import { acknowledger } from '../../../mail-bridge/acknowledge';
import { silentLog } from '../../../mail-bridge/log/log';
import { ownMail } from '../../../mail-bridge/outbox/write-letter';
import { openBrake } from '../../../mail-bridge/state/brake';
import { DEFAULT_SETTINGS, type Settings } from '../../../sheet-templates/settings';

const NOW = instant(Date.UTC(2026, 10, 23, 9, 0));
const folder = mkdtempSync(join(tmpdir(), 'rowdesk-brake-'));
let files = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function newFile(): string {
  files += 1;
  return join(folder, `brake-${files}.jsonl`);
}

function mailTo(to: string, kind: 'acknowledgement' | 'notice', key: string, at: Instant): OutgoingMail {
  return {
    ...ownMail(kind, key, to, 'en', at),
    subject: 'We have your mail',
    text: 'Thank you.',
    template: '',
    ticketId: null,
    sessionId: '',
    messageId: `<${key}@firm.test>`,
  };
}

function desk(options: { settings?: Partial<Settings>; book?: readonly OutgoingMail[]; brakeFile?: string }) {
  let now = NOW;
  const brake = openBrake(options.brakeFile ?? newFile());
  const settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const { acknowledge, answer } = acknowledger({
    book: { all: () => (options.book ?? []).map((mail) => ({ mail })) },
    brake,
    exchanges: exchanges(),
    facts: () => ({ settings }),
    isInRoster: () => false,
    now: () => now,
    write: ({ to }, _language, ticket) => mailTo(to, 'acknowledgement', `ack:${ticket}`, now),
    log: silentLog,
  });
  return {
    brake,
    advance: (by: number) => {
      now = plus(now, minutes(by));
    },
    acknowledge: (to: string, ticket: TicketId = ticketOf(to)) =>
      acknowledge({ to, messageId: null }, 'en', ticket, now),
    confirm: (to: string) => answer(to, now, () => mailTo(to, 'notice', `stop-confirmed:${to}:x`, now)),
  };
}

function ticketOf(text: string): TicketId {
  const signs = '23456789';
  let number = Array.from(text).reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 32_768, 7);
  let id = '';
  for (let place = 0; place < 5; place += 1) {
    id += signs[number % 8];
    number = Math.floor(number / 8);
  }
  const ticket = parseTicketId(`T-${id}`);
  if (ticket === null) throw new Error(`T-${id} is no ticket number`);
  return ticket;
}

describe('a program answers', () => {
  it.each<[string, Partial<Settings>]>([
    ['nobody while a person has stopped everything automatic', { brake: true }],
    ['no mail while acknowledgements are not wanted', { acknowledgements: false }],
  ])('%s', (_name, settings) => {
    expect(desk({ settings }).acknowledge('ola@firma.test')).toBeNull();
  });

  it('a wish also where acknowledgements are not wanted', () => {
    expect(desk({ settings: { acknowledgements: false } }).confirm('ola@firma.test')).not.toBeNull();
  });

  it('one person three times an hour, confirmations and acknowledgements together', () => {
    const { acknowledge, confirm } = desk({});
    expect(acknowledge('ola@firma.test', ticketOf('a'))).not.toBeNull();
    expect(confirm('ola@firma.test')).not.toBeNull();
    expect(acknowledge('Ola+x@firma.test', ticketOf('b'))).not.toBeNull();
    expect(confirm('ola@firma.test')).toBeNull();
  });

  it('with regard to what it answered before a restart: acknowledgements and confirmations, and nothing else', () => {
    const earlier = plus(NOW, minutes(-5));
    const kinds = [
      mailTo('ola@firma.test', 'acknowledgement', 'ack:T-22222', earlier),
      mailTo('ola@firma.test', 'notice', 'stop-confirmed:ola@firma.test:2026-11-23', earlier),
      mailTo('ola@firma.test', 'notice', 'changed:S1:ola@firma.test', earlier),
    ];
    const { confirm } = desk({ book: kinds });
    expect(confirm('ola@firma.test')).not.toBeNull();
    expect(confirm('ola@firma.test')).toBeNull();
  });

  it('a hundred people an hour; then the brake is on, and stays on when the hour is over', () => {
    const { acknowledge, brake, advance } = desk({});
    for (let n = 0; n < 100; n += 1) expect(acknowledge(`a@d${n}.test`)).not.toBeNull();
    expect(brake.state()).toEqual(NEVER_TRIPPED);
    expect(acknowledge('a@d100.test')).toBeNull();
    expect(brake.state()).toEqual({ state: 'tripped', at: NOW });
    advance(61);
    expect(acknowledge('a@d101.test')).toBeNull();
  });

  it('whoever is capped alone never pulls the brake', () => {
    const { acknowledge, brake } = desk({});
    for (let n = 0; n < 97; n += 1) acknowledge(`a@d${n}.test`);
    for (let n = 0; n < 50; n += 1) acknowledge('ola@firma.test', ticketOf(String(n)));
    expect(brake.state()).toEqual(NEVER_TRIPPED);
  });

  it('a hundred more once a person has released the brake', () => {
    const { acknowledge, brake, advance } = desk({});
    for (let n = 0; n < 101; n += 1) acknowledge(`a@d${n}.test`);
    advance(1);
    expect(brake.take('line-stands', NOW)).toBe(true);
    expect(brake.take('line-gone', plus(NOW, minutes(1)))).toBe(true);
    advance(1);
    for (let n = 200; n < 300; n += 1) expect(acknowledge(`a@d${n}.test`)).not.toBeNull();
    expect(acknowledge('a@d300.test')).toBeNull();
    expect(brake.state().state).toBe('tripped');
  });
});

describe('the brake on the disk', () => {
  it('is as it was when it is opened again', () => {
    const file = newFile();
    const first = openBrake(file);
    expect(first.state()).toEqual(NEVER_TRIPPED);
    expect(first.take('cap-reached', NOW)).toBe(true);
    expect(first.take('cap-reached', plus(NOW, minutes(1)))).toBe(false);
    first.close();
    const second = openBrake(file);
    expect(second.state()).toEqual({ state: 'tripped', at: NOW });
    second.take('line-stands', plus(NOW, minutes(2)));
    second.close();
    const third = openBrake(file);
    expect(third.state()).toEqual({ state: 'told', at: NOW });
    third.close();
  });

  it('keeps no long history', () => {
    const file = newFile();
    const brake = openBrake(file);
    for (let n = 0; n < 30; n += 1) {
      for (const event of ['cap-reached', 'line-stands', 'line-gone'] as const) brake.take(event, NOW);
    }
    brake.take('cap-reached', NOW);
    brake.close();
    openBrake(file).close();
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1);
    const again = openBrake(file);
    expect(again.state()).toEqual({ state: 'tripped', at: NOW });
    again.close();
  });
});
