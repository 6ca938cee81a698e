/** Signatures: the "-- " line of RFC 3676 section 4.3, and what phones put under a mail. */

const PHONE =
  'i ?phone|i ?pad|i ?pod|android|blackberry|samsung|galaxy|huawei|xiaomi|redmi|nokia|htc|lg|sony|xperia|pixel|oneplus|motorola|honor|realme|windows (?:mail|phone|\\d+)|' +
  'mobile|phone|tablet|cell(?:ular)?|smartphone|handheld|outlook|yahoo|gmail|mail|mailbox|airmail|thunderbird|spark|proton|nine|k-9|bluemail|aquamail|edison|inbox|icloud|aol|ti-\\d+|alcatel|verizon|t-mobile|poczt|wp|onet|o2|interia|телефон|смартфон|планшет|пошт|почт';
const MOBILE_LINES: readonly RegExp[] = [
  new RegExp(
    `^[<(\\[{]*\\s*(?:sent|posted|written|message sent) (?:from|via|with|using|by|on)\\b.{0,20}\\b(?:${PHONE})`,
    'iu',
  ),
  /^[<(]*\s*(?:sent|from) (?:from|via|with|my) (?:my )?[\w\s'’.-]{2,60}[>)]*$/i,
  /^[<(]{1,2}\s*sent (?:by|from) [\w ]{2,40}[>)]{1,2}$/i,
  /^get \[?(?:outlook|the new outlook|mailspring|bluemail|yahoo mail)\b.{0,80}$/i,
  /^(?:from|typed on) my \w[\w .-]{1,30}$/i,
  /^\w{1,20} from mobile$/i,
  /^(?:wysłan[eoya]|wysłano|napisane|nadan[eo]) (?:z|ze|przy użyciu|za pomocą|przez)\b.{2,80}$/iu,
  /^pobierz (?:aplikację |program )?outlook\b.{0,80}$/iu,
  /^(?:надіслано|відправлено|надісланий|написано) (?:з|із|зі|через|за допомогою)(?: |\b).{2,80}$/iu,
  /^(?:завантажте|отримати|отримайте) (?:програму )?outlook.{0,80}$/iu,
  /^(?:отправлено|послано|написано) (?:с|со|из|через|при помощи) .{2,80}$/iu,
  /^(?:скачать|загрузите) outlook.{0,80}$/iu,
  /^(?:von meinem|gesendet (?:von|mit|über)|diese nachricht wurde von meinem|holen sie sich outlook|hol dir outlook)\b.{2,80}$/iu,
  /^(?:envoyé (?:depuis|de|à partir|avec)|obtenez outlook|télécharger outlook)\b.{0,80}$/iu,
  /^(?:enviado (?:desde|do|de|via|a partir|con)|obtener outlook|obter o? ?outlook)\b.{0,80}$/iu,
  /^(?:inviato (?:da|dal|con)|ottieni outlook|scarica outlook)\b.{0,80}$/iu,
  /^(?:verzonden (?:vanaf|met|via|vanuit)|outlook (?:voor|downloaden))\b.{0,80}$/iu,
  /^(?:skickat från|sendt fra|sendt fra min|hent outlook|hämta outlook|lähetetty|odesláno z|odoslané z|küldve|elküldve|trimis de pe|iphone.?umdan gönderildi|poslano (?:z|s)|στάλθηκε από)\b.{0,80}$/iu,
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

const LONGEST_SIGNATURE = 15;

/**
 * Where a signature begins in the lines of an answer, or their number. Only a delimiter that not too much follows
 * counts: `--` is a bullet and a ruler as well.
 */
export function signatureStart(lines: readonly string[]): number {
  let end = trimmedEnd(lines, lines.length);
  while (end > 0 && isMobileSignature(lines[end - 1] ?? '')) end = trimmedEnd(lines, end - 1);
  for (let at = Math.max(1, end - LONGEST_SIGNATURE - 1); at < end; at++) {
    if (!isSignatureDelimiter(lines[at] ?? '')) continue;
    const below = lines.slice(at + 1, end).filter((line) => line.trim() !== '');
    if (below.length > LONGEST_SIGNATURE || below.some((line) => line.length > 400)) continue;
    let start = trimmedEnd(lines, at);
    while (start > 0 && isMobileSignature(lines[start - 1] ?? '')) start = trimmedEnd(lines, start - 1);
    return start;
  }
  return end;
}

function trimmedEnd(lines: readonly string[], end: number): number {
  let at = end;
  while (at > 0 && (lines[at - 1] ?? '').trim() === '') at--;
  return at;
}
