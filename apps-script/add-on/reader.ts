/** The language of whoever reads the card, and the workbook as told in it. */
import type { Language } from '../../core/language';
import type { Services } from '../ports';
import type { TicketFile } from '../sidebar/ticket-file';
import { words } from '../workbook/read-tables';

/** That of the person's Google account where it is one of ours; else the firm's, where it is known. */
export function readerLanguage(services: Pick<Services, 'userLanguage'>, firm: Language | null): Language {
  return services.userLanguage() ?? firm ?? 'en';
}

/** Labels and moments in that language; what people and programs wrote stays as it is. */
export function toldIn<F extends Pick<TicketFile, 'workbook'>>(language: Language, file: F): F {
  const { workbook } = file;
  return {
    ...file,
    workbook: { ...workbook, language, context: { ...workbook.context, ...words(language) } },
  };
}
