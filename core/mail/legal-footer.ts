/** Disclaimers and notes of scanners that a gateway glues under every mail: folded, never part of the answer. */
import { isRuler } from './signature';

/** What only such footers say. One of them under a ruler or a heading, or two of them, make one. */
const PHRASES: readonly RegExp[] = [
  /\bconfidential(?:ity)?\b|\bprivileged\b/i,
  /intended (?:only |solely |exclusively )*(?:for|recipient)|not the (?:intended |named )?(?:recipient|addressee)|for the (?:sole )?use of/i,
  /(?:received|sent to you|reached you) .{0,40}(?:in error|by mistake)|notify the sender|delete (?:it|this|the) /i,
  /(?:scanned|checked|swept|free) (?:for|from|of|by) .{0,30}(?:virus|malware|mimecast|messagelabs|antivirus)|virus[- ]free/i,
  /data protection act|may be monitored|monitor(?:ed|s|ing)? .{0,60}(?:e-?mail|messages|mail)|registered (?:in|office)/i,
  /poufn|tajemnic|informacje prawnie chronione/i,
  /(?:wyłącznie|tylko|jedynie) (?:dla|do) (?:\S+ ){0,3}(?:adresat|odbiorc)|przeznaczon\w+ (?:jest |są )?(?:wyłącznie|tylko) (?:dla|do)|nie (?:jest|są|jesteś) .{0,30}(?:adresat|odbiorc)/i,
  /omyłk|przez pomyłkę|w wyniku pomyłki|zniszcz|trwałe usunięcie|(?:prosimy|proszę) o (?:niezwłoczne |natychmiastowe )?(?:usunięcie|powiadomienie|poinformowanie)/i,
  /administrator(?:em)? (?:pani|państwa|danych)|rodo|klauzul\w+ informacyjn/i,
  /krs[: ]|kapitał zakładowy|sąd rejonowy|regon[: ]/i,
  /конфіденційн|комерційн\S+ таємниц/i,
  /призначен\S* (?:лише|тільки|виключно)|не є (?:його |її |зазначеним |належним )?(?:адресатом|одержувачем)/i,
  /отримали .{0,40}помилково|помилково отримали|повідомте (?:про це )?відправника|видаліть (?:його|цей|це|лист)/i,
  /конфиденциальн|коммерческ\S+ тайн/i,
  /предназначен\S* (?:только|исключительно)|не являетесь .{0,30}(?:адресатом|получателем)/i,
  /получили .{0,40}по ошибке|сообщите отправителю|уведомите отправителя/i,
  /(?:vertraulich|nicht der (?:richtige|beabsichtigte) (?:adressat|empfänger)|irrtümlich erhalten|confidentiel|destinataire|confidencial|destinatario|riservat|vertrouwelijk|geadresseerde)/i,
];
/** Footers speak of the sender in the third person and ask nothing: people speak of themselves. */
const PERSONAL =
  /(?:^|[^\p{L}])(?:I|I['’]m|I['’]ve|my|me|mój|moje|moja|moją|moich|mojego|moim|mnie|mi|wysłał[ae]m|otrzymał[ae]m|chcę|chciał(?:a)?bym|proszę o|я|мій|моя|моє|мої|моїх|мене|мені|хочу)(?=$|[^\p{L}])|[?？]/u;
/** A mailing list says where to leave it. */
const LIST_FOOTER =
  /mailing list|listinfo|unsubscribe|lista dyskusyjna|lista mailingowa|wypisać się|zrezygnować z subskrypcji|список розсилки|відписатися|отписаться|abbestellen/i;
const HEADING =
  /^[\s*_=-]*(?:disclaimer|confidentiality(?: notice| note)?|legal notice|important notice|privacy notice|klauzula|zastrzeżenie|informacja o poufności|застереження|відмова від відповідальності|конфіденційність|haftungsausschluss|avertissement|aviso legal)[\s*_:=.-]*$/i;
const LONGEST_FOOTER = 40;

/** Words of which every footer holds one: most texts hold none, and are not looked at more closely. */
const ANY =
  /mailing list|listinfo|unsubscribe|lista (?:dysk|mail)|wypisać się|subskrypcji|розсилки|відписатися|отписаться|abbestellen|confidential|privileged|intended|in error|by mistake|virus|scanned|monitor|data protection|disclaimer|registered (?:in|office)|poufn|tajemnic|adresat|odbiorc|omyłk|pomyłk|zniszcz|rodo|krs|regon|kapitał zakł|конфіденц|таємниц|призначен|адресат|помилково|конфиденц|тайн|предназначен|по ошибке|vertraulich|empfänger|confiden|destina|riservat|vertrouwelijk/i;

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
    if (isRuler(lines[at] ?? '') && isListFooter(lines, from)) return at;
    if (PERSONAL.test(paragraph)) continue;
    const filled = lines.slice(at).filter((line) => line.trim() !== '').length;
    if (found < (introduced ? 1 : 2) || filled > LONGEST_FOOTER) continue;
    if (lines.slice(0, at).some((line) => line.trim() !== '')) return at;
  }
  return lines.length;
}

const LONGEST_LIST_FOOTER = 6;

function isListFooter(lines: readonly string[], from: number): boolean {
  const rest = lines.slice(from).filter((line) => line.trim() !== '');
  return (
    rest.length <= LONGEST_LIST_FOOTER &&
    rest.some((line) => LIST_FOOTER.test(line)) &&
    !PERSONAL.test(rest.join(' '))
  );
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
