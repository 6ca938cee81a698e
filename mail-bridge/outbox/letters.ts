/** The mails that the bridge writes by itself, from the firm's templates. */
export { acknowledgementLetter } from './acknowledgement-letter';
export type { LetterContext } from './letter-context';
export { keyMark, ownMessageId } from './own-message-id';
export { sessionLetter } from './session-letter';
export { stopConfirmedLetter } from './stop-letter';
