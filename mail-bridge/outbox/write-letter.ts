/** The words of a letter: the firm's template, filled in; the starter text where the firm's cannot be used. */
import type { Language } from '../../core/language';
import type { Need } from '../../core/session/planned-mail';
import { chooseTemplate } from '../../core/template/choose';
import { renderTemplate } from '../../core/template/render';
import { mailView, type ViewParts } from '../../core/template/view';
import type { Instant } from '../../core/time/instant';
import type { OutboxKind } from '../../core/workbook/choices';
import { isTemplateKey } from '../../sheet-templates/content/template-keys';
import { starterText } from '../../sheet-templates/content/templates';
import { firmInLetters } from '../../sheet-templates/firm-in-letters';
import type { LetterContext } from './letter-context';

export interface LetterWish {
  readonly language: Language;
  readonly audience: string;
  readonly need: Need;
}

export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
}

/** @returns null when the firm's template cannot be read and there is none to fall back on */
export function writeLetter(
  template: string,
  { language, audience, need }: LetterWish,
  { facts, supportAddress }: LetterContext,
  parts: Omit<ViewParts, 'firm' | 'support'>,
): WrittenLetter | null {
  const { settings } = facts;
  const firm = firmInLetters(settings, facts.hours, language, supportAddress);
  const wish = { language, audience, need, firmLanguage: settings.language };
  const render = (key: string, support: string): WrittenLetter | null => {
    const chosen = chooseTemplate(facts.templates, key, wish);
    const starter = isTemplateKey(key) ? starterText(key, language) : null;
    // A template that a person broke or deleted must not silence the desk: the starter text goes instead. That one is
    // never broken, but a machine that stood still in the middle looks like a template without end: it is tried again.
    for (const row of [chosen, starter, starter]) {
      if (!row) continue;
      const rendered = renderTemplate(row, mailView({ ...parts, firm, support }), { language });
      if (rendered.kind === 'rendered') return { subject: rendered.subject, text: rendered.text };
    }
    return null;
  };
  const support = render('support_block', '')?.text ?? '';
  return render(template, support);
}

/** What is the same in every letter that the bridge writes by itself. */
export function ownMail(kind: OutboxKind, key: string, to: string, language: Language, now: Instant) {
  return {
    kind,
    key,
    to,
    language,
    date: now,
    createdAt: now,
    createdBy: 'Rowdesk',
    inReplyTo: null,
    references: [],
    notBefore: null,
    notAfter: null,
    covers: [],
    invitations: [],
    plainOnly: false,
    fromName: '',
    cc: [],
    files: [],
  };
}
