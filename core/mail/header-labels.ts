/**
 * The header that mail programs copy into a text when answering or passing on: "From: … Sent: … To: … Subject: …",
 * in the languages of their interfaces. One table for reply trimming and for forwards.
 */

export type LabelKind = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'other';

/** Lower case, without the colon. Sources: the interfaces of Outlook, Apple Mail, Gmail, Thunderbird, Yahoo, HubSpot. */
const WORDS: Readonly<Record<LabelKind, string>> = {
  from:
    'from|od|nadawca|подател|шаље|від|від кого|відправник|от|от кого|отправитель|von|absender|de|expéditeur|da|mittente|van|afzender|från|avsändare|fra|avsender|' +
    'afsender|lähettäjä|odesílatel|odosielateľ|feladó|küldő|de la|expeditor|kimden|gönderen|από|αποστολέας|saatja|no|nuo|siuntėjas|' +
    'šalje|pošiljatelj|pošiljalac|šalilac|mitent|remitente|remetente|发件人|寄件者|寄件人|差出人|送信者|보낸 사람|보낸사람|מאת|من|đến từ|từ|चयनकर्ता|frá|ó',
  date:
    'date|sent|изпратено|изпратен|послато|data|data i godzina|wysłano|wysłane|data wysłania|дата|надіслано|надіслане|дата надсилання|коли|когда|відправлено|отправлено|дата отправки|datum|gesendet|gesendet am|message du|envoyé|envoyé le|fecha|enviado|' +
    'enviado el|enviada|enviada em|enviado em|data/ora|inviato|inviata|verzonden|verzonden op|skickat|skickades|sendt|dato|päiväys|päivämäärä|lähetetty|odesláno|odoslané|dátum|elküldve|küldve|' +
    'dată|trimis|tarih|gönderildi|gönderme tarihi|ημερομηνία|στάλθηκε|kuupäev|saadetud|datums|nosūtīts|išsiųsta|poslano|poslato|发送时间|发送日期|日期|寄件日期|寄件時間|傳送時間|送信日時|日付|日時|보낸 날짜|날짜|전송|נשלח|תאריך|تاريخ|التاريخ|تم الإرسال|ngày|đã gửi|timestamp',
  to:
    'to|do|adresat|кому|до|за|одержувач|получатель|an|empfänger|à|a|para|destinataire|pour|destinatario|aan|till|til|vastaanottaja|komu|pre|címzett|către|destinatar|' +
    'kime|alıcı|προς|saaja|adressaat|kam|kam:|gavėjas|prima|za|prejemnik|收件人|收件者|宛先|받는 사람|받는사람|אל|إلى|đến|til:',
  cc: 'cc|dw|do wiadomości|udw|bcc|kopia|kopie|kopie (cc)|копія|копия|копiя|kopi|kopio|kópia|kopija|másolat|másolatot kap|copie|copie à|copia|cópia|cc:|koopia|bilgi|κοιν\\.|κοινοποίηση|抄送|副本|참조|עותק|نسخة|ccc|сс',
  subject:
    'subject|относно|наслов|temat|тема|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|předmět|predmet|tárgy|subiect|konu|θέμα|teema|temats|tema|zadeva|naslov|主题|主旨|件名|제목|נושא|الموضوع|chủ đề|risposta|subj',
  other:
    'reply-to|reply to|odpowiedz do|antwort an|répondre à|responder a|rispondi a|відповісти|ответить|importance|ważność|priorytet|wichtigkeit|importancia|importanza|priority|attachments?|załączniki|вкладення|anlagen?|sender|organization|newsgroups|signed by|mailed-by',
};

const KIND_OF = new Map<string, LabelKind>();
for (const kind of Object.keys(WORDS) as LabelKind[]) {
  for (const escaped of WORDS[kind].split('|')) {
    const word = escaped.replace(/\\/g, '');
    // Gateways that know no accents: "Envoye", "Wyslano", "Predmet".
    for (const form of [word, withoutAccents(word)]) if (!KIND_OF.has(form)) KIND_OF.set(form, kind);
  }
}

function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o');
}

/** `*From:* John`, `From : John`, `Von:\tJohn`, fullwidth colon; bold written as asterisks or not at all. */
const LABEL =
  /^[\s*_>|]{0,20}(\p{L}[\p{L}\p{M} ./()-]{0,24}?)[\s*_]{0,4}[:：][*_]{0,2}(?:[\s]+|$|(?=[<"'\p{L}\p{N}=+(]))(.*)$/u;
const LONGEST_LINE = 2_000;

export interface LabelledLine {
  readonly kind: LabelKind;
  readonly value: string;
}

export function readLabel(line: string): LabelledLine | null {
  if (line.length > LONGEST_LINE || (line.indexOf(':') === -1 && line.indexOf('：') === -1)) return null;
  const match = LABEL.exec(line);
  if (match?.[1] === undefined) return null;
  const kind = KIND_OF.get(match[1].trim().toLowerCase());
  return kind === undefined
    ? null
    : { kind, value: (match[2] ?? '').trim().replace(/^[*_]+\s*|[*_]+$/g, '') };
}

export interface HeaderBlock {
  /** Lines from … to (not included) of the text. */
  readonly start: number;
  readonly end: number;
  readonly fields: ReadonlyMap<LabelKind, string>;
}

/**
 * A header block that begins at a line: three or more different labels under each other, the sender's among them. A
 * value may run over several lines; Apple Mail and HTML conversions put empty lines between.
 *
 * @param fewest different labels that make a header
 */
export function headerBlockAt(lines: readonly string[], start: number, fewest = 3): HeaderBlock | null {
  const first = readLabel(lines[start] ?? '');
  if (first === null || first.kind === 'other') return null;
  const fields = new Map<LabelKind, string>();
  let last: LabelKind = first.kind;
  let end = start;
  let strays = 0;
  for (let at = start; at < lines.length && at < start + 40; at++) {
    const line = lines[at] ?? '';
    const label = readLabel(line);
    if (label !== null) {
      // A second "From" belongs to the next mail of the chain; "Subject" may repeat as "Re".
      if (fields.has(label.kind) && (label.kind === 'from' || label.kind === 'date')) break;
      if (!fields.has(label.kind)) fields.set(label.kind, label.value);
      last = label.kind;
      end = at + 1;
      strays = 0;
      continue;
    }
    const isBlank = /^[\s>*_]*$/.test(line);
    if (isBlank) {
      // The empty line after a complete block ends it; between labels it is a trace of HTML.
      const filled = lines.slice(at + 1, at + 4).find((other) => !/^[\s>*_]*$/.test(other));
      const next = filled === undefined ? null : readLabel(filled);
      if (next === null || fields.has(next.kind)) break;
      continue;
    }
    // Outlook: "From:" alone on its line, the value below; or a list of addresses that wraps.
    const value = fields.get(last) ?? '';
    const wraps =
      value === '' ||
      /[,;<]$/.test(value.trim()) ||
      /^[\s>]*[<"'\w.+-]+@|^[\s>]+\S.*@/.test(line) ||
      last === 'to' ||
      last === 'cc';
    // A long subject was wrapped by a relay; a short one ends its line.
    const subjectRunsOn = last === 'subject' && value.length >= 50 && line.length < 80;
    if (!(wraps || subjectRunsOn) || ++strays > 4) break;
    if (last === 'subject' && value !== '' && !subjectRunsOn) break;
    if (!followedByLabel(lines, at + 1)) break;
    fields.set(last, `${value} ${line.replace(/^[\s>*]+/, '')}`.trim());
    end = at + 1;
  }
  const kinds = [...fields.keys()].filter((kind) => kind !== 'other');
  if (!fields.has('from') || kinds.length < fewest) return null;
  return { start, end, fields };
}

/**
 * Is the block the header of a mail? People list things with the same words ("From: Warsaw, To: Lviv, Date: Monday"):
 * a header has an address, or a moment to the minute beside a subject.
 */
export function isMailHeader({ fields }: HeaderBlock): boolean {
  const value = (kind: LabelKind): string => fields.get(kind) ?? '';
  if (/\S@\S/.test(value('from') + value('to') + value('cc'))) return true;
  return fields.has('subject') && /\d[:.]\d\d/.test(value('date')) && /\d{4}|\d[./-]\d/.test(value('date'));
}

/** A line without a label belongs to the value above only when more of the header follows soon. */
function followedByLabel(lines: readonly string[], from: number): boolean {
  for (let at = from; at < Math.min(lines.length, from + 4); at++)
    if (readLabel(lines[at] ?? '') !== null) return true;
  return false;
}
