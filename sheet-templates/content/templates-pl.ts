import type { TemplateKey, TemplateText, VariantKey } from './template-keys';

const SESSION_FACTS = `Szkolenie: {{ session.course }}
Kiedy: {{ session.starts }}
{%- if session.trainer != "" %}
Prowadzi: {{ session.trainer }}
{%- endif %}
{%- if session.place != "" %}
Miejsce: {{ session.place }}
{%- endif %}
{%- if session.link != "" %}
Dołącz tutaj: {{ session.link }}
{%- endif %}`;

const FROM_AGENT = `Pozdrawiam serdecznie
{{ agent.name }}
{{ firm.name }}

{{ support }}`;

const FROM_FIRM = `Pozdrawiamy
{{ firm.name }}

{{ support }}`;

const ALERT_FACTS = `Temat: {{ ticket.subject }}
Od: {{ alert.requester }}
Status: {{ ticket.status }}
Prowadzi: {% if alert.assignee != "" %}{{ alert.assignee }}{% else %}jeszcze nikt{% endif %}
Obietnica: {{ alert.promise }}
Termin: {{ alert.due }}`;

const ALERT_REASON = `
Skąd ten termin: {{ alert.why }}
{%- if alert.link != "" %}
Otwórz zgłoszenie: {{ alert.link }}
{%- endif %}`;

export const pl: Readonly<Record<TemplateKey, TemplateText>> = {
  acknowledgement: {
    subject: 'Mamy Twoją wiadomość [#{{ ticket.id }}]',
    body: `Dzień dobry,

dziękujemy za wiadomość. Dotarła do nas i ma numer {{ ticket.id }}.

Co dalej: ktoś z nas ją przeczyta i odpowie e-mailem. Odpowiadamy w godzinach: {{ firm.support_hours }}.
Jeśli chcesz coś dodać, na przykład zrzut ekranu, wystarczy odpowiedzieć na ten list. Prosimy zostawić numer w temacie.

${FROM_FIRM}`,
  },
  acknowledgement_out_of_hours: {
    subject: 'Mamy Twoją wiadomość [#{{ ticket.id }}]',
    body: `Dzień dobry,

dziękujemy za wiadomość. Dotarła do nas i ma numer {{ ticket.id }}. Teraz nikogo z nas nie ma przy biurku: odpowiadamy w godzinach {{ firm.support_hours }}, a Twoja wiadomość będzie na nas czekać.

Co można zrobić tymczasem:
- zamknąć program lub przeglądarkę, otworzyć ponownie i spróbować jeszcze raz;
- spróbować w innej przeglądarce albo na innym urządzeniu, choćby na telefonie;
- poszukać linku i wskazówek w naszym ostatnim przypomnieniu.
{%- if firm.portal != "" %}
- zajrzeć o każdej porze do prostych instrukcji: {{ firm.portal }}
{%- endif %}

Jeśli coś się zmieni albo kłopot minie, wystarczy odpowiedzieć na ten list.

${FROM_FIRM}`,
  },
  reply: {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `{{ answer }}

{{ agent.name }}
{{ firm.name }}

{{ support }}`,
  },
  resolved: {
    subject: 'Zgłoszenie {{ ticket.id }} rozwiązane',
    body: `Dzień dobry,

uważamy zgłoszenie {{ ticket.id }} za rozwiązane.

Jeśli tak nie jest albo kłopot wróci, wystarczy odpowiedzieć na ten list. Otworzymy to samo zgłoszenie i niczego nie trzeba będzie tłumaczyć od nowa.

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

Jeśli pomoc jest nadal potrzebna, wystarczy odpowiedzieć na ten list, teraz albo później. Otworzymy to samo zgłoszenie i niczego nie trzeba będzie tłumaczyć od nowa.

${FROM_FIRM}`,
  },
  reminder_3d: {
    subject: 'Za trzy dni: {{ session.course }}',
    body: `Dzień dobry,

zbliża się termin zajęć.

${SESSION_FACTS}
{%- if session.materials != "" %}
Materiały: {{ session.materials }}
{%- endif %}

Jak najwięcej skorzystać:
- zarezerwuj ten czas i wybierz spokojne miejsce;
- przejrzyj materiały i zapisz jedno lub dwa własne pytania;
- jeśli coś ułatwi Ci udział (napisy, większy druk, przerwa), odpowiedz na ten list.

Do zobaczenia
{{ firm.name }}

{{ support }}`,
  },
  reminder_1d: {
    subject: 'Jutro: {{ session.course }}',
    body: `Dzień dobry,

widzimy się jutro.

${SESSION_FACTS}
{%- if session.materials != "" %}
Materiały: {{ session.materials }}
{%- endif %}

Pięć minut sprawdzania dzisiaj oszczędzi nerwów jutro:
1. Otwórz link na urządzeniu, z którego będziesz korzystać, i sprawdź, czy działa.
2. Sprawdź, czy Cię słychać i widać.
3. Przygotuj ładowarkę, a jeśli wokół są inni ludzie, także słuchawki.

Jeśli coś nie działa, napisz do nas jeszcze dziś: zdążymy pomóc.

Do zobaczenia jutro
{{ firm.name }}

{{ support }}`,
  },
  reminder_2h: {
    subject: 'Dzisiaj: {{ session.course }}',
    body: `Dzień dobry,

niedługo zaczynamy.

${SESSION_FACTS}

Prosimy dołączyć dziesięć minut wcześniej. Jeśli nie możesz wejść, nie czekaj do początku: odpowiedz na ten list i napisz, co widać na ekranie.

Do zobaczenia
{{ firm.name }}

{{ support }}`,
  },
  session_changed: {
    subject: 'Zmiana: {{ session.course }}',
    body: `Dzień dobry,

w zajęciach coś się zmieniło. Poniżej aktualne informacje; poprzednie prosimy uznać za nieważne.

${SESSION_FACTS}

Jeśli nowe ustalenia nie pasują, prosimy odpowiedzieć na ten list, a wspólnie poszukamy rozwiązania. Przepraszamy za kłopot.

${FROM_FIRM}`,
  },
  session_cancelled: {
    subject: 'Odwołane: {{ session.course }}',
    body: `Dzień dobry,

przykro nam: poniższe zajęcia się nie odbędą.

Szkolenie: {{ session.course }}
Planowany termin: {{ session.starts }}

Nic nie trzeba robić. Napiszemy w sprawie nowego terminu. W razie pytań albo jeśli lepsze byłoby inne rozwiązanie, prosimy odpowiedzieć na ten list.

${FROM_FIRM}`,
  },
  calm: {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `Dzień dobry,

rozumiem, że to denerwujące, zwłaszcza gdy brakuje czasu. Dziękuję za wiadomość. Zajmuję się tą sprawą osobiście i nie trzeba pisać do nikogo więcej.

{{ answer }}

Dam znać, jak postępuje sprawa, nawet jeśli potrwa dłużej, niż teraz myślę.

${FROM_AGENT}`,
  },
  clarify: {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `Dzień dobry,

dziękuję za wiadomość. Chcę pomóc we właściwej sprawie, więc najpierw wolę się upewnić, że dobrze ją rozumiem.

{{ answer }}

Wystarczy krótka odpowiedź. Bardzo pomoże też zdjęcie albo zrzut tego, co widać na ekranie.

${FROM_AGENT}`,
  },
  reconcile: {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `Dzień dobry,

oczekiwanie czegoś lepszego było w pełni słuszne i bardzo przepraszam. To był nasz błąd.

{{ answer }}

Proszę o informację, czy to uczciwe rozwiązanie. Jeśli nie, proszę napisać, jakie by nim było, a zrobię, co w mojej mocy.

${FROM_AGENT}`,
  },
  alert_due_soon: {
    subject: '{{ ticket.id }}: pozostało: {{ alert.left }} ({{ alert.promise }})',
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

Prosimy zająć się teraz najpilniejszymi, a resztę przekazać dalej: zmień kolumnę „Prowadzi” na karcie Zgłoszenia.

{{ firm.name }}`,
  },
  support_block: {
    subject: 'Informacje o pomocy',
    body: `Potrzebna pomoc?
Wystarczy odpowiedzieć na ten list albo napisać na {{ firm.support_address }}.
Odpowiadamy w godzinach: {{ firm.support_hours }}.
{%- if firm.portal != "" %}
Instrukcje i odpowiedzi o każdej porze: {{ firm.portal }}
{%- endif %}
Poza tymi godzinami też warto napisać: wiadomość od razu dostaje numer, a zajmiemy się nią zaraz po powrocie.`,
  },
};

export const plVariants: Readonly<Record<VariantKey, TemplateText>> = {
  'reply.novice': {
    subject: 'Re: {{ ticket.subject }} [#{{ ticket.id }}]',
    body: `{{ answer }}

Spokojnie, krok po kroku. Jeśli któryś krok nie wychodzi, zatrzymaj się na nim, odpowiedz na ten list i podaj numer kroku oraz to, co widać na ekranie. Może być zdjęcie zrobione telefonem.

{{ agent.name }}
{{ firm.name }}

{{ support }}`,
  },
  'reminder_1d.novice': {
    subject: 'Jutro: {{ session.course }}',
    body: `Dzień dobry,

widzimy się jutro.

${SESSION_FACTS}
{%- if session.materials != "" %}
Materiały: {{ session.materials }}
{%- endif %}

Jeśli spotkania online to dla Ciebie nowość, pomoże ta krótka próba. Można ją zrobić dziś, bez pośpiechu:
1. Usiądź przy komputerze lub telefonie, z którego jutro skorzystasz, i podłącz ładowarkę.
2. Otwórz na nim ten list i kliknij link. Pokaże się strona spotkania. Nie trzeba niczego instalować: wybierz wejście przez przeglądarkę.
3. Gdy pojawi się pytanie o mikrofon i kamerę, kliknij „Zezwól”.
4. Wpisz swoje imię. Napis „Spotkanie jeszcze się nie zaczęło” jest w porządku: zamknij stronę.
Jutro zrób to samo dziesięć minut przed początkiem.

Jeśli coś wygląda inaczej, napisz do nas jeszcze dziś, przy którym kroku. Nie ma głupich pytań.

Do zobaczenia jutro
{{ firm.name }}

{{ support }}`,
  },
  'reminder_1d.experienced': {
    subject: 'Jutro: {{ session.course }}',
    body: `Dzień dobry,

krótkie przypomnienie o jutrzejszych zajęciach.

${SESSION_FACTS}
{%- if session.materials != "" %}
Materiały: {{ session.materials }}
{%- endif %}

Spotkanie działa w każdej aktualnej przeglądarce. W sieci firmowej prosimy sprawdzić wcześniej, czy nie są blokowane ruch WebRTC i domena spotkania.

Do zobaczenia jutro
{{ firm.name }}

{{ support }}`,
  },
};
