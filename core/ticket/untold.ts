/**
 * Tickets with something new of which no colleague could be told by mail, because nobody is there: a row of Problems for
 * each, and once a day a letter to the managers about the colleague whose tickets they are.
 */
import type { Localized } from '../language';
import { askedRow } from '../outbox/outbox-row';
import type { Escalation } from '../sla/alert-mail';
import { alertRecipients } from '../sla/alert-recipients';
import { formatDay } from '../time/civil';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { dayAt } from '../time/zoned';
import type { Untold } from '../trainer/turn';
import { fingerprint } from '../words/fingerprint';
import type { Row } from '../workbook/rows';

interface UntoldWords {
  /** @param names the colleague whose ticket it is, then whoever would stand in */
  nobodyThere(id: string, names: string): { readonly what: string; readonly todo: string };
  noAddress(id: string, name: string): { readonly what: string; readonly todo: string };
  letter(name: string): { readonly subject: string; readonly first: string; readonly last: string };
}

const WORDS: Localized<UntoldWords> = {
  en: {
    nobodyThere: (id, names) => ({
      what: `Nobody could be told by mail of what is new in ticket ${id}. Away or no longer active: ${names}.`,
      todo: 'Give the ticket to somebody who is there, or name a substitute on the Team tab.',
    }),
    noAddress: (id, name) => ({
      what: `Nobody could be told by mail of what is new in ticket ${id}: the Team tab has no address of ${name} that can be written to.`,
      todo: 'Complete the address on the Team tab, or give the ticket to somebody else.',
    }),
    letter: (name) => ({
      subject: `Nobody stands in for ${name}`,
      first: `A participant is waiting, and nobody could be told by mail: ${name} is not there, and nobody stands in.`,
      last: 'Please give the ticket to somebody who is there, or name a substitute on the Team tab. Further tickets are listed on the Problems tab; there is no other letter about this today.',
    }),
  },
  pl: {
    nobodyThere: (id, names) => ({
      what: `Nikogo nie dało się powiadomić e-mailem o nowościach w zgłoszeniu ${id}. Nieobecni lub już nieaktywni: ${names}.`,
      todo: 'Przekaż zgłoszenie komuś, kto jest w pracy, albo wpisz zastępstwo na karcie Zespół.',
    }),
    noAddress: (id, name) => ({
      what: `Nikogo nie dało się powiadomić e-mailem o nowościach w zgłoszeniu ${id}: na karcie Zespół brakuje poprawnego adresu (${name}).`,
      todo: 'Uzupełnij adres na karcie Zespół albo przekaż zgłoszenie komuś innemu.',
    }),
    letter: (name) => ({
      subject: `Brak zastępstwa: ${name}`,
      first: `Uczestnik czeka, a nikogo nie dało się powiadomić e-mailem. Nieobecność: ${name}; nikt nie zastępuje.`,
      last: 'Przekaż zgłoszenie komuś, kto jest w pracy, albo wpisz zastępstwo na karcie Zespół. Kolejne zgłoszenia znajdziesz na karcie Problemy; dziś nie przyślemy o tym następnego listu.',
    }),
  },
  uk: {
    nobodyThere: (id, names) => ({
      what: `Нікого не вдалося повідомити листом про нове у зверненні ${id}. Відсутні або вже неактивні: ${names}.`,
      todo: 'Передайте звернення тому, хто на роботі, або впишіть підміну на вкладці «Команда».',
    }),
    noAddress: (id, name) => ({
      what: `Нікого не вдалося повідомити листом про нове у зверненні ${id}: на вкладці «Команда» немає чинної адреси (${name}).`,
      todo: 'Додайте адресу на вкладці «Команда» або передайте звернення комусь іншому.',
    }),
    letter: (name) => ({
      subject: `Немає підміни: ${name}`,
      first: `Учасник чекає, а повідомити листом нікого. Відсутність: ${name}; підміни немає.`,
      last: 'Передайте звернення тому, хто на роботі, або впишіть підміну на вкладці «Команда». Інші такі звернення шукайте на вкладці «Проблеми»; іншого листа про це сьогодні не буде.',
    }),
  },
};

/** Null where people are told by another finding, or where there is nobody to answer. */
export function untoldProblem(
  { ticket, why }: Untold,
  { language, now }: { readonly language: keyof typeof WORDS; readonly now: Instant },
): Row<'problems'> | null {
  const words = WORDS[language];
  const names = missingIn(why);
  const text =
    names.length > 0
      ? words.nobodyThere(ticket, names.join(', '))
      : why.kind === 'no-address'
        ? words.noAddress(ticket, why.name)
        : null;
  return text && { key: `tickets:${ticket}:untold`, at: now, tab: 'tickets', row: ticket, ...text };
}

function missingIn(why: Untold['why']): readonly string[] {
  if (why.kind === 'all-away') return why.names;
  return why.kind === 'assignee-left' ? [why.name] : [];
}

interface UntoldMoment {
  readonly now: Instant;
  readonly zone: Zone;
  readonly offset: ZoneOffset;
}

/** @param isKnown keys that stand in Outbox */
export function untoldLetters(
  untold: readonly Untold[],
  { roster, linkTo, firm }: Pick<Escalation, 'roster' | 'linkTo' | 'firm'>,
  subjectOf: (ticketId: string) => string,
  isKnown: (key: string) => boolean,
  { now, zone, offset }: UntoldMoment,
): readonly Row<'outbox'>[] {
  const byName = new Map<string, Untold['ticket'][]>();
  for (const { ticket, why } of untold) {
    const [name] = missingIn(why);
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), ticket]);
  }
  const today = formatDay(dayAt(now, zone, offset));
  const managers = alertRecipients(['managers'], { assignee: '', session_id: '' }, roster);
  return Array.from(byName).flatMap(([name, tickets]) =>
    managers.flatMap(({ email, language }) => {
      const key = `untold:${today}:${fingerprint(name)}:${email}`;
      if (isKnown(key)) return [];
      const { subject, first, last } = WORDS[language].letter(name);
      const lines = tickets.map((id) =>
        [`- ${id}`, subjectOf(id), linkTo(id)].filter((part) => part !== '').join(' · '),
      );
      const row = askedRow({
        key,
        kind: 'alert',
        ticket_id: tickets[0] ?? '',
        session_id: '',
        to: email,
        subject,
        body: [first, lines.join('\n'), last, firm(language).name].join('\n\n'),
        language,
        template: '',
        created_at: now,
        created_by: 'Rowdesk',
      });
      return [row];
    }),
  );
}
