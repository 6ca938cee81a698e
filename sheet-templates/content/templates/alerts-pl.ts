/** What colleagues are told, in Polish. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { whenSet } from './liquid';

const ALERT_FACTS = `Temat: {{ ticket.subject }}
Od: {{ alert.requester }}
Status: {{ ticket.status }}
Prowadzi: {% if alert.assignee %}{{ alert.assignee }}{% else %}jeszcze nikt{% endif %}
Obietnica: {{ alert.promise }}
Termin: {{ alert.due }}`;

const ALERT_REASON = `
Skąd ten termin: {{ alert.why }}${whenSet('alert.link', 'Otwórz zgłoszenie: {{ alert.link }}')}`;

export const alertsPl = {
  alert_due_soon: {
    subject: '{{ ticket.id }}: do terminu {{ alert.left }} ({{ alert.promise }})',
    body: `Dzień dobry,

zbliża się termin zgłoszenia {{ ticket.id }}.

${ALERT_FACTS}
Pozostało: {{ alert.left }}
${ALERT_REASON}

Jeśli nie możesz się tym zająć, przekaż zgłoszenie komuś, kto może: zmień kolumnę „Prowadzi” na karcie Zgłoszenia.

{{ firm.name }}`,
  },
  alert_overdue: {
    subject: '{{ ticket.id }}: termin minął ({{ alert.promise }})',
    body: `Dzień dobry,

obiecany termin zgłoszenia {{ ticket.id }} minął, a sprawa jest wciąż otwarta.

${ALERT_FACTS}
Po terminie: {{ alert.late }}
${ALERT_REASON}

Prosimy zająć się tym teraz albo ustalić, kto to zrobi. Nawet krótka wiadomość do uczestnika („zajmujemy się tym, odezwiemy się do …”) jest lepsza niż cisza.

{{ firm.name }}`,
  },
  alert_several: {
    subject: 'Zgłoszenia, którym kończy się czas: {{ alert.count }}',
    body: `Dzień dobry,

tym zgłoszeniom kończy się czas albo już się skończył (razem: {{ alert.count }}):
{{ alert.list }}

Prosimy zająć się teraz najpilniejszymi, a resztę przekazać dalej: wystarczy zmienić kolumnę „Prowadzi” na karcie Zgłoszenia.

{{ firm.name }}`,
  },
  alert_staffing: {
    subject: 'Za mało osób na dyżurze (kluczowe momenty: {{ alert.count }})',
    body: `Dzień dobry,

w tych kluczowych momentach pomocy może potrzebować więcej uczestników, niż zdążą obsłużyć osoby na dyżurze:
{{ alert.list }}

Prosimy dopisać na ten czas jeszcze jedną osobę na karcie Dyżury albo poprosić o pomoc kogoś z prowadzących.${whenSet(
      'alert.link',
      'Wszystkie kluczowe momenty są na karcie Obsada: {{ alert.link }}',
    )}

{{ firm.name }}`,
  },
  follow_up_ticket: {
    subject: 'Uczestnicy, z którymi trzeba się skontaktować: {{ session.course }}',
    body: `Zajęcia „{{ session.course }}” zaczynają się: {{ session.starts }}.

Wciąż do zrobienia: {{ checkpoint.missing }}
Sama wiadomość od nas nie wystarczyła. Te osoby nadal tego nie zrobiły (razem: {{ alert.count }}):
{{ alert.list }}

Prosimy do nich zadzwonić lub napisać: osobiste słowo pomaga bardziej niż drugie przypomnienie. Być może coś u nich nie działa.
Jeśli wiadomo, że ktoś już to zrobił, prosimy dopisać to na karcie Aktywność. Gdy na liście nie zostanie już nikt, można oznaczyć zgłoszenie jako rozwiązane.`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
