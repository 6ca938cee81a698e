/** The lines that say "below is a mail by somebody else": passed on, or answered. */
import { readLabel } from './header-labels';

const FORWARD_WORDS = [
  'forwarded (?:message|mail|email|by .{1,60})',
  'begin forwarded message',
  'forward(?:ed)? message',
  'fwd\\.? ?msg',
  'mail transferred',
  // pl
  'przekazana wiadomo[śs][ćc]|wiadomo[śs][ćc] przekazana|przesłana dalej wiadomo[śs][ćc]|początek przekazywanej wiadomości|początek przekazanej wiadomości|treść przekazywanej wiadomości|treść przekazanej wiadomości',
  // uk, ru
  'перенаправлене повідомлення|переслане повідомлення|пересилане повідомлення|початок пересланого повідомлення|початок листа, що пересилається|початок перенаправленого повідомлення|пересланий лист|переслано(?=\\s*-|$)',
  'перенаправленное сообщение|пересылаемое сообщение|пересланное сообщение|пересылаемое письмо|начало переадресованного сообщения|начало пересылаемого сообщения|пересланное письмо',
  // de, fr, es, it, pt, nl
  'weitergeleitete (?:nachricht|e-?mail|mail)|anfang der weitergeleiteten (?:nachricht|e-?mail|mail)|ursprünglich weitergeleitete nachricht',
  'message (?:transféré|réexpédié|transmis)|début du message (?:réexpédié|transféré)|courriel transféré|mail transféré|e-mail transféré',
  'mensaje reenviado|inicio del mensaje reenviado|correo reenviado|comienzo del mensaje reenviado',
  'messaggio (?:inoltrato|originale inoltrato)|inizio messaggio inoltrato|inoltrato messaggio',
  'mensagem (?:encaminhada|reencaminhada)|início da mensagem (?:encaminhada|reencaminhada)|iniciar mensagem reencaminhada|e-?mail encaminhado',
  'doorgestuurd bericht|begin doorgestuurd bericht|begin van doorgestuurd bericht|doorgestuurde e-?mail',
  // nordic
  'vidarebefordrat (?:meddelande|brev|mejl)|vidarebefordrat mejl|början på vidarebefordrat (?:meddelande|mejl|brev)|vidarebefordrat e-postmeddelande',
  'videresendt (?:melding|meddelelse|besked|e-?post)|start på videresendt besked|begynnelse på videresendt melding|videresendt mail',
  'välitetty viesti|välitetty viesti alkaa|alkaa välitetty viesti|edelleenlähetetty viesti',
  // cs, sk, hr, sl, hu, ro, tr, el, et, lv, lt
  'přeposlaná zpráva|začátek přeposílané zprávy|přeposlaný e-?mail|začátek přeposlané zprávy',
  'preposlaná správa|začiatok preposlanej správy|preposlaný e-?mail',
  'proslijeđena (?:poruka|e-?pošta)|započni proslijeđenu poruku|proslijedjena poruka|početak proslijeđene poruke|prosleđena poruka|posredovano sporočilo',
  'továbbított (?:levél|üzenet)(?: kezdete)?|továbbított levél',
  'mesaj (?:redirecționat|redirecţionat|redirectionat|înaintat)|începutul mesajului redirecționat|început mesaj redirecționat|redirecționat mesaj|început mesaj retrimis|mesaj retrimis|mesaj transmis mai departe',
  // The dotted capital of Turkish folds to two signs, so it is named.
  '(?:i|İ|i̇)letil(?:miş|en) (?:mesaj|ileti)(?:nin başlangıcı| başlangıcı)?|yönlendirilmiş (?:mesaj|ileti)|(?:i|İ|i̇)letinin başlangıcı',
  'препратено (?:съобщение|писмо)|начало на препратеното съобщение|прослеђена порука|missatge reenviat',
  'προωθημένο μήνυμα|προωθούμενο μήνυμα|αρχή προωθημένου μηνύματος',
  'edastatud (?:kiri|sõnum)|edasisaadetud kiri|pārsūtīt(?:s|ā) (?:ziņojums|ziņa)|persi[ųu]stas (?:laiškas|pranešimas)|persiunčiamas pranešimas',
  // east
  '转发的?(?:邮件|信息|消息)|轉寄的?(?:郵件|信件|訊息)|已转发(?:的)?邮件|转发邮件信息|転送メッセージ|転送されたメッセージ|전달된 메시지|전달된 메일|הודעה שהועברה|رسالة معاد توجيهها|tin nhắn đã chuyển tiếp|thư đã chuyển tiếp',
];
const ORIGINAL_WORDS = [
  'original message|original e-?mail|reply message|original appointment',
  'oryginalna wiadomo[śs][ćc]|wiadomo[śs][ćc] oryginalna|wiadomo[śs][ćc] pierwotna|treść oryginalnej wiadomości',
  'вихідне повідомлення|оригінальне повідомлення|початкове повідомлення|оригінал повідомлення|вихідний лист|цитоване повідомлення',
  'исходное сообщение|оригинальное сообщение|исходное письмо|первоначальное сообщение',
  'ursprüngliche (?:nachricht|mitteilung|e-?mail)|originalnachricht|ursprungliche nachricht|original-?nachricht',
  'message d.origine|message original|courriel original|message initial',
  'mensaje original|correo original|mensagem original|messaggio originale|oorspronkelijk bericht|origineel bericht|oorspronkelijke bericht',
  'ursprungligt meddelande|originalmeddelande|oprindelig (?:meddelelse|besked)|original melding|opprinnelig melding|alkuperäinen viesti',
  'původní (?:zpráva|e-?mail)|pôvodná správa|eredeti üzenet|mesaj original|mesajul original|orijinal mesaj|özgün ileti|αρχικό μήνυμα|izvorna poruka|originalna poruka|izvirno sporočilo|algne sõnum|algsõnum|originalus pranešimas|sākotnējais ziņojums',
  '原始邮件|原始郵件|元のメッセージ|원본 메시지|הודעה מקורית|الرسالة الأصلية|tin nhắn gốc',
];

/** Dashes, underscores or nothing around it; a colon after it; a quote sign before it. */
const frame = (words: readonly string[]): RegExp =>
  new RegExp(
    `^[\\s>|*]*(?:[-–—_=*~]{2,}\\s*)?(?:${words.join('|')})(?:\\s*/\\s*[\\w.]{1,12})?\\s*[:：]?\\s*(?:[-–—_=*~]{2,}\\s*)?[:：]?\\s*\\**\\s*(?:от.{0,40})?$`,
    'iu',
  );
const FORWARD = frame(FORWARD_WORDS);
const ORIGINAL = frame(ORIGINAL_WORDS);
/** Yahoo's text form puts the header behind the marker, all in one line. */
const FORWARD_INLINE = new RegExp(
  `^[\\s>|*]*[-–—_]{4,}\\s*(?:${FORWARD_WORDS.join('|')})\\s*[-–—_]{4,}\\s+(?=\\S)`,
  'iu',
);
/** Mangled line ends glue the header to the marker: "-------- Original message --------From: …". */
const ORIGINAL_INLINE = new RegExp(
  `^[\\s>|*]*[-–—_]{4,}\\s*(?:${ORIGINAL_WORDS.join('|')})\\s*[-–—_]{4,}\\s*(?=\\S)`,
  'iu',
);
const LONGEST = 200;

export function isForwardMarker(line: string): boolean {
  // Without dashes or a colon it is prose: "Forwarded message". Most lines have neither.
  if (line.length > LONGEST || !/[-–—_=*~]{2}|[:：]\s*\**\s*$/.test(line)) return false;
  return FORWARD.test(line);
}

export function isOriginalMarker(line: string): boolean {
  return line.length <= LONGEST && /[-–—_=*~]{2,}|^[\s>|*]*[【[]/.test(line) && ORIGINAL.test(line);
}

/** What follows a forward marker on its own line, null when there is none. */
export function afterInlineForwardMarker(line: string): string | null {
  if (!/^[\s>|*]*[-–—_]{4}/.test(line)) return null;
  const match = FORWARD_INLINE.exec(line.slice(0, 4_000));
  return match === null ? null : line.slice(match[0].length);
}

export function beginsWithOriginalMarker(line: string): boolean {
  if (!/^[\s>|*]*[-–—_]{4}/.test(line)) return false;
  const head = line.slice(0, 4_000);
  const match = ORIGINAL_INLINE.exec(head);
  return match !== null && readLabel(head.slice(match[0].length, match[0].length + 500)) !== null;
}

/**
 * "-- please reply above this line --", of this desk and of others, quoted or not. Between signs only: in a sentence
 * people speak of it.
 */
const REPLY_ABOVE =
  /(?:reply|respond|type|write|answer|response)\b.{0,40}\babove (?:this|the|that) (?:line|marker)|odpowi\S+ .{0,30}(?:powyżej|nad) (?:tej|tą|tego) lini|(?:відпові|пиш)\S+ .{0,30}(?:вище (?:за )?ц|над ц)\S{2,4} (?:лін|ряд)|(?:ответ|пиш)\S* .{0,30}(?:выше этой|над этой) (?:лин|строк|черт)|oberhalb dieser (?:linie|zeile)|au-dessus de cette ligne/iu;

export function isReplyAboveLine(line: string): boolean {
  return line.length <= LONGEST && /^[\s>|*]*(?:[-–—_=#*~]{2}|\[)/.test(line) && REPLY_ABOVE.test(line);
}
