/** Which refused commands are told to whom, and in which words. */
import { LANGUAGES, type Language } from '../../../core/language';
import { firmView } from '../../../core/template/view';
import type { CommandRefusal, Settled } from '../../../core/ticket/mail-command';
import {
  type RefusalDesk,
  type RefusedMail,
  refusedLetter,
  refusedMails,
  withinLimit,
} from '../../../core/ticket/refused-letter';
import { type Instant, MS_PER_DAY } from '../../../core/time/instant';
import { readAgents } from '../../../core/trainer/agents';
import type { Row } from '../../../core/workbook/rows';
import { starterText } from '../../../sheet-templates/content/templates';
import { labelOfWord } from '../../../sheet-templates/labels';
import { TABS } from '../../../sheet-templates/tabs';
import { colleague } from '../assignment/team-rows';
import { winter } from '../sla/sla-rows';
import { ticketRow } from './ticket-rows';

const NOW = winter('2026-11-23T10:12');
const OLA = 'ola.nowak@firm.example';
const AGENTS = readAgents([
  colleague('Ola Nowak', { other_emails: ['ola@private.example'] }),
  colleague('Jan Lis'),
]);

function command(id: string, cell: string, value: string, more: Partial<Row<'commands'>> = {}) {
  const blank = { state: '', done_at: null, answer: '' } as const;
  return { id, at: NOW, ticket_id: 'T-7K3Q9', who: OLA, cell, value, ...blank, ...more };
}

const refused = (
  asked: Row<'commands'>,
  refusal: CommandRefusal | null = { kind: 'not-yours' },
): Settled => ({ command: asked, refusal, ticketId: 'T-7K3Q9' });

const never = (_key: string): boolean => false;
const planned = (settled: readonly Settled[], isKnown = never): readonly RefusedMail[] =>
  refusedMails(settled, AGENTS, isKnown);

describe('one letter is planned', () => {
  test('for all that was refused of one mail, named after the first', () => {
    const mails = planned([
      refused(command('in:m1:1', 'priority', 'high'), null),
      refused(command('in:m1:2', 'status', 'resolved')),
      refused(command('in:m1:3', 'assignee', 'Jan Lis')),
      refused(command('in:m2:1', 'priority', 'high')),
    ]);
    expect(mails.map(({ key, agent, refused: all }) => [key, agent.email, all.length])).toEqual([
      ['refused:in:m1:2', OLA, 2],
      ['refused:in:m2:1', OLA, 1],
    ]);
  });

  test('to the first address of a colleague who writes from another', () => {
    const [mail] = planned([refused(command('m:1', 'priority', 'high', { who: 'ola@private.example' }))]);
    expect(mail?.agent.email).toBe(OLA);
  });
});

describe('nothing is told', () => {
  test.each<[string, Settled]>([
    ['of what was done', refused(command('m:1', 'priority', 'high'), null)],
    ['to strangers', refused(command('m:1', 'priority', 'high', { who: 'eve@x.example' }))],
    ['of an out-of-office, which would answer', refused(command('m:1', 'away', ''))],
  ])('%s', (_, settled) => {
    expect(planned([settled])).toEqual([]);
  });

  test('twice', () => {
    expect(planned([refused(command('m:1', 'priority', 'high'))], (key) => key === 'refused:m:1')).toEqual(
      [],
    );
  });
});

describe('a colleague gets at most five such letters in a day', () => {
  const mails = (count: number, who = OLA): readonly RefusedMail[] =>
    planned(
      Array.from({ length: count }, (_, index) =>
        refused(command(`${who} ${index}:1`, 'priority', 'high', { who })),
      ),
    );

  test('whoever else gets some', () => {
    const both = [...mails(7), ...mails(2, 'jan.lis@firm.example')];
    const kept = withinLimit(both, [], AGENTS, never, NOW);
    expect(kept.map(({ agent }) => agent.name)).toEqual([
      ...Array.from({ length: 5 }, () => 'Ola Nowak'),
      'Jan Lis',
      'Jan Lis',
    ]);
  });

  test.each([
    ['those of the last day count', 1_000, true, 2],
    ['older ones do not', MS_PER_DAY, true, 5],
    ['nor do refusals of which no letter told', 1_000, false, 5],
  ])('%s', (_, age, isTold, expected) => {
    const done_at = (NOW - age) as Instant;
    const before = [1, 2, 3].map((n) => command(`old${n}:1`, 'status', 'new', { state: 'refused', done_at }));
    const isKnown = (key: string): boolean => isTold && key.startsWith('refused:old');
    expect(withinLimit(mails(9), before, AGENTS, isKnown, NOW)).toHaveLength(expected);
  });
});

const desk: RefusalDesk = {
  texts: (template, language) => [starterText(template, language)],
  firm: () => firmView({ name: 'Jasna', supportHours: '', supportAddress: '', portal: '' }),
  words: (language: Language) => ({
    language,
    columnLabel: (column) => TABS.tickets.columns[column].words[language][0],
    choiceLabel: (choice, word) => labelOfWord(choice, word, language),
  }),
  linkTo: (id) => `https://sheet.example/${id}`,
  now: NOW,
};

describe('the letter', () => {
  const [mail] = planned([
    refused(command('m:1', 'priority', 'urgent'), { kind: 'edited-since', cell: 'priority', now: 'low' }),
    refused(command('m:2', 'status', 'resolved'), {
      kind: 'status-refused',
      why: 'from-closed',
      wanted: 'resolved',
      kept: 'closed',
    }),
    refused(command('m:3', 'banana', 'x'), { kind: 'no-cell' }),
  ]);
  if (!mail) throw new Error('no letter was planned');
  const ticket = ticketRow({ subject: 'Re: The link' });

  test.each(LANGUAGES)('says in %s what was asked and why it was not done', (language) => {
    const letter = refusedLetter(mail, ticket, language, desk);
    const { body } = letter;
    const words = desk.words(language);
    const urgent = labelOfWord('priority', 'urgent', language);
    expect(letter).toMatchObject({
      key: 'refused:m:1',
      kind: 'alert',
      template: 'command_refused',
      to: OLA,
      ticket_id: 'T-7K3Q9',
      language,
      state: 'queued',
    });
    expect(letter.subject).toBe('Re: [#T-7K3Q9] The link');
    expect(body).toContain(`- ${words.columnLabel('priority')} → ${urgent}: `);
    expect(body).toContain(labelOfWord('priority', 'low', language));
    expect(body).toContain(labelOfWord('status', 'closed', language));
    expect(body).toContain('https://sheet.example/T-7K3Q9');
    expect(body).not.toMatch(/undefined|edited|\bfrom-closed\b/);
  });

  test('of a ticket that there is not has no link', () => {
    const [lost] = planned([refused(command('m:1', 'priority', 'high'), { kind: 'no-such-ticket' })]);
    if (!lost) throw new Error('no letter was planned');
    const { body, ticket_id } = refusedLetter(lost, null, 'en', desk);
    expect(body).toContain('no ticket T-7K3Q9 in the sheet');
    expect(body).not.toContain('https:');
    expect(ticket_id).toBe('T-7K3Q9');
  });

  test('is not lost for a template that cannot be read', () => {
    const broken: RefusalDesk = { ...desk, texts: () => [{ subject: '{{ nothing', body: '{% if %}' }] };
    expect(refusedLetter(mail, ticket, 'en', broken).body).toContain('Urgent');
  });
});
