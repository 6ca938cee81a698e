/** A letter as its reader will get it: which text of the Templates tab it is written with, and what that says. */
import type { Language } from '../../core/language';
import type { Need } from '../../core/session/planned-mail';
import { readOpeningHours } from '../../core/sla/opening-hours';
import { chooseTemplate } from '../../core/template/choose';
import { placeholdersOf, type Rendered, renderTemplate, type TemplateText } from '../../core/template/render';
import { type MailView, mailView, type ViewParts } from '../../core/template/view';
import type { PlacedRow } from '../../core/workbook/rows';
import { isTemplateKey } from '../../sheet-templates/content/template-keys';
import { starterText } from '../../sheet-templates/content/templates';
import { firmInLetters } from '../../sheet-templates/firm-in-letters';
import type { OpenWorkbook } from '../workbook/read-tables';
import { UNKNOWN_FROM, UNKNOWN_TO } from './preview-marks';

export const LETTER_TABLES = ['templates', 'calendar'] as const;

export type LetterWorkbook = OpenWorkbook<(typeof LETTER_TABLES)[number]>;

/** Whom a letter is worded for. */
export interface Reader {
  readonly language: Language;
  /** `novice`, `experienced`, `any`. */
  readonly audience: string;
  readonly need: Need;
}

export type LetterParts = Omit<ViewParts, 'firm' | 'support'>;

export interface Letter {
  /** The row that was chosen; null where the tab has none of this key. */
  readonly chosen: PlacedRow<'templates'> | null;
  /** Null: neither the tab nor Rowdesk has such a text, or nobody can read it. */
  readonly written: (Rendered & { readonly kind: 'rendered' }) | null;
  /** Whose words they are: Rowdesk's own stand in for a text that is missing or broken. */
  readonly words: 'firm' | 'starter';
}

/** Settings and calendar are read once for any number of letters. */
export function letterDesk({ tables, settings, language: firmLanguage }: LetterWorkbook): LetterDesk {
  const placed = tables.templates.rows;
  const rows = placed.map(({ row }) => row);
  const rowOf = new Map(placed.map((each) => [each.row, each]));
  const { hours } = readOpeningHours(
    tables.calendar.rows.map(({ row }) => row),
    settings.calendar,
  );
  const choose = (key: string, { language, audience, need }: Reader): PlacedRow<'templates'> | null => {
    const row = chooseTemplate(rows, key, { language, audience, need, firmLanguage });
    return (row && rowOf.get(row)) ?? null;
  };
  const view = (reader: Reader, support: string, parts: LetterParts): MailView =>
    mailView({ ...parts, firm: firmInLetters(settings, hours, reader.language), support });

  function letter(key: string, reader: Reader, viewOf: (text: TemplateText) => MailView): Letter {
    const chosen = choose(key, reader);
    const own = chosen && renderTemplate(chosen.row, viewOf(chosen.row), reader);
    if (own?.kind === 'rendered') return { chosen, written: own, words: 'firm' };
    // As the bridge does: a text that a person broke or deleted must not silence the desk.
    const starter = isTemplateKey(key) ? starterText(key, reader.language) : null;
    const written = starter && renderTemplate(starter, viewOf(starter), reader);
    return { chosen, written: written?.kind === 'rendered' ? written : null, words: 'starter' };
  }

  const supports = new Map<string, string>();
  const supportFor = (reader: Reader): string => {
    const name = `${reader.language} ${reader.audience} ${reader.need}`;
    let known = supports.get(name);
    if (known === undefined) {
      const block = letter('support_block', reader, () => view(reader, '', { personName: '' }));
      known = block.written?.text ?? '';
      supports.set(name, known);
    }
    return known;
  };

  return {
    letter: (key, reader, parts) => letter(key, reader, () => view(reader, supportFor(reader), parts)),
    marked: (key, reader, parts) =>
      letter(key, reader, (text) => marking(text, view(reader, supportFor(reader), parts))),
    subject: (key, reader, parts) => {
      const { row } = choose(key, reader) ?? {};
      const subject = row?.subject ?? (isTemplateKey(key) ? starterText(key, reader.language).subject : null);
      if (subject === null) return null;
      const rendered = renderTemplate({ subject, body: '' }, view(reader, '', parts), reader);
      return rendered.kind === 'rendered' ? rendered.subject : null;
    },
  };
}

export interface LetterDesk {
  letter(key: string, reader: Reader, parts: LetterParts): Letter;
  /** The same, with the placeholders that no letter has left standing, for a person to see. */
  marked(key: string, reader: Reader, parts: LetterParts): Letter;
  /** The subject alone; null when there is none to be had. */
  subject(key: string, reader: Reader, parts: LetterParts): string | null;
}

/** The view, with each unknown placeholder standing for its own name. */
function marking({ subject, body }: TemplateText, view: MailView): MailView {
  const groups: Record<string, string | Readonly<Record<string, string>>> = { ...view };
  for (const name of [...placeholdersOf(subject), ...placeholdersOf(body)]) {
    const [group = '', member, ...deeper] = name.split('.');
    const shown = `${UNKNOWN_FROM}${name}${UNKNOWN_TO}`;
    const known = Object.keys(groups).includes(group) ? groups[group] : undefined;
    if (member === undefined) groups[group] = known ?? shown;
    else if (deeper.length === 0 && typeof known !== 'string' && !Object.keys(known ?? {}).includes(member))
      groups[group] = { ...known, [member]: shown };
  }
  // A view with more in it than a letter has is still one.
  return groups as MailView;
}
