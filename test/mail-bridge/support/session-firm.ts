/** A firm with a session that is reminded of: no night, and as fast as the mail server takes mails. */

import type { Mail } from '../../../core/mail/mail';
import { type Instant, instant } from '../../../core/time/instant';
import type { RowChange } from '../../../core/workbook/rows';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import type { SettingKey } from '../../../sheet-templates/settings';
import type { BenchOptions } from './bench';
import type { DeskBench, Desks } from './desks';

const HOUR = 3_600_000;

export const SESSION = 'S1';

export interface SessionFirm extends DeskBench {
  /** So many hours from now. */
  inHours(hours: number): Instant;
  /** What the mail server took, read. */
  sentMails(): Promise<readonly Mail[]>;
  /** Runs the bridge until a notice has left: it waits some minutes for the row to be whole. */
  settle(options?: { readonly stateDir?: string }): Promise<void>;
  /** To whom mails went, in the order of the alphabet. */
  recipients(): readonly string[];
}

export interface SessionFirmOptions extends Partial<Omit<BenchOptions, 'settings'>> {
  readonly people?: readonly RowChange<'participants'>[];
  readonly session?: RowChange<'sessions'>;
  /** Hours until the session begins; the ladder's step of the day before is due at once. */
  readonly startsIn?: number;
  readonly settings?: Partial<Readonly<Record<SettingKey, string>>>;
}

/** Of the ladder that setup brings only the step of the day before is due. */
export async function sessionFirm(
  firms: Desks,
  { people = [person('ola')], session = {}, startsIn = 20, settings, ...options }: SessionFirmOptions = {},
): Promise<SessionFirm> {
  const bench = await firms.open({
    ...options,
    settings: { quiet_from: '00:00', quiet_until: '00:00', mails_per_minute: '1000', ...settings },
  });
  const inHours = (hours: number) =>
    instant(Math.round((bench.clock.now() + hours * HOUR) / 60_000) * 60_000);
  const starts_at = inHours(startsIn);
  await bench.append('sessions', [
    {
      id: SESSION,
      course: 'Excel',
      client: 'Bank',
      starts_at,
      ends_at: instant(starts_at + 2 * HOUR),
      zone: 'Europe/Warsaw',
      link: 'https://meet.example.test/excel',
      state: 'planned',
      ...session,
    },
  ]);
  await bench.append('participants', people);
  return {
    ...bench,
    inHours,
    sentMails: () => Promise.all(bench.smtp.mails.map(({ raw }) => readMail(raw))),
    async settle(options = {}) {
      await bench.once(options);
      bench.clock.advance(4);
      await bench.once(options);
    },
    recipients: () => bench.smtp.mails.flatMap(({ to }) => to).sort(),
  };
}

export function person(name: string, change: RowChange<'participants'> = {}): RowChange<'participants'> {
  return {
    session_id: SESSION,
    name,
    email: `${name}@people.test`,
    language: 'en',
    state: 'enrolled',
    ...change,
  };
}
