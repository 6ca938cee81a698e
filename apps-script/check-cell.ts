/**
 * Reads a text that was just typed into the ladder or the templates as the planner and the letters will read it, and
 * says at once when they cannot. Only a courtesy, as all of onEdit: the tick finds the same on its rounds.
 */
import type { Language } from '../core/language';
import { readCheckpoints } from '../core/session/checkpoint-rows';
import { parseCondition } from '../core/session/condition';
import { parseOffset } from '../core/session/offset';
import { templateProblemWords } from '../core/template/template-problem';
import { textFindings } from '../core/template-check/template-findings';
import { FIRST_DATA_ROW, SHEET_ID } from '../core/workbook/columns';
import type { Row } from '../core/workbook/rows';
import { choiceWord } from '../sheet-templates/labels';
import { TABS } from '../sheet-templates/tabs';
import { type TemplateFindingWords, templateFindingWords } from '../sheet-templates/words/dialog-findings';
import { type BoundSpreadsheet, firmLanguage } from './firm-language';
import type { EditedCell } from './on-edit';

export interface Complaint {
  /** The tab's name. */
  readonly title: string;
  readonly text: string;
}

/** Null when the text can be read, and for cells that nothing reads. */
export function complaintAbout(cell: EditedCell, spreadsheet: BoundSpreadsheet): Complaint | null {
  const table = CHECKED.find((each) => SHEET_ID[each] === cell.sheetId);
  if (table === undefined || cell.rowIndex < FIRST_DATA_ROW) return null;
  const column = cell.columnKey();
  const typed = cell.text().trim();
  // An empty cell is one that is not written yet.
  if (typed === '') return null;
  if (table === 'templates')
    return column === 'subject' || column === 'body' ? ofTemplate(cell, column, spreadsheet) : null;
  const reading = READINGS[table][column];
  if (reading === undefined || reading.reads(typed)) return null;
  const language = firmLanguage(spreadsheet);
  return {
    title: TABS[table].title[language],
    text: templateFindingWords(language)[reading.otherwise](typed),
  };
}

const CHECKED = ['templates', 'reminders', 'checkpoints'] as const;

interface Reading {
  reads(typed: string): boolean;
  readonly otherwise: keyof Pick<
    TemplateFindingWords,
    'readOffset' | 'readLength' | 'readCondition' | 'readDeed'
  >;
}

/** A checkpoint of which all but the cell in question can be read. */
const SOUND: Row<'checkpoints'> = {
  id: 'checkpoint',
  moment: '-1 d',
  condition: 'logged in',
  template: '',
  follow_up: '',
  follow_after: '',
  enabled: true,
};

const soundWith = (change: Partial<Row<'checkpoints'>>): boolean =>
  readCheckpoints([{ ...SOUND, ...change }]).unreadable.length === 0;

const READINGS: Readonly<Record<'reminders' | 'checkpoints', Readonly<Record<string, Reading>>>> = {
  reminders: {
    offset: { reads: (typed) => parseOffset(typed) !== null, otherwise: 'readOffset' },
    condition: { reads: (typed) => parseCondition(typed) !== null, otherwise: 'readCondition' },
  },
  checkpoints: {
    moment: { reads: (moment) => soundWith({ moment }), otherwise: 'readOffset' },
    condition: { reads: (condition) => soundWith({ condition }), otherwise: 'readDeed' },
    follow_after: { reads: (typed) => soundWith({ follow_after: typed }), otherwise: 'readLength' },
  },
};

function ofTemplate(
  cell: EditedCell,
  column: 'subject' | 'body',
  spreadsheet: BoundSpreadsheet,
): Complaint | null {
  const row = cell.rowTexts();
  const key = row.get('key') ?? '';
  const [finding] = textFindings({
    key,
    language: choiceWord('language', row.get('language') ?? '')?.word ?? '',
    audience: '',
    need: '',
    subject: row.get('subject') ?? '',
    body: row.get('body') ?? '',
    notes: '',
  }).filter(({ problem }) => problem.part === column);
  if (!finding) return null;
  const language: Language = firmLanguage(spreadsheet);
  const { what, todo } = templateProblemWords(finding.problem, key, language);
  return { title: TABS.templates.title[language], text: `${what} ${todo}` };
}
