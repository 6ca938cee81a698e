/** Which part of a bounce in prose speaks of the failure. */

const LONGEST_REPORT = 20_000;
const LONGEST_HEAD = 1_500;

/** Where the copy of our own mail begins: what follows names senders, not failures. */
const ORIGINAL_BEGINS = new RegExp(
  [
    // sendmail, Exim, qmail, Postfix and their like draw a line.
    '-{2,}\\s*(?:this is a copy|original (?:message|mail)|below (?:this line )?is a copy|included is a copy|returned message|message header|message body|header|the header|your (?:original )?message|undelivered message|unsent message|start of|the unsent message|forwarded message|原|元)',
    // Others say it: Domino, GroupWise, MailEnable, Symantec, MIMEsweeper.
    'message headers? follow',
    'original message (?:headers|follows)',
    'the (?:original )?message headers?',
    '(?:below is )?(?:a )?copy of (?:the|your) (?:original )?(?:message|e-?mail)',
    'below is a copy of',
    '(?:your|the) (?:original )?message (?:follows|is|was):?\\s*$',
    'content of the original',
    'included (?:below )?is (?:a copy of )?the (?:message|original)',
    // No word at all, the header itself.
    'received: ?(?:from|by|\\(qmail)',
    'return-path: ?<',
    'message-id: ?<',
    'mime-version: ?1',
    'x-mailer: ',
  ]
    .map((start) => `^[\\s>|]{0,8}${start}`)
    .join('|'),
  'im',
);

/**
 * Words after which the failed recipients are listed. Exchange, PMDF and Sun put the head of our own mail before them,
 * with names that are nobody's fault.
 */
const LIST_BEGINS = new RegExp(
  [
    'did not reach[^\\n]{0,60}',
    '(?:not be|not) delivered to',
    '(?:to|for|of) (?:one or more of )?the following (?:e-?mail )?(?:recipient|address|user)[^\\n]{0,40}',
    'do (?:następujących|niżej wymienionych) (?:adresat|odbiorc|os[óo]b)[^\\n]{0,40}',
    '(?:таким|наступним) (?:одержувач|отримувач|адресат|особ)[^\\n]{0,40}',
    'следующим (?:получател|адресат|пользовател)[^\\n]{0,40}',
    '(?:an |bei )?(?:die |den )?folgenden? (?:empfänger|adresse)[^\\n]{0,40}',
    'destinataires? suivants?[^\\n]{0,40}',
    '(?:siguientes|seguintes|seguenti) destinat[aá]ri[^\\n]{0,40}',
    'volgende (?:geadresseerde|ontvanger)[^\\n]{0,40}',
  ]
    .map((words) => `(?:${words}):[ \\t]*$`)
    .join('|'),
  'im',
);

/** What the mail system says, without the copy of our mail below it. */
export function reportOf(text: string): string {
  const bounded = text.slice(0, LONGEST_REPORT);
  const first = ORIGINAL_BEGINS.exec(bounded)?.index ?? -1;
  // Sun and PMDF tell of which mail they speak before they say to whom it could not be delivered.
  const list = LIST_BEGINS.exec(bounded)?.index ?? -1;
  const isHeadFirst = first !== -1 && first < list && list - first < LONGEST_HEAD;
  const after = isHeadFirst ? bounded.slice(list).search(ORIGINAL_BEGINS) : -1;
  const end = isHeadFirst ? (after === -1 ? -1 : list + after) : first;
  return end === -1 || bounded.slice(0, end).trim().length < 20
    ? bounded.slice(0, 8_000)
    : bounded.slice(0, end);
}

/** The part of a report that lists who failed; null when nothing announces such a list. */
export function listOf(report: string): string | null {
  const match = LIST_BEGINS.exec(report);
  return match === null ? null : report.slice(match.index + match[0].length);
}
