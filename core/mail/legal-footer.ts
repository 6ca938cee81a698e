/** Disclaimers and notes of scanners that a gateway glues under every mail: folded, never part of the answer. */
import { isRuler } from './signature';

/** What only such footers say. One of them under a ruler or a heading, or two of them, make one. */
const PHRASES: readonly RegExp[] = [
  /\bconfidential(?:ity)?\b|\bprivileged\b/i,
  /intended (?:only |solely |exclusively )*(?:for|recipient)|not the (?:intended |named )?(?:recipient|addressee)|for the (?:sole )?use of/i,
  /(?:received|sent to you|reached you) .{0,40}(?:in error|by mistake)|notify the sender|delete (?:it|this|the) /i,
  /(?:scanned|checked|swept|free) (?:for|from|of|by) .{0,30}(?:virus|malware|mimecast|messagelabs|antivirus)|virus[- ]free/i,
  /data protection act|may be monitored|monitor(?:ed|s|ing)? .{0,60}(?:e-?mail|messages|mail)|registered (?:in|office)/i,
  /(?:poufn|tajemnic|wyłącznie dla adresat|przeznaczon\w+ (?:jest )?(?:wyłącznie|tylko) (?:dla|do)|nie (?:jest|są|jesteś) .{0,30}adresat|omyłkow|przez pomyłkę|zniszcz|trwałe usunięcie)/i,
  /(?:administrator(?:em)? (?:pani|państwa|danych)|rodo|klauzul\w+ informacyjn|krs[: ]|kapitał zakładowy)/i,
  /(?:конфіденційн|призначен\w* (?:лише|тільки|виключно)|отримали .{0,40}помилково|не є (?:його |її )?(?:адресатом|одержувачем)|повідомте відправника)/i,
  /(?:конфиденциальн|предназначен\w* (?:только|исключительно)|получили .{0,40}по ошибке)/i,
  /(?:vertraulich|nicht der (?:richtige|beabsichtigte) (?:adressat|empfänger)|irrtümlich erhalten|confidentiel|destinataire|confidencial|destinatario|riservat|vertrouwelijk|geadresseerde)/i,
];
const HEADING =
  /^[\s*_=-]*(?:disclaimer|confidentiality(?: notice| note)?|legal notice|important notice|privacy notice|klauzula|zastrzeżenie|informacja o poufności|застереження|відмова від відповідальності|конфіденційність|haftungsausschluss|avertissement|aviso legal)[\s*_:=.-]*$/i;
const LONGEST_FOOTER = 40;

/** Words of which every footer holds one: most texts hold none, and are not looked at more closely. */
const ANY =
  /confidential|privileged|intended|in error|by mistake|virus|scanned|monitor|data protection|disclaimer|registered (?:in|office)|poufn|tajemnic|adresat|omyłk|rodo|krs|kapitał zakł|конфіденц|призначен|помилково|конфиденц|предназначен|vertraulich|empfänger|confiden|destina|riservat|vertrouwelijk/i;

/** Where a legal footer begins in the lines of an answer, or their number. It never begins with the first line. */
export function legalFooterStart(lines: readonly string[]): number {
  const first = Math.max(1, lines.length - LONGEST_FOOTER * 2);
  if (!ANY.test(lines.slice(first).join('\n').slice(-3_000))) return lines.length;
  for (let at = first; at < lines.length; at++) {
    if ((lines[at] ?? '').trim() === '' || !beginsParagraph(lines, at)) continue;
    const introduced = isRuler(lines[at] ?? '') || HEADING.test(lines[at] ?? '');
    const from = introduced ? nextText(lines, at + 1) : at;
    const paragraph = paragraphAt(lines, from);
    const found = PHRASES.filter((phrase) => phrase.test(paragraph)).length;
    const filled = lines.slice(at).filter((line) => line.trim() !== '').length;
    if (found < (introduced ? 1 : 2) || filled > LONGEST_FOOTER) continue;
    if (lines.slice(0, at).some((line) => line.trim() !== '')) return at;
  }
  return lines.length;
}

function beginsParagraph(lines: readonly string[], at: number): boolean {
  return isRuler(lines[at] ?? '') || HEADING.test(lines[at] ?? '') || (lines[at - 1] ?? '').trim() === '';
}

function nextText(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] ?? '').trim() === '') at++;
  return at;
}

function paragraphAt(lines: readonly string[], from: number): string {
  let end = from;
  while (end < lines.length && (lines[end] ?? '').trim() !== '' && !isRuler(lines[end] ?? '')) end++;
  return lines.slice(from, end).join(' ').slice(0, 4_000);
}
