/** Signatures: the "-- " line of RFC 3676 section 4.3, and what phones put under a mail. */

/** Things and programs that mails are sent from. "Sent with a courier" names none of them. */
const DEVICE =
  'i ?phone|i ?pad|i ?pod|android|blackberry|samsung|galaxy|huawei|xiaomi|redmi|nokia|htc|lg\\b|sony|xperia|pixel|oneplus|motorola|honor\\b|realme|oppo|vivo|zte|wiko|lenovo|windows (?:mail|phone|\\d+)|' +
  'mobile|phone|tablet|cell(?:ular)?\\b|smartphone|handheld|outlook|yahoo|gmail|mail\\b.{0,60}\\b(?:for|app)\\b|mailbox|airmail|mailspring|thunderbird|spark\\b|proton|nine\\b|k-9|bluemail|aquamail|edison|inbox|icloud|aol\\b|ti-\\d+|alcatel|verizon|t-mobile|em client|mailbird|fairemail|canary|superhuman|' +
  'mail\\.ru|яндекс|yandex|ukr\\.net|meta\\.ua|i\\.ua|gazeta\\.pl|skrzynki (?:wp|onet|o2|interii)|\\bwp\\b|\\bonet|\\bo2\\b|interia|' +
  'telefon|smartfon|komórk|tablet|urządzeni|aplikacji|poczt[ay] (?:wp|onet|o2|interia|dla|w systemie|systemu)|poczty (?:dla|systemu|windows)|' +
  'телефон|смартфон|планшет|пристро|устройств|застосунк|додатк|приложени|пошти (?:для|windows)|почты (?:для|windows)|мобільн|мобильн';
const device = (opening: string): RegExp =>
  new RegExp(`^[<([{]*\\s*(?:${opening})(?:\\s.{0,30}?|.{0,3})(?:${DEVICE}).{0,80}$`, 'iu');
/** "Sent from my Wiko RIDGE FAB 4G": a name, so a capital or a figure in it, and a short one. */
const NAMED_DEVICE =
  /^[<(]*(?:Sent|sent|SENT) from (?:my |a |)(?=[^a-z]{0,2}[\p{Lu}\d])[^\s,;]{1,20}(?: [^\s,;.]{1,15}){0,4}[>).]*$/u;
const MOBILE_LINES: readonly RegExp[] = [
  device('(?:sent|posted|written|message sent|typed|composed) (?:from|via|with|using|by|on)'),
  device('from my|typed on my'),
  NAMED_DEVICE,
  /^[<(]{1,2}\s*sent (?:by|from) [\w ]{2,40}[>)]{1,2}$/i,
  /^get \[?(?:outlook|the new outlook|mailspring|bluemail|yahoo mail)\b.{0,80}$/i,
  /^\w{1,20} from mobile$/i,
  device('wysłan[eoya]|wysłano|wiadomość wysłana|napisan[eoa]|nadan[eo]'),
  /^(?:pobierz|uzyskaj) (?:aplikację |program )?outlook\b.{0,80}$/iu,
  device('надіслано|відправлено|надісланий|написано|відіслано'),
  /^(?:завантаж(?:те|ити)|отрима(?:ти|йте)) (?:програму |застосунок )?outlook.{0,80}$/iu,
  device('отправлено|послано|написано|отослано'),
  /^(?:скача(?:ть|йте)|загрузите|получите) outlook.{0,80}$/iu,
  /^(?:von meinem|gesendet (?:von|mit|über)|diese nachricht wurde von meinem|holen sie sich outlook|hol dir outlook)\b.{2,80}$/iu,
  /^outlook (?:für|for|dla|для|pour|per|para|voor|til) .{2,30} (?:beziehen|herunterladen|downloaden)\b.{0,80}$/iu,
  /^(?:envoyé (?:depuis|de|à partir|avec)|obtenez outlook|télécharger outlook)\b.{0,80}$/iu,
  /^(?:enviado (?:desde|do|de|via|a partir|con)|obtener outlook|obter o? ?outlook)\b.{0,80}$/iu,
  /^(?:inviato (?:da|dal|con)|ottieni outlook|scarica outlook)\b.{0,80}$/iu,
  /^(?:verzonden (?:vanaf|met|via|vanuit)|outlook (?:voor|downloaden))\b.{0,80}$/iu,
  /^(?:skickat från|sendt fra|sendt fra min|hent outlook|hämta outlook|lähetetty|odesláno z|odoslané z|küldve|elküldve|trimis de pe|iphone.?umdan gönderildi|poslano (?:z|s)|στάλθηκε από|isporučeno s|išsiųsta iš|nosūtīts no)(?=\s).{0,80}$/iu,
  /^(?:az )?.{2,30}(?:-om|-em|-am|m)?r[óő]l küldve$/iu,
  /^(?:أُ?رسلت? من|تم الإرسال من)\s.{2,60}$/u,
  /^נשלח מה.{2,40}$/u,
  /^從我的.{1,20}傳送$|^(?:发自|從我|发送自|我的).{0,12}(?:iPhone|iPad|手机|華為|Android).{0,10}$|^iPhone ?から送信$|^나의 ?iPhone에서 보냄$/i,
];
const LONGEST_MOBILE = 140;

export function isMobileSignature(line: string): boolean {
  const text = line.trim();
  return (
    text.length > 3 && text.length <= LONGEST_MOBILE && MOBILE_LINES.some((pattern) => pattern.test(text))
  );
}

/** "-- " as the RFC has it, and what clients make of it. Three dashes are a ruler of the writer. */
export function isSignatureDelimiter(line: string): boolean {
  return line.length < 20 && (/^(?:--|—|–)\s*$/.test(line) || /^-- ?\u00a0?$/.test(line));
}

/** A line of underscores or dashes that programs draw between an answer and the mail below it. */
const LONGEST_RULER = 300;

export function isRuler(line: string): boolean {
  return (
    line.length <= LONGEST_RULER &&
    /^\s*[*>]*\s*(?:_{5,}|-{5,}|={5,}|[—–]{3,}|\*{5,}|(?:[-=_*] ){4,}[-=_*]?)\s*$/.test(line)
  );
}

/** Where the lines that a phone puts under an answer begin, or the number of lines. */
export function phoneLineStart(lines: readonly string[]): number {
  let end = trimmedEnd(lines, lines.length);
  while (end > 0 && isMobileSignature(lines[end - 1] ?? '')) end = trimmedEnd(lines, end - 1);
  return end;
}

const LONGEST_SIGNATURE = 15;

/**
 * Where a signature begins in the lines of an answer, or their number. Only a delimiter that not too much follows
 * counts: `--` is a bullet and a ruler as well.
 */
export function signatureStart(lines: readonly string[]): number {
  const end = phoneLineStart(lines);
  for (let at = Math.max(1, end - LONGEST_SIGNATURE - 1); at < end; at++) {
    if (!isSignatureDelimiter(lines[at] ?? '')) continue;
    const below = lines.slice(at + 1, end).filter((line) => line.trim() !== '');
    if (below.length > LONGEST_SIGNATURE || below.some((line) => line.length > 400)) continue;
    // The space of RFC 3676 was put there by a program; without it people draw lines between what they ask.
    if (lines[at] !== '-- ' && below.some((line) => /[?？]\s*$/.test(line))) continue;
    return phoneLineStart(lines.slice(0, at));
  }
  return end;
}

function trimmedEnd(lines: readonly string[], end: number): number {
  let at = end;
  while (at > 0 && (lines[at - 1] ?? '').trim() === '') at--;
  return at;
}
