/** What is put into a draft reply: a template of the firm, as far as the route of the reply leaves it to the draft. */
import type { Language } from '../../core/language';
import { COMMANDS } from '../../core/trainer/command-words';
import { addOnWords } from '../../sheet-templates/words/add-on';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import { ANSWER_PLACE, type ShownTemplate } from '../sidebar/contract';
import type { Option } from './card';
import type { ReplyRoute } from './reply-route';
import type { ReplySection } from './ticket-card';

type Open = Exclude<ReplyRoute, { readonly kind: 'none' }>;

export function replyChoice(
  route: Open,
  shown: readonly ShownTemplate[],
  participant: string,
  language: Language,
): ReplySection {
  const words = addOnWords(language).reply;
  const templates = options(route, shown, language);
  switch (route.kind) {
    case 'relayed':
      return { says: words.relayed(participant), templates };
    case 'direct':
      return { says: words.direct(participant, route.cc), templates };
    case 'from-support':
      return { says: words.fromSupport(participant), templates };
  }
}

export function noReplyText(why: string, language: Language): string {
  const words = addOnWords(language).reply;
  if (why === 'address-hidden') return words.addressHidden;
  return why === 'no-support-address' ? words.noSupportAddress : words.notFromParticipant;
}

function options(route: Open, templates: readonly ShownTemplate[], language: Language): Option[] {
  const { usualForm } = trackerWords(language).page;
  return templates.flatMap((template) =>
    // The bridge puts the usual form around what is relayed, so there would be nothing to insert.
    route.kind === 'relayed' && template.use === 'form' && template.key === ''
      ? []
      : [
          {
            value: template.key === '' ? USUAL : template.key,
            label: template.key === '' ? usualForm : template.label,
          },
        ],
  );
}

/** The usual form has no key, and Gmail hands back no field that was chosen to be empty. */
export const USUAL = '=';

export interface ReplyText {
  /** What the draft holds. */
  readonly body: string;
  /** Whether its first line is a command to the bridge. */
  readonly isCommand: boolean;
}

/**
 * What is relayed gets greeting and signature from the bridge, so only a text to be inserted goes into the draft, or the
 * command that names another form. What goes to the participant as it is holds all of it.
 */
export function replyText(
  route: Open,
  chosen: ShownTemplate,
  usual: ShownTemplate | null,
  language: Language,
): ReplyText {
  if (route.kind === 'relayed') {
    if (chosen.use === 'insert') return { body: chosen.text, isCommand: false };
    return chosen.key === ''
      ? { body: '', isCommand: false }
      : { body: `#${COMMANDS.template.words[language][0]} ${chosen.key}\n\n`, isCommand: true };
  }
  if (chosen.use === 'form') return { body: around(chosen, ''), isCommand: false };
  return { body: usual?.use === 'form' ? around(usual, chosen.text) : chosen.text, isCommand: false };
}

export function around(form: ShownTemplate & { readonly use: 'form' }, answer: string): string {
  return form.body.split(ANSWER_PLACE).join(answer);
}
