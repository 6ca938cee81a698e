/** A firm that uses the add-on: the believable one, set up, with mails whose ids the workbook knows. */
import type { Language } from '../../../core/language';
import type { GmailMail } from '../../../local-sheet/add-on-contract';
import type { SheetUser } from '../../../local-sheet/contract';
import { furnishFirm, STORY_TICKET, type Story, tellStory } from './believable';
import { at, type Desk, openDesk } from './desk';
import { gmailMail } from './gmail';

export const SUPPORT = 'help@nordlicht.example';
export const PAVLO: SheetUser = { email: 'pavlo@firma.example', locale: 'en' };
export const MARIA: SheetUser = { email: 'maria@firma.example', locale: 'en' };
export const EVE: SheetUser = { email: 'eve@elsewhere.example', locale: 'en' };

const QUESTION_ID = '<q1@client.example>';
const ASSIGNMENT_ID = '<b1a_T-7K3Q9.turn-1.aaaabbbbccccdddd@nordlicht.example>';

export const GREETING = { en: 'Hello', pl: 'Dzień dobry', uk: 'Доброго дня' } as const;

export interface Firm {
  readonly desk: Desk;
  readonly story: Story;
  /** The participant's mail, as somebody whom it was sent to has it. */
  readonly question: GmailMail;
  /** What Rowdesk sent to the trainer about it. */
  readonly assignment: GmailMail;
}

const firms = new Map<Language, Firm>();

/** Made once for each language, and copied. */
export function addOnFirm(language: Language = 'en'): Firm {
  const firm = firms.get(language) ?? furnished(language);
  firms.set(language, firm);
  return { ...firm, desk: firm.desk.copy() };
}

function furnished(language: Language): Firm {
  const desk = openDesk({ language });
  // Before there is a team whose admins alone may.
  desk.host.run('setUp');
  const story = tellStory(desk, language);
  furnishFirm(desk, story);
  desk.append('messages', [
    {
      id: 'm5',
      ticket_id: STORY_TICKET,
      at: at('2026-11-23T08:55:00Z'),
      direction: 'in',
      from: `${story.name} <${story.email}>`,
      subject: story.subject,
      text: story.again,
      message_id: QUESTION_ID,
    },
  ]);
  desk.append('outbox', [
    {
      key: `turn:${STORY_TICKET}:m5:pavlo@firma.example`,
      kind: 'assignment',
      ticket_id: STORY_TICKET,
      to: PAVLO.email,
      state: 'sent',
      message_id: ASSIGNMENT_ID,
    },
  ]);
  desk.append('templates', [
    {
      key: 'padlock',
      language,
      audience: 'any',
      subject: '',
      body: 'Click the padlock and allow the microphone.',
      notes: 'Microphone: where to allow it',
    },
    ...(['en', 'pl', 'uk'] as const).map((written) => ({
      key: 'with_greeting',
      language: written,
      audience: 'any',
      subject: 'Re: {{ ticket.subject }}',
      body: `${GREETING[written]}, {{ person.name }}!\n\n{{ answer }}\n\n{{ agent.name }}\n{{ firm.name }}`,
      notes: 'With a greeting',
    })),
  ]);
  return {
    desk,
    story,
    question: gmailMail({
      from: `${story.name} <${story.email}>`,
      to: `${SUPPORT}, ${PAVLO.email}`,
      subject: story.subject,
      messageId: QUESTION_ID,
      text: story.question,
    }),
    assignment: gmailMail({
      from: `"${story.name} via Nordlicht Trainings" <${SUPPORT}>`,
      replyTo: 'help+a.t-7k3q9.aaaabbbbccccdddd@nordlicht.example',
      to: PAVLO.email,
      subject: `[#${STORY_TICKET}] ${story.subject}`,
      messageId: ASSIGNMENT_ID,
    }),
  };
}

export const contentOf = ({ service, spreadsheetId }: Desk): string =>
  JSON.stringify(service.get(spreadsheetId, { includeGridData: true }));
