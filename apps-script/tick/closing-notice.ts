/** The letter that we stopped waiting for a participant's answer, worded with the firm's template. */
import { isLanguage } from '../../core/language';
import { addressKey, isSendableAddress } from '../../core/mail/addresses';
import { readSubject } from '../../core/mail/subject';
import { readOpeningHours } from '../../core/sla/opening-hours';
import { chooseTemplate, needOf } from '../../core/template/choose';
import { renderTemplate } from '../../core/template/render';
import { mailView, sessionView, ticketView } from '../../core/template/view';
import type { NoticeText, WriteNotice } from '../../core/ticket/closing-notice';
import { zone } from '../../core/time/instant';
import type { Row } from '../../core/workbook/rows';
import { starterText } from '../../sheet-templates/content/templates';
import { firmInLetters } from '../../sheet-templates/firm-in-letters';
import { labelOfWord } from '../../sheet-templates/labels';
import type { OpenWorkbook } from '../workbook/read-tables';

type LetterWorkbook = OpenWorkbook<'calendar' | 'sessions' | 'participants' | 'templates'>;

const TEMPLATE = 'no_answer';

/** Null where the firm does not want the letter. */
export function closingNotice(workbook: LetterWorkbook): WriteNotice | null {
  return workbook.settings.closing_notice ? (ticket) => noticeFor(ticket, workbook) : null;
}

function noticeFor(ticket: Row<'tickets'>, workbook: LetterWorkbook): NoticeText | null {
  const to = ticket.requester_email.trim();
  if (!isSendableAddress(to)) return null;
  const { tables, settings, context } = workbook;
  const language = isLanguage(ticket.language) ? ticket.language : workbook.language;
  const session = tables.sessions.rows.find(({ row }) => row.id === ticket.session_id)?.row ?? null;
  const participant = tables.participants.rows.find(
    ({ row }) => row.session_id === ticket.session_id && addressKey(row.email) === addressKey(to),
  )?.row;
  const { hours } = readOpeningHours(
    tables.calendar.rows.map(({ row }) => row),
    settings.calendar,
  );
  const view = (support: string): ReturnType<typeof mailView> =>
    mailView({
      firm: firmInLetters(settings, hours, language),
      support,
      personName: participant?.name || ticket.requester_name,
      personNeeds: participant?.needs ?? '',
      ticket: ticketView(
        { id: ticket.id, subject: readSubject(ticket.subject).base },
        labelOfWord('status', 'resolved', language),
      ),
      ...(session && {
        session: sessionView(session, {
          language,
          zone: session.zone === '' ? settings.zone : zone(session.zone),
          offset: context.offset,
        }),
      }),
    });
  const wish = {
    language,
    audience: participant?.audience || session?.audience || 'any',
    need: needOf(participant),
    firmLanguage: workbook.language,
  };
  const rows = tables.templates.rows.map(({ row }) => row);
  const filled = (
    key: typeof TEMPLATE | 'support_block',
    support: string,
  ): ReturnType<typeof renderTemplate> => {
    const starter = starterText(key, language);
    const own = renderTemplate(chooseTemplate(rows, key, wish) ?? starter, view(support), { language });
    // A template that cannot be read is the firm's to mend; the participant gets the letter all the same.
    return own.kind === 'rendered' ? own : renderTemplate(starter, view(support), { language });
  };
  const block = filled('support_block', '');
  const letter = filled(TEMPLATE, block.kind === 'rendered' ? block.text : '');
  return letter.kind === 'rendered'
    ? { to, subject: letter.subject, body: letter.text, language, template: TEMPLATE }
    : null;
}
