/** The starter templates as letters: chosen as for a reader and filled in by the code that the desk itself uses. */
import type { Language } from '../../core/language';
import type { Need, Told } from '../../core/session/planned-mail';
import { chooseTemplate } from '../../core/template/choose';
import { missingInWords } from '../../core/template/missing-words';
import { renderTemplate } from '../../core/template/render';
import { changesInWords, sessionLines } from '../../core/template/session-changes';
import {
  firmView,
  mailView,
  NO_ALERT,
  NO_DESK,
  sessionView,
  ticketView,
  type ViewParts,
} from '../../core/template/view';
import { formatShortDay } from '../../core/time/format';
import { instant, type Zone, zone } from '../../core/time/instant';
import { commandShown } from '../../core/trainer/command-words';
import { misunderstandingWords } from '../../core/trainer/fault-words';
import { commandLegend } from '../../core/trainer/legend';
import type { Misunderstanding } from '../../core/trainer/trainer-mail-types';
import type { Row } from '../../core/workbook/rows';
import { intlOffset } from '../../mail-bridge/clock/intl-offset';
import type { TemplateKey } from '../../sheet-templates/content/template-keys';
import { STARTER_TEMPLATES, starterText } from '../../sheet-templates/content/templates';
import { labelOfWord } from '../../sheet-templates/labels';
import { boardWords } from '../../sheet-templates/words/board';
import { statusLine } from '../../sheet-templates/words/status-answer';
import { stopSentence } from '../../sheet-templates/words/stop';

export interface Reader {
  readonly language: Language;
  readonly audience: 'any' | 'novice' | 'experienced';
  readonly need: Need;
  readonly zone: Zone;
}

export const WARSAW = zone('Europe/Warsaw');

/** Everything that may be filled in, or nothing but what is always there. */
export type Fullness = 'full' | 'bare';

/** The Templates tab as setup fills it. */
export const ROWS: readonly Row<'templates'>[] = STARTER_TEMPLATES.flatMap(({ key, audience, need, texts }) =>
  (['en', 'pl', 'uk'] as const).map((language) => ({
    key,
    language,
    audience,
    need,
    ...texts[language],
    notes: '',
  })),
);

const COURSES = {
  en: 'Spreadsheets without stress',
  pl: 'Excel bez stresu',
  uk: 'Excel без стресу',
} as const;
const SECOND = { en: 'Safe passwords', pl: 'Bezpieczne hasła', uk: 'Надійні паролі' } as const;
const PLACES = {
  en: 'Jasna 4, room 2',
  pl: 'ul. Jasna 4, sala 2',
  uk: 'вул. Ясна, 4, аудиторія 2',
} as const;
const HOURS = { en: 'Mon–Fri 9:00–17:00', pl: 'pon.–pt. 9:00–17:00', uk: 'пн–пт 9:00–17:00' } as const;
const PROMISES = {
  en: { promise: 'First answer', left: '30 minutes', late: '2 hours', why: '4 hours of working time.' },
  pl: { promise: 'Pierwsza odpowiedź', left: '30 minut', late: '2 godziny', why: '4 godziny pracy.' },
  uk: { promise: 'Перша відповідь', left: '30 хвилин', late: '2 години', why: '4 години робочого часу.' },
} as const;
const DUE = {
  en: 'Mon 23 Nov 2026, 14:00',
  pl: 'pon. 23.11.2026, 14:00',
  uk: 'пн 23.11.2026, 14:00',
} as const;
const TICKET_LINES = {
  en: '- T-7K3Q9: the time is up\n- T-8M2P4: 30 minutes left',
  pl: '- T-7K3Q9: termin minął\n- T-8M2P4: pozostało 30 minut',
  uk: '- T-7K3Q9: термін минув\n- T-8M2P4: лишилося 30 хвилин',
} as const;
const ANSWERS = {
  en: 'Hello,\n\nplease open the link again: it works now.',
  pl: 'Dzień dobry,\n\nproszę otworzyć link jeszcze raz: już działa.',
  uk: 'Добрий день!\n\nВідкрийте, будь ласка, посилання ще раз: воно вже працює.',
} as const;

const QUESTIONS = {
  en: 'Hello,\n\nthe link does not open. What should I do?\n\nZofia',
  pl: 'Dzień dobry,\n\nlink się nie otwiera. Co mam zrobić?\n\nZofia',
  uk: 'Добрий день!\n\nПосилання не відкривається. Що мені робити?\n\nЗофія',
} as const;
const EARLIER = {
  en: '> Zofia Malinka, Fri 20 Nov 2026, 9:12\n> Thank you for the invitation.\n>\n> Zofia',
  pl: '> Zofia Malinka, pt. 20.11.2026, 9:12\n> Dziękuję za zaproszenie.\n>\n> Zofia',
  uk: '> Zofia Malinka, пт 20.11.2026, 9:12\n> Дякую за запрошення.\n>\n> Зофія',
} as const;
/** A command with a letter too few. */
function slipIn(language: Language): Misunderstanding {
  const meant = commandShown('resolved', language);
  return { kind: 'unknown-command', line: meant.slice(0, 4) + meant.slice(5), meant: [meant] };
}
const STATUS_SUBJECTS = {
  en: ['Link', 'Invoice'],
  pl: ['Link', 'Faktura'],
  uk: ['Посилання', 'Рахунок'],
} as const;
function statusLines(language: Language): string {
  const [first, second] = STATUS_SUBJECTS[language];
  const received = formatShortDay('2026-11-19', language);
  const answered = formatShortDay('2026-11-20', language);
  return [
    { id: 'T-7K3Q9', status: 'open', subject: first, received, answered: '' },
    { id: 'T-8M2P4', status: 'waiting_participant', subject: second, received, answered },
  ]
    .map((line) => statusLine(line, language))
    .join('\n');
}
const NEXT_SESSION = {
  en: 'Spreadsheets without stress, Thursday, 26 November 2026, 10:00',
  pl: 'Excel bez stresu, czwartek, 26 listopada 2026, 10:00',
  uk: 'Excel без стресу, четвер, 26 листопада 2026, 10:00',
} as const;

const offset = intlOffset();
const at = (iso: string) => instant(Date.parse(iso));

function session(language: Language, fullness: Fullness, online = true): Row<'sessions'> {
  const full = fullness === 'full';
  return {
    id: 'XL-01',
    course: COURSES[language],
    client: '',
    starts_at: at('2026-11-26T09:00:00Z'),
    ends_at: full ? at('2026-11-26T11:30:00Z') : null,
    zone: '',
    trainer: full ? 'Tomasz Brzoza' : '',
    substitute: '',
    link: full && online ? 'https://spotkania.example/excel-1' : '',
    place: full && !online ? PLACES[language] : '',
    materials: full ? 'https://materialy.example/excel' : '',
    audience: 'any',
    language,
    state: 'planned',
    confirmed: 'yes',
    deadline: full ? at('2026-12-02T17:00:00Z') : null,
    notes: '',
  };
}

const BEFORE: Told = {
  startsAt: at('2026-11-25T09:00:00Z'),
  details: { endsAt: at('2026-11-25T11:00:00Z'), place: '', link: 'https://spotkania.example/old' },
  cancelled: false,
  sequence: 0,
  noticeAt: null,
};

/** @param online whether one joins by a link; else there is a room */
export function partsFor(reader: Reader, fullness: Fullness, online = true): ViewParts {
  const { language } = reader;
  const full = fullness === 'full';
  const looks = { language, zone: reader.zone, offset };
  const row = session(language, fullness, online);
  const other: Row<'sessions'> = {
    ...row,
    id: 'PW-02',
    course: SECOND[language],
    starts_at: at('2026-11-26T13:00:00Z'),
    ends_at: at('2026-11-26T14:00:00Z'),
    link: 'https://spotkania.example/passwords',
  };
  return {
    firm: firmView({
      name: 'Akademia Jasna',
      supportHours: full ? HOURS[language] : '',
      supportAddress: full ? 'pomoc@akademia.example' : '',
      portal: full ? 'https://pomoc.akademia.example' : '',
      survey: full ? 'https://pomoc.akademia.example/ankieta' : '',
      statusSubject: language === 'pl' ? 'stan' : 'status',
    }),
    support: '',
    personName: 'Zofia Malinka',
    personNeeds: reader.need === 'accessible' ? 'napisy' : '',
    ticket: ticketView({ id: 'T-7K3Q9', subject: 'Link' }, labelOfWord('status', 'open', language)),
    session: {
      ...sessionView(row, looks),
      changes: full ? changesInWords(BEFORE, row, looks) : '',
      list: sessionLines([row, other], looks),
    },
    alert: {
      ...PROMISES[language],
      due: DUE[language],
      requester: 'Zofia Malinka (zofia.malinka@poczta.example)',
      assignee: full ? 'Lena Wrona' : '',
      link: full ? 'https://sheet.example/7101' : '',
      count: '2',
      list: '- Zofia Malinka (zofia.malinka@poczta.example)\n- Jan Dąb (jan.dab@poczta.example)',
    },
    desk: {
      newest: QUESTIONS[language],
      older: full ? EARLIER[language] : '',
      due: full ? `${PROMISES[language].promise}, ${DUE[language]}` : '',
      why: full ? PROMISES[language].why : '',
      session: full ? NEXT_SESSION[language] : '',
      link: full ? 'https://sheet.example/7101' : '',
      legend: commandLegend(language),
      help: `- ${misunderstandingWords(slipIn(language), language)}`,
      colleague: full ? 'Tomasz Brzoza' : '',
      address: 'lena.wrona@poczta.example',
      list: full ? statusLines(language) : '',
    },
    agentName: full ? 'Lena Wrona' : '',
    answer: ANSWERS[language],
    missing: missingInWords('logged_in', language),
    stop: full
      ? stopSentence(language, {
          mailto: 'mailto:pomoc@akademia.example?subject=stop%20d1f2',
          page: 'https://pomoc.akademia.example?stop=d1f2',
        })
      : '',
  };
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly problems: readonly object[];
}

/** What stands in the list of an alert depends on what the alert is about; who is asked to stand in, is asked for somebody. */
function withList(key: TemplateKey, { language }: Reader, parts: ViewParts): ViewParts {
  const alert = parts.alert ?? NO_ALERT;
  if (key === 'substitute_asked') {
    return { ...parts, desk: { ...(parts.desk ?? NO_DESK), colleague: 'Tomasz Brzoza' } };
  }
  if (key === 'alert_several') return { ...parts, alert: { ...alert, list: TICKET_LINES[language] } };
  if (key !== 'alert_staffing') return parts;
  const gap = (from: string, to: string, onDuty: string) =>
    boardWords(language).alert.line({
      kind: labelOfWord('moment_kind', 'start', language),
      course: COURSES[language],
      from,
      to,
      expected: '6',
      capacity: '4',
      onDuty,
    });
  const list = [gap(DUE[language], DUE[language], 'Lena Wrona'), gap(DUE[language], DUE[language], '')].join(
    '\n',
  );
  return { ...parts, alert: { ...alert, list } };
}

/** As the bridge and the tracker write it: the support block first, then the template around it. */
export function letter(key: TemplateKey, reader: Reader, given: ViewParts): Letter {
  const parts = withList(key, reader, given);
  const write = (wanted: TemplateKey, support: string): Letter => {
    const row = chooseTemplate(ROWS, wanted, { ...reader, firmLanguage: reader.language });
    const rendered = renderTemplate(
      row ?? starterText(wanted, reader.language),
      mailView({ ...parts, support }),
      { language: reader.language },
    );
    if (rendered.kind !== 'rendered') throw new Error(JSON.stringify(rendered.problems));
    return rendered;
  };
  return write(key, key === 'support_block' ? '' : write('support_block', '').text);
}
