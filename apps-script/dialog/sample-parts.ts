/** What a previewed letter is filled with: the session and the participant that were chosen, and an example of the rest. */
import type { Told } from '../../core/session/planned-mail';
import { sessionEnd } from '../../core/session/session-end';
import { missingInWords } from '../../core/template/missing-words';
import { changesInWords, sessionLines } from '../../core/template/session-changes';
import { NO_ALERT, sessionView, ticketView } from '../../core/template/view';
import { plusDays, wallOf } from '../../core/time/civil';
import { formatLength, formatMoment } from '../../core/time/format';
import { type Instant, instant, minutes, plus, type Zone, type ZoneOffset } from '../../core/time/instant';
import { dayAt, instantAt, knownZone } from '../../core/time/zoned';
import { commandLegend } from '../../core/trainer/legend';
import type { Row } from '../../core/workbook/rows';
import { labelOfWord } from '../../sheet-templates/labels';
import { previewWords } from '../../sheet-templates/words/dialog-preview';
import type { PreviewWords } from '../../sheet-templates/words/dialog-preview-words';
import { stopSentence } from '../../sheet-templates/words/stop';
import type { Services } from '../ports';
import type { OpenWorkbook } from '../workbook/read-tables';
import type { LetterParts, Reader } from './letter';

export interface Sample {
  readonly session: Row<'sessions'> | null;
  readonly participant: Row<'participants'> | null;
  readonly reader: Reader;
  /** Of the person who looks; '' where nobody knows it. */
  readonly agentName: string;
}

const SAMPLE_TICKET = 'T-7K3Q9';

export function sampleParts(
  { session: chosen, participant, reader: { language }, agentName }: Sample,
  { settings, context }: OpenWorkbook<never>,
  { clock }: Pick<Services, 'clock'>,
): LetterParts {
  const { offset } = context;
  const { sample } = previewWords(language);
  const session = chosen ?? exampleSession(clock.now(), settings.zone, offset, sample);
  const zone = knownZone(participant?.zone ?? '', offset) ?? knownZone(session.zone, offset) ?? settings.zone;
  const reader = { language, zone, offset };
  const start = session.starts_at ?? clock.now();
  const support = settings.support_address || 'help@example.com';
  return {
    personName: participant?.name ?? sample.person,
    personNeeds: participant?.needs ?? '',
    session: sessionView(session, {
      ...reader,
      changes: changesInWords(before(session, start, sample.oldPlace), session, reader),
      list: sessionLines([session, { ...session, ...later(session, start) }], reader),
    }),
    ticket: ticketView(
      { id: SAMPLE_TICKET, subject: sample.ticketSubject },
      labelOfWord('status', 'open', language),
    ),
    alert: {
      ...NO_ALERT,
      promise: labelOfWord('sla_clock', 'first', language),
      due: formatMoment(start, zone, language, offset),
      left: formatLength(30, language),
      late: formatLength(30, language),
      why: sample.why,
      requester: participant?.name ?? sample.person,
      count: '1',
      list: `- ${SAMPLE_TICKET}: ${sample.ticketSubject}`,
    },
    desk: {
      newest: sample.question,
      older: `> ${sample.answer}`,
      due: formatMoment(start, zone, language, offset),
      why: sample.why,
      session: `${session.course}, ${formatMoment(start, zone, language, offset)}`,
      link: '',
      legend: commandLegend(language),
      help: `- ${sample.why}`,
      colleague: sample.person,
      address: 'someone@example.com',
      list: `- ${SAMPLE_TICKET}: ${labelOfWord('status', 'open', language)}`,
    },
    agentName: agentName || sample.agent,
    answer: sample.answer,
    missing: missingInWords('logged_in', language),
    stop: stopSentence(language, {
      mailto: `mailto:${support}?subject=stop`,
      page: settings.portal_url === '' ? null : settings.portal_url,
    }),
  };
}

/** As it would have been told: an hour earlier, in another place. */
function before(session: Row<'sessions'>, start: Instant, place: string): Told {
  const earlier = plus(start, minutes(-60));
  return {
    startsAt: earlier,
    details: {
      endsAt: plus(sessionEnd(session, start), minutes(-60)),
      place: session.place === '' ? '' : place,
      link: session.link,
    },
    cancelled: false,
    sequence: 0,
    noticeAt: null,
  };
}

function later(session: Row<'sessions'>, start: Instant): Partial<Row<'sessions'>> {
  const end = sessionEnd(session, start);
  return { starts_at: end, ends_at: instant(end + (end - start)) };
}

/** In a week, at ten, two hours long. */
function exampleSession(
  now: Instant,
  zone: Zone,
  offset: ZoneOffset,
  sample: PreviewWords['sample'],
): Row<'sessions'> {
  const start = instantAt(wallOf(plusDays(dayAt(now, zone, offset), 7), 10 * 60), zone, offset);
  return {
    id: 'example',
    course: sample.course,
    client: '',
    starts_at: start,
    ends_at: plus(start, minutes(120)),
    zone: '',
    trainer: sample.agent,
    substitute: '',
    link: 'https://meet.example.com/room',
    place: sample.place,
    materials: 'https://files.example.com/materials',
    audience: '',
    language: '',
    state: 'planned',
    confirmed: '',
    deadline: plus(start, minutes(-24 * 60)),
    notes: '',
  };
}
