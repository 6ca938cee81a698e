/** What many Polish letters have in common. */
import { whenSet } from './liquid';

export const SESSION_FACTS = `Szkolenie: {{ session.course }}
Kiedy: {{ session.starts }}${whenSet('session.ends', 'Koniec: {{ session.ends }}')}${whenSet(
  'session.trainer',
  'Prowadzi: {{ session.trainer }}',
)}${whenSet('session.place', 'Miejsce: {{ session.place }}')}${whenSet('session.link', 'Dołącz tutaj: {{ session.link }}')}`;

export const MATERIALS = whenSet('session.materials', 'Materiały: {{ session.materials }}');

/** Who answers, if the tracker knows it. */
export const SIGNED = '{% if agent.name %}{{ agent.name }}\n{% endif %}{{ firm.name }}';

/** How the request stands, and the way to ask again. Below the help, where nobody takes it for a part of the answer. */
export const STATUS = `Stan zgłoszenia {{ ticket.id }}: {{ ticket.status }}.${whenSet(
  'firm.status_mailto',
  'Żeby sprawdzić go później, wystarczy wysłać e-mail o temacie „stan”: {{ firm.status_mailto }}',
)}`;

export const FROM_AGENT = `Pozdrawiam serdecznie
${SIGNED}

{{ support }}

${STATUS}`;

export const FROM_FIRM = `Pozdrawiamy
{{ firm.name }}

{{ support }}`;

/** Ends whatever people can ask us not to send. */
export const SEE_YOU = `Do zobaczenia
{{ firm.name }}

{{ support }}

{{ stop }}`;

export const REMINDER_FROM_FIRM = `${FROM_FIRM}

{{ stop }}`;

export const SUPPORT_BLOCK = {
  subject: 'Gdzie szukać pomocy',
  body: `Potrzebna pomoc?
Wystarczy odpowiedzieć na tę wiadomość{% if firm.support_address %} albo napisać na adres {{ firm.support_address }}{% endif %}.${whenSet(
    'firm.support_hours',
    `Odpowiadamy w godzinach: {{ firm.support_hours }}.
Poza tymi godzinami też warto napisać: wiadomość od razu dostaje numer, a zajmiemy się nią zaraz po powrocie.`,
  )}${whenSet('firm.portal', 'Instrukcje i odpowiedzi o każdej porze: {{ firm.portal }}')}`,
};
