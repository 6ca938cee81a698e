/** A firm with the starter templates that writes letters, and what it plans to write about. */

import { createHmac } from 'node:crypto';
import type { OutgoingMail } from '../../../core/outbox/outgoing-mail';
import type { Invitation } from '../../../core/session/invitation';
import type { PlannedMail, Told } from '../../../core/session/planned-mail';
import { readOpeningHours } from '../../../core/sla/opening-hours';
import { type Instant, minutes, plus, zone } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import type { Keys } from '../../../mail-bridge/keys';
import { noFiles } from '../../../mail-bridge/outbox/attached-files';
import type { Sender } from '../../../mail-bridge/outbox/compose';
import type { SessionLetterContext } from '../../../mail-bridge/outbox/letter-context';
import { sessionLetter } from '../../../mail-bridge/outbox/letters';
import { templateRows } from '../../../sheet-templates/content/templates';
import { DEFAULT_SETTINGS, type Settings } from '../../../sheet-templates/settings';
import { participantRow } from '../../core/session/reminder-rows';
import { offset, sessionRow, weekdays, winter } from '../../core/sla/sla-rows';

export const SUPPORT = 'pomoc@akademia-jasna.test';
export const NOW = winter('2026-11-23T10:00');

export const keys: Keys = [(text) => createHmac('sha256', 'a key of the test').update(text).digest()];

export const sender: Sender = {
  address: SUPPORT,
  name: 'Akademia Jasna',
  replyTo: () => SUPPORT,
  loopMark: () => 'mark',
  readFiles: noFiles,
};

export function templateRow(change: Partial<Row<'templates'>>): Row<'templates'> {
  return {
    key: '',
    language: 'en',
    audience: 'any',
    need: 'any',
    subject: 'A subject',
    body: 'A text.',
    notes: '',
    ...change,
  };
}

export const starterRows = (): readonly Row<'templates'>[] =>
  templateRows('en').map((row) => templateRow({ ...row, need: row.need ?? 'any' }));

export interface Firm {
  readonly settings?: Partial<Settings>;
  readonly templates?: readonly Row<'templates'>[];
  readonly told?: readonly Invitation[];
  readonly now?: Instant;
}

export function context({
  settings,
  templates = starterRows(),
  told = [],
  now = NOW,
}: Firm = {}): SessionLetterContext {
  return {
    facts: {
      settings: {
        ...DEFAULT_SETTINGS,
        firm_name: 'Akademia Jasna',
        portal_url: 'https://pomoc.akademia-jasna.test/exec',
        ...settings,
      },
      templates,
      hours: readOpeningHours(weekdays('9:00', '17:00'), 'pl').hours,
      openAt: () => true,
    },
    keys,
    supportAddress: SUPPORT,
    domain: 'akademia-jasna.test',
    offset,
    now,
    invitationsOf: (sessionId) => told.filter((one) => one.sessionId === sessionId),
  };
}

export const told = (change: Partial<Told> = {}): Told => ({
  startsAt: winter('2026-11-26T10:00'),
  details: {
    endsAt: winter('2026-11-26T12:00'),
    place: '',
    link: 'https://spotkania.test/excel',
  },
  cancelled: false,
  sequence: 1,
  noticeAt: null,
  ...change,
});

export const session = (change: Partial<Row<'sessions'>> = {}): Row<'sessions'> =>
  sessionRow({ link: 'https://spotkania.test/excel', ...change });

export function planned(change: Partial<PlannedMail> = {}): PlannedMail {
  return {
    key: 'reminder:XL-01:zofia@poczta.test:1d:2026-11-26T09%3A00',
    purpose: { kind: 'reminder' },
    session: session(),
    also: [],
    participant: participantRow({ name: 'Zofia Malinka', email: 'zofia@poczta.test' }),
    step: '1d',
    email: 'zofia@poczta.test',
    template: 'reminder_1d',
    language: 'pl',
    tone: 'any',
    need: 'any',
    zone: zone('Europe/Warsaw'),
    notBefore: NOW,
    notAfter: plus(NOW, minutes(600)),
    ...change,
  };
}

export function letter(plan: Partial<PlannedMail> = {}, firm: Firm = {}): OutgoingMail {
  const written = sessionLetter(planned(plan), context(firm));
  if (!written) throw new Error('nothing was written');
  return written;
}
