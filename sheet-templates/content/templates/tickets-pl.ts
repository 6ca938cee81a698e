/** What we write about a request by ourselves, in Polish. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { whenSet } from './liquid';
import { FROM_FIRM, STATUS } from './parts-pl';

export const ticketsPl = {
  acknowledgement: {
    subject: 'Mamy Twoją wiadomość [#{{ ticket.id }}]',
    body: `Dzień dobry,

dziękujemy za wiadomość. Dotarła do nas i ma numer {{ ticket.id }}.

Co dalej: ktoś z nas ją przeczyta i odpowie e-mailem.{% if firm.support_hours %} Odpowiadamy w godzinach: {{ firm.support_hours }}.{% endif %}
Jeśli chcesz coś dodać, na przykład zrzut ekranu, wystarczy odpowiedzieć na tę wiadomość. Prosimy zostawić numer w temacie.

${STATUS}

${FROM_FIRM}`,
  },
  acknowledgement_out_of_hours: {
    subject: 'Mamy Twoją wiadomość [#{{ ticket.id }}]',
    body: `Dzień dobry,

dziękujemy za wiadomość. Dotarła do nas i ma numer {{ ticket.id }}. Teraz nikogo z nas nie ma przy biurku{% if firm.support_hours %}: odpowiadamy w godzinach {{ firm.support_hours }}{% endif %}. Twoja wiadomość czeka, zajmiemy się nią zaraz po powrocie.

Co można zrobić tymczasem:
- zamknąć program lub przeglądarkę, otworzyć ponownie i spróbować jeszcze raz;
- spróbować w innej przeglądarce albo na innym urządzeniu, choćby na telefonie;${whenSet(
      'firm.portal',
      '- zajrzeć do prostych instrukcji: {{ firm.portal }}',
    )}
- poszukać linku i wskazówek w naszym ostatnim przypomnieniu.

Jeśli coś się zmieni albo kłopot minie, wystarczy odpowiedzieć na tę wiadomość.

${STATUS}

${FROM_FIRM}`,
  },
  resolved: {
    subject: 'Zgłoszenie {{ ticket.id }} rozwiązane',
    body: `Dzień dobry,

uważamy zgłoszenie {{ ticket.id }} za rozwiązane.

Jeśli tak nie jest albo kłopot wróci, wystarczy odpowiedzieć na tę wiadomość. Otworzymy to samo zgłoszenie i niczego nie trzeba będzie tłumaczyć od nowa.

Dziękujemy za cierpliwość.

${FROM_FIRM}`,
  },
  waiting_nudge: {
    subject: 'Czekamy na odpowiedź [#{{ ticket.id }}]',
    body: `Dzień dobry,

kilka dni temu zadaliśmy pytanie w sprawie zgłoszenia {{ ticket.id }}. Bez odpowiedzi nie możemy ruszyć dalej.

Jeśli pomoc jest nadal potrzebna, prosimy o odpowiedź, choćby jednym zdaniem. Jeśli wszystko już działa, prosimy o krótką informację, a zamkniemy zgłoszenie.

${FROM_FIRM}`,
  },
  no_answer: {
    subject: 'Nie mamy Twojej odpowiedzi [#{{ ticket.id }}]',
    body: `Dzień dobry,

pisaliśmy w sprawie zgłoszenia {{ ticket.id }} i od tego czasu nie mamy odpowiedzi, więc uznajemy je za rozwiązane.

Jeśli pomoc jest nadal potrzebna, wystarczy odpowiedzieć na tę wiadomość, teraz albo później. Otworzymy to samo zgłoszenie i niczego nie trzeba będzie tłumaczyć od nowa.

${FROM_FIRM}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
