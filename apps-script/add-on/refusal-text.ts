/** Why the script refused, in the reader's language. */
import type { Language } from '../../core/language';
import { addOnWords } from '../../sheet-templates/words/add-on';
import type { NoticeWords } from '../../sheet-templates/words/add-on-words';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import type { AddOnRefusal } from './contract';
import { noReplyText } from './reply-text';

export function refusalNotice(refusal: AddOnRefusal, detail: string, language: Language): NoticeWords {
  const { notice } = addOnWords(language);
  if (refusal === 'no-mail') return notice.noMail;
  if (refusal === 'unknown-request') return notice.outdated;
  return { title: notice.refused, text: refusalText(refusal, detail, language) };
}

export function refusalText(refusal: AddOnRefusal, detail: string, language: Language): string {
  const words = addOnWords(language);
  switch (refusal) {
    case 'no-mail':
      return words.notice.noMail.text;
    case 'unknown-request':
      return words.notice.outdated.text;
    case 'no-reply':
      return noReplyText(detail, language);
    case 'no-forward':
      return forwardRefusal(detail, words.mail);
    default: {
      const said = trackerWords(language).refusal[refusal];
      return typeof said === 'string' ? said : said(detail);
    }
  }
}

const FORWARD_REFUSALS = ['ofTeam', 'ofSupport', 'noSupportAddress', 'noSender'] as const;

function forwardRefusal(detail: string, words: ReturnType<typeof addOnWords>['mail']): string {
  const why = FORWARD_REFUSALS.find((each) => each === detail) ?? 'noSender';
  return words[why];
}
