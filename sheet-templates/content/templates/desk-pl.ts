/** What colleagues who work by mail get, and the answer to a participant who asks how a request stands, in Polish. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { whenSet } from './liquid';
import { FROM_FIRM } from './parts-pl';

/** Mails about one ticket have one subject, so that they stand together in the colleague's mailbox. */
const SUBJECT = '[#{{ ticket.id }}] {{ ticket.subject }}';

/** Whatever stands below it is cut off from the answer. */
const MARKER = '##- Odpowiedz powyżej tej linii -##';

const FACTS = `Zgłoszenie: {{ ticket.id }}, {{ ticket.status }}${whenSet('desk.due', 'Termin: {{ desk.due }}')}${whenSet(
  'desk.why',
  'Skąd ten termin: {{ desk.why }}',
)}${whenSet('desk.session', 'Najbliższe zajęcia: {{ desk.session }}')}${whenSet(
  'desk.link',
  'Otwórz zgłoszenie: {{ desk.link }}',
)}`;

/** The newest message, what to do with it, and what came before it. */
const asking = (what: string): string => `${MARKER}

Od: {% if alert.requester %}{{ alert.requester }}{% else %}{{ person.name }}{% endif %}

{{ desk.newest }}

${what}

${FACTS}

{{ desk.legend }}

{{ firm.name }}

{{ desk.older }}`;

const OPEN = whenSet('desk.link', 'Otwórz zgłoszenie: {{ desk.link }}');

export const deskPl = {
  assignment: {
    subject: SUBJECT,
    body: asking(
      'To zgłoszenie prowadzisz Ty. Wystarczy odpowiedzieć na tę wiadomość: Twoja odpowiedź trafi do uczestnika z naszego adresu pomocy.',
    ),
  },
  assignment_again: {
    subject: SUBJECT,
    body: asking('To nowa wiadomość w Twoim zgłoszeniu. Wystarczy na nią odpowiedzieć, tak jak poprzednio.'),
  },
  substitute_asked: {
    subject: SUBJECT,
    body: asking(
      '{{ desk.colleague }} jest teraz poza biurem, więc prosimy Cię o zastępstwo. Wystarczy odpowiedzieć na tę wiadomość: Twoja odpowiedź trafi do uczestnika z naszego adresu pomocy.',
    ),
  },
  answer_held: {
    subject: `Re: ${SUBJECT}`,
    body: `${MARKER}

Dzień dobry,

Twoja odpowiedź w zgłoszeniu {{ ticket.id }} jeszcze nie wyszła, bo chwilę wcześniej uczestnik dostał już inną{% if desk.colleague %} ({{ desk.colleague }}){% endif %}.

Jeśli Twoja też ma wyjść, odpowiedz na tę wiadomość i w pierwszym wierszu napisz #wyślij. Jeśli nie, nic nie trzeba robić: zostanie w zgłoszeniu jako notatka.

{{ firm.name }}`,
  },
  commands_help: {
    subject: `Re: ${SUBJECT}`,
    body: `${MARKER}

Dzień dobry,

Twoja wiadomość w sprawie zgłoszenia {{ ticket.id }} nie trafiła do uczestnika i niczego nie zmieniła:
{{ desk.help }}

Żeby odpowiedzieć uczestnikowi, wystarczy odpowiedzieć na tę wiadomość.

{{ desk.legend }}

{{ firm.name }}`,
  },
  command_refused: {
    subject: `Re: ${SUBJECT}`,
    body: `${MARKER}

Dzień dobry,

w zgłoszeniu {{ ticket.id }} nie udało się zrobić wszystkiego, o co chodziło w Twojej wiadomości:
{{ desk.help }}

Reszty wiadomości to nie dotyczy.${OPEN}

{{ firm.name }}`,
  },
  mail_disbelieved: {
    subject: 'Nie przekazaliśmy dalej wiadomości wysłanej w Twoim imieniu [#{{ ticket.id }}]',
    body: `${MARKER}

Dzień dobry,

w sprawie zgłoszenia {{ ticket.id }} przyszła wiadomość w Twoim imieniu. Nie trafiła do uczestnika i niczego nie zmieniła. Została w zgłoszeniu jako notatka.${whenSet(
      'desk.why',
      'Powód: {{ desk.why }}',
    )}

Jeśli to Twoja wiadomość, napisz odpowiedź jeszcze raz: odpowiadając na ten list ze swojego zwykłego adresu albo w arkuszu. Jeśli nie Twoja, daj znać osobie, która opiekuje się naszą skrzynką.${OPEN}

W sprawie każdego zgłoszenia piszemy o tym tylko raz.

{{ firm.name }}`,
  },
  confirm_address: {
    subject: 'Czy {{ desk.address }} to Twój adres?',
    body: `${MARKER}

Dzień dobry,

w sprawie zgłoszenia {{ ticket.id }} przyszła wiadomość z adresu {{ desk.address }}. Czy to Twój adres?

Jeśli tak, odpowiedz na tę wiadomość ze skrzynki, na którą przyszła, jednym słowem: tak. Od tej pory możesz pisać także stamtąd, a my zajmiemy się wiadomością, która czeka.
Jeśli nie, nic nie trzeba robić: niczego nie przekazaliśmy dalej ani nie zmieniliśmy.

{{ firm.name }}`,
  },
  status_answer: {
    subject: 'Stan Twoich zgłoszeń',
    body: `Dzień dobry,
{%- if desk.list %}

oto stan Twoich zgłoszeń:
{{ desk.list }}

Żeby coś dodać do zgłoszenia, wystarczy napisać do nas z jego numerem w temacie.
{%- else %}

z tego adresu nie ma u nas żadnego otwartego zgłoszenia. Jeśli potrzebna jest pomoc, wystarczy odpowiedzieć na tę wiadomość.
{%- endif %}

${FROM_FIRM}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
