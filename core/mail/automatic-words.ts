/** How robots write: addresses, names, subjects and sentences of mail systems and responders, in many languages. */

/** Local parts that only mail systems use. */
export const DAEMON =
  /^(?:mailer[-_. ]?daemon|mail[-_. ]?daemon|mdaemon|mail[-_.]?delivery(?:[-_.]?(?:system|subsystem|service))?|double-bounce|microsoftexchange[0-9a-f]+)$/;
export const DAEMON_NAME =
  /(?:^"?(?:mailer[-_. ]?daemon|mail delivery (?:sub)?system|mail delivery service|internet mail delivery|mail daemon|delivery subsystem|mail delivery failure|podsystem dostarczania|система доставки)(?!\w)|\bmail delivery (?:failure|error)(?!\w)|\be-?mail delivery failure)(?!\w)/i;
/** Local parts and names that mail systems use, and people who look after them. */
export const MAIL_ROLE = /^(?:post_?master(?![a-z])|bounces?(?:[-+=]|$)|mailadmin$)|-bounces(?:\+|$)/;
export const MAIL_ROLE_NAME =
  /^"?(?:system administrator|mail administrator|administrator systemu|системный администратор|системний адміністратор|postmaster|mail system|smtp server|mail server|mail gateway|microsoft outlook)(?!\w)/i;

/** A person speaks: greetings, thanks and requests that no mail system writes. */
export const PERSON_WRITES =
  /(?:^|[\s>(])(?:(?:hi|hello|hey|dear|good (?:morning|afternoon))(?! *[.!]? *this is the)[\s,!.]|thanks|thank you|(?:kind|best|many) regards|please help|(?:can|could) you (?:help|please|check|tell)|any idea|I (?:just |have |keep |always )?(?:got|get|getting|received|tried|sent|wrote)\b|dzień dobry|witam|cześć|pozdrawiam|dziękuję|proszę o (?:pomoc|sprawdzenie)|co mam zrobić|dosta(?:łam|łem|ję|liśmy)|wysła(?:łam|łem|liśmy)|добрий (?:день|ранок|вечір)|вітаю|доброго дня|дякую|допоможіть|отрима(?:в|ла|ли)\s|здравствуйте|добрый (?:день|вечер)|спасибо|помогите|guten tag|sehr geehrte|bonjour|merci|hola|gracias)/i;
/** "Forwarded" as mail programs write it before the subject. */
export const FORWARD_SUBJECT =
  /^\s*(?:fwd?|fw|pd|podaj dalej|wg|tr|rv|enc|i|doorst|пересл|fs|vs|vb|wtr)\s*:/i;

export const OUT_OF_OFFICE_SUBJECT = new RegExp(
  [
    '\\bout[ -]?of[ -](?:the[ -])?office\\b',
    '\\b(?:on|away on|i am on) (?:annual |parental |maternity |sick )?(?:vacation|holiday|leave)\\b',
    '^(?:re: )?vacation:',
    '^(?:away|absent|vacation|holiday)\\b.{0,12}(?:message|notice|reply|from (?:the )?office|from my mail)',
    '\\baway from (?:the|my) (?:office|desk|mail)',
    '\\bpoza biurem\\b',
    'nieobecno[śs][ćc]',
    '\\bjestem nieobecn',
    '\\b(?:jestem )?na urlopie\\b',
    '\\burlop\\b',
    'відсутн(?:ій|я|ість|ня)',
    'поза офісом',
    'відпуст(?:к[аиу]|ці)',
    '(?:вне|не в) офис',
    'отсутств(?:ие|ую) (?:на рабочем|в офисе)',
    '\\babwesenheit',
    '\\b(?:nicht|außer) (?:im )?(?:büro|haus)\\b',
    '\\babsence du bureau\\b',
    '\\bfuera de (?:la )?oficina\\b',
    '\\bfuori (?:sede|ufficio)\\b',
    '\\bafwezig(?:heid)?\\b',
    '\\bfrånvaro\\b',
    '\\bfravær\\b',
    '\\bpoissa\\b',
    '\\bmimo kancel',
    '\\b(?:nie ma mnie|nieczynne) ',
    'неприсутн|немає на місці|нет на месте|в отпуске|отпуск(?![а-я])',
    '\\b(?:en (?:congé|vacances)(?!\\w)|je suis absent|ausencia|ausente|de vacaciones|férias|in ferie|assenza|op vakantie|op verlof)(?!\\w)',
    '\\b(?:im urlaub|dovolen[áé]|szabadság|lomalla|på semester|på ferie)(?!\\w)',
    '不在|外出|休假',
  ].join('|'),
  'i',
);
export const AUTO_REPLY_SUBJECT = new RegExp(
  [
    '^\\W{0,3}auto(?:mat(?:ic|ed)?)?[- ]?(?:reply|response|answer|responder)\\b',
    '^(?:re: )?auto[- ]?(?:reply|response|responder|respond)\\b',
    '^\\[?auto(?:mated|matic)?[- ](?:reply|response|message)\\]?',
    '^auto: ',
    '^automatyczna (?:odpowied|wiadomo)',
    '^odpowied[źz] automatyczna',
    '^auto-?odpowied',
    '^автоматична відповідь',
    '^авто-?відповідь',
    '^автоматический ответ',
    '^авто-?ответ',
    '^automatische (?:antwort|afwezigheids)',
    '^automatisch antwoord',
    '^réponse automatique',
    '^respuesta autom[áa]tica',
    '^resposta autom[áa]tica',
    '^risposta automatica',
    '^automatick[áa] odpov',
    '^autosvar\\b',
    '^automaattinen vastaus',
    '^自动(?:回复|答复)',
    '^自動(?:回覆|応答)',
  ].join('|'),
  'i',
);
export const BOUNCE_SUBJECT = new RegExp(
  [
    '^(?:re: )?undeliver(?:able|ed)\\b',
    '^(?:re: )?(?:mail|message|e-?mail)? ?(?:delivery|transport|transmission) (?:failure|failed|error|problem|unsuccessful|status notification|status|has failed|report|subsystem|delayed|incomplete|system error|warning|notice)',
    '^delivery (?:status )?notification\\b',
    '^(?:returned|rejected|bounced) (?:mail|message|e-?mail)\\b',
    '^automatically rejected mail\\b',
    '^(?:mail|message|e-?mail) (?:returned|rejected|could not be delivered|not delivered|undeliverable|system error|error)\\b',
    '^(?:failure notice|failed mail|failed delivery|delivery to .{1,80} (?:failed|delayed)|non[- ]delivery|nondeliverable|undelivered mail|could not send (?:message|mail)|user unknown|unknown user|mail could not be delivered|permanent delivery failure|failed to deliver|unable to deliver|warning: (?:could not send message|message .{0,40}delayed))',
    '^(?:\\*+ ?)?(?:message you sent blocked|message not delivered|unable to deliver your message|your (?:message|mail|e-?mail) (?:to .{1,80} )?(?:could not|was not|has not|couldn.t|cannot) )',
    '\\((?:delivery failed|undeliverable|not delivered)\\)$',
    // The Exchange and mail.ru words, first failed, then delayed.
    '^niedostarcz|^nie (?:można |udało się )?dostarcz|^zwrot (?:wiadomo|poczty)|^zwr[óo]cona wiadomo|^powiadomienie o (?:stanie|niedostarcz)|^(?:wiadomość|poczta) niedostarcz|^dostarczanie (?:opóźnione|nie powiodło)|^opóźnienie (?:w )?dostarcz',
    '^недоставлен|^не доставлено|^не вдалося (?:доставити|надіслати)|^сповіщення про (?:стан|недостав)|^(?:лист|повідомлення) не (?:було )?доставлен|^доставк[ау] (?:не вдалася|затрим|відклад)|^затримк[аи] доставки',
    '^не удалось (?:доставить|отправить)|^недоставленн|^не доставляется|^(?:письмо|сообщение) не (?:было )?доставлен|^уведомление о (?:состоянии|недостав)|^доставка (?:задерж|отлож|не )|^невозможно доставить',
    '^unzustellbar|^nicht zustellbar|^zustellung(?:sfehler| fehlgeschlagen| verzögert)|^non remis|^remise (?:différée|retardée)|^échec de (?:la )?remise|^no se (?:puede|pudo|ha podido) entregar|^mensaje no entregado|^impossibile recapitare|^(?:mancato recapito|recapito non riuscito)|^não (?:entregue|foi possível)|^onbestelbaar|^nedoručiteľné|^nedoručitelné|^olevererbar|^kan (?:inte|ikke) leveres?|^ikke leveret|^toimittamaton|^kézbesíthetetlen|^teslim edilemedi|^nelivrabil',
    '^配信(?:不能|エラー)|^無法傳遞|^无法送达|^未送达|^未传递|^退信|^系统退信|^メール配信|^배달되지 않음|^전송 실패',
  ].join('|'),
  'i',
);

/** The mail is held, not lost: its writer is asked to confirm it. */
export const CHALLENGE = new RegExp(
  [
    '\\b(?:has|have|had|been) (?:been )?wait-?listed\\b',
    '\\b(?:guest|allowed|approved|white|safe)[ -]?(?:sender )?list\\b.{0,100}\\b(?:click|link|visit|below)',
    '\\b(?:click|follow|visit)\\b.{0,160}\\b(?:guest|allowed|approved|white)[ -]?(?:sender )?list',
    '\\b(?:server|address|message|mail) requires? (?:a )?confirmation\\b.{0,40}\\bvisit\\b',
    '\\b(?:click|follow|visit|reply)\\b.{0,160}\\b(?:to (?:verify|confirm|prove) (?:that )?you(?:r|\\b)|(?:verify|confirm) (?:that )?you are (?:a )?(?:human|real|not a))',
    '\\bautomated message to confirm\\b',
    '\\bsender (?:address )?verification\\b.{0,200}\\b(?:click|link|reply)',
  ].join('|'),
  'i',
);

/** The writer says that he is away. */
export const ABSENT = new RegExp(
  [
    "\\bI(?:’|'| a)m (?:currently |now )?(?:out of (?:the )?office|away|on (?:vacation|holiday|leave)|on annual leave)",
    '\\bI (?:am|will be) (?:currently )?(?:out of (?:the )?office|away|on (?:vacation|holiday|annual leave|leave))',
    '\\bout of (?:the )?office (?:until|from|till|through)',
    '\\blimited access to (?:my )?e-?mail',
    '\\bwill (?:be back|return) (?:on|to the office)',
    '\\bon vacation\\b.{0,80}\\b(?:until|from|through|return)',
    '\\bI (?:am|will be) (?:currently )?(?:on (?:maternity|parental|paternity|sick|study) leave|out of (?:the )?country|travell?ing until|unavailable (?:until|from))',
    '\\b(?:our|the) office (?:is|will be) closed (?:from|until|for the holidays)',
    'nie ma mnie w (?:biurze|pracy)|biuro (?:jest |będzie )?nieczynne|wracam (?:do (?:biura|pracy) )?\\d|przebywam na (?:urlopie|zwolnieniu)|jestem (?:obecnie )?(?:nieobecn|na urlopie|poza biurem)|będę nieobecn|w dniach .{3,40} (?:przebywam|jestem|będę)|w pilnych sprawach proszę',
    '(?:я |зараз )?(?:перебуваю|знаходжусь|знаходжуся) у відпустці|(?:буду|мене не буде) відсутн|мене не буде (?:в офісі|на роботі)|повернуся (?:до роботи )?\\d|я (?:зараз )?відсутн|у відпустці до',
    'вернусь (?:к работе )?\\d|меня не будет (?:в офисе|на работе)|нахожусь в отпуске|буду отсутствовать|я в отпуске|отсутствую на рабочем',
    'ich bin (?:derzeit |momentan )?(?:nicht im büro|im urlaub|abwesend|außer haus)|bin ich (?:nicht im büro|im urlaub)',
    'je suis (?:actuellement )?(?:absent|en congé|en vacances)|estoy (?:fuera|de vacaciones)|sono (?:assente|in ferie)|estou (?:ausente|de férias)',
  ].join('|'),
  'i',
);
