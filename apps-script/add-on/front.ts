/** From Gmail's event to what Gmail shows. Whatever goes wrong becomes a card that says what to do. */
import * as v from 'valibot';
import type { Language } from '../../core/language';
import { addOnWords } from '../../sheet-templates/words/add-on';
import type { NoticeWords } from '../../sheet-templates/words/add-on-words';
import type { Services } from '../ports';
import { answerAddOn } from './answer';
import { notice } from './card';
import type { Shown } from './contract';
import type { GmailEvent } from './gmail';
import { NotDone } from './not-done';
import type { OpenMailPort } from './open-mail';
import { readerLanguage } from './reader';
import { refusalNotice } from './refusal-text';

const texts = v.record(v.string(), v.string());
/** https://developers.google.com/workspace/add-ons/concepts/event-objects */
const eventObject = v.looseObject({
  commonEventObject: v.optional(
    v.looseObject({
      parameters: v.optional(texts),
      formInputs: v.optional(
        v.record(
          v.string(),
          v.looseObject({ stringInputs: v.optional(v.looseObject({ value: v.array(v.string()) })) }),
        ),
      ),
    }),
  ),
  gmail: v.optional(v.looseObject({ messageId: v.string(), accessToken: v.string() })),
});

type AddOnEvent = v.InferOutput<typeof eventObject>;

/** What is not read in it is as if it had not been there: then the request is refused in its turn. */
function readEvent(event: unknown): AddOnEvent {
  const read = v.safeParse(eventObject, event);
  return read.success ? read.output : {};
}

export function gmailOf(event: unknown): GmailEvent | null {
  return readEvent(event).gmail ?? null;
}

/** What a click asks: the parameters of the card, and what the person chose and typed there. */
export function requestOf(event: unknown): object {
  const { parameters = {}, formInputs = {} } = readEvent(event).commonEventObject ?? {};
  const inputs = Object.fromEntries(
    Object.entries(formInputs).map(([field, { stringInputs }]) => [field, stringInputs?.value[0] ?? '']),
  );
  return { ...parameters, inputs };
}

/** @param open the services on the workbook; null as long as setUp has not written down which one it is */
export function answerGmail(
  open: () => Services | null,
  { userLanguage }: Pick<Services, 'userLanguage'>,
  mailbox: OpenMailPort,
  request: object,
): Shown {
  const tell = (words: NoticeWords): Shown => ({ kind: 'card', card: notice(words), how: 'push' });
  const wordsIn = (firm: Language | null) => addOnWords(readerLanguage({ userLanguage }, firm)).notice;
  try {
    const services = open();
    if (services === null) return tell(wordsIn(null).notLinked);
    // Visitors of the published page can call this as well: they are to cost nothing of what Google counts.
    if (services.userEmail() === '') {
      return tell(refusalNotice('not-on-team', '', readerLanguage({ userLanguage }, null)));
    }
    const answer = answerAddOn(services, mailbox, request);
    // The door gives what its handlers give, which is `Shown` for each of them.
    if (answer.ok) return answer.value as Shown;
    const language = readerLanguage({ userLanguage }, answer.language);
    return tell(refusalNotice(answer.refusal, answer.detail, language));
  } catch (error) {
    console.error(`The add-on gave up: ${String(error)}`);
    return tell(isNoAccess(error) ? wordsIn(null).noAccess : wordsIn(null).trouble);
  }
}

/** The Sheets API names its HTTP status: 403 PERMISSION_DENIED, 404 NOT_FOUND. */
const apiError = v.looseObject({ details: v.looseObject({ code: v.picklist([403, 404]) }) });

function isNoAccess(error: unknown): boolean {
  return v.is(apiError, error);
}

/** For a draft that Gmail would not make after all. */
export function draftRefused(error: unknown, services: Pick<Services, 'userLanguage'>): NoticeWords {
  const language = readerLanguage(services, null);
  if (error instanceof NotDone) return refusalNotice(error.refusal, error.detail, language);
  return addOnWords(language).notice.trouble;
}
