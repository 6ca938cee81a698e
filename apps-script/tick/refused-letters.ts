/** Letters to colleagues about commands of their mails that were refused, from the open workbook. */
import type { Language } from '../../core/language';
import type { Escalation } from '../../core/sla/alert-mail';
import type { HistoryWords } from '../../core/ticket/history-line';
import type { Settled } from '../../core/ticket/mail-command';
import type { ReconcileContext } from '../../core/ticket/reconcile';
import { type RefusalDesk, refusedLetter, refusedMails, withinLimit } from '../../core/ticket/refused-letter';
import type { Agents } from '../../core/trainer/agents';
import type { PlacedRow } from '../../core/workbook/rows';
import { appendRows } from '../../core/workbook/table';
import { labelOfWord } from '../../sheet-templates/labels';
import { TABS } from '../../sheet-templates/tabs';
import type { Following } from '../workbook/guarded-write';
import type { OpenWorkbook } from '../workbook/read-tables';
import type { Columns } from './columns';
import { languageOf, letterTexts } from './letter-texts';

type RefusalWorkbook = OpenWorkbook<'commands' | 'templates', 'outbox'>;

export class RefusedLetters {
  constructor(
    private readonly workbook: RefusalWorkbook,
    private readonly rules: ReconcileContext,
    private readonly agents: Agents,
    private readonly columns: Columns,
    private readonly tickets: readonly PlacedRow<'tickets'>[],
  ) {}

  /**
   * Together with the marks beside the commands: those of a ticket that cannot be written are met again.
   *
   * @param settled what became of the commands of tickets
   * @param nowhere of commands that are about no ticket
   */
  lettersOf(settled: readonly Settled[], nowhere: readonly Settled[]): Following {
    const { escalation, now } = this.rules;
    const { workbook, agents } = this;
    if (settled.length + nowhere.length === 0 || escalation === null) return () => [];
    const keys = new Set(this.columns.mails.map(({ key }) => key));
    const isKnown = (key: string): boolean => keys.has(key);
    const commands = workbook.tables.commands.rows.map(({ row }) => row);
    return (going) => {
      const written = [...settled.filter(({ ticketId }) => going.has(ticketId)), ...nowhere];
      const mails = withinLimit(refusedMails(written, agents, isKnown), commands, agents, isKnown, now);
      if (mails.length === 0) return [];
      const desk = this.#desk(escalation);
      const letters = mails.map((mail) => {
        const [{ ticketId }] = mail.refused;
        const ticket = this.tickets.find(({ row }) => row.id === ticketId)?.row ?? null;
        return refusedLetter(mail, ticket, languageOf(mail.agent.email, escalation.roster), desk);
      });
      return appendRows(workbook.layouts.outbox, letters, workbook.context);
    };
  }

  #desk({ firm, linkTo }: Escalation): RefusalDesk {
    return { texts: letterTexts(this.workbook), firm, words: historyWordsIn, linkTo, now: this.rules.now };
  }
}

function historyWordsIn(language: Language): HistoryWords {
  return {
    language,
    columnLabel: (column) => TABS.tickets.columns[column].words[language][0],
    choiceLabel: (choice, word) => labelOfWord(choice, word, language),
  };
}
