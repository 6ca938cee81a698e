/** How robots write: addresses, names, subjects and sentences of mail systems and responders, in many languages. */

/** Local parts that only mail systems use. */
export const DAEMON =
  /^(?:mailer[-_. ]?daemon|mail[-_. ]?daemon|mdaemon|mailerdaemon|postmaster|post_?master|mail[-_.]?delivery(?:[-_.]?(?:system|subsystem|service))?|bounces?(?:[-+=].*)?|.*-bounces(?:\+.*)?|double-bounce|mailadmin|maildeliverysystem|microsoftexchange[0-9a-f]+)$/;
export const DAEMON_NAME =
  /^"?(?:mailer[-_. ]?daemon|mail delivery (?:sub)?system|mail delivery service|system administrator|mail administrator|postmaster|internet mail delivery|mail system|mail daemon|delivery subsystem|smtp server|mail server|mail gateway)\b/i;

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
    '(?:я|зараз) у відпустці',
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
    '^autoresponder\\b',
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
    '^(?:re: )?(?:mail|message|e-?mail)? ?(?:delivery|transport|transmission) (?:failure|failed|error|problem|unsuccessful|status notification|status|has failed|report|subsystem|delayed|incomplete|system error)',
    '^delivery (?:status )?notification\\b',
    '^(?:returned|rejected|bounced) (?:mail|message|e-?mail)\\b',
    '^(?:mail|message|e-?mail) (?:returned|rejected|could not be delivered|not delivered|undeliverable|system error|error)\\b',
    '^(?:failure notice|failed mail|failed delivery|delivery to .{1,80} (?:failed|delayed)|non[- ]delivery|nondeliverable|undelivered mail|could not send (?:message|mail)|user unknown|unknown user|unzustellbar|mail could not be delivered|permanent delivery failure|failed to deliver|unable to deliver|warning: (?:could not send message|message .{0,40}delayed))',
    '^(?:\\*+ ?)?(?:message you sent blocked|message not delivered|unable to deliver your message|your (?:message|mail|e-?mail) (?:to .{1,80} )?(?:could not|was not|has not|couldn.t|cannot) )',
    '^niedostarcz|^nie dostarczono|^zwrot (?:wiadomo|poczty)|^nie mo[żz]na dostarczy|^zwr[óo]cona wiadomo|^powiadomienie o (?:stanie|niedostarcz)',
    '^недоставлен|^не доставлено|^не вдалося доставити|^сповіщення про (?:стан|недостав)',
    '^не удалось доставить|^недоставленн|^сообщение не доставлено|^уведомление о (?:состоянии|недостав)',
    '^unzustellbar|^nicht zustellbar|^zustellung(?:sfehler| fehlgeschlagen)|^non remis|^échec de (?:la )?remise|^no se (?:puede|pudo) entregar|^mensaje no entregado|^impossibile recapitare|^não (?:entregue|foi possível)|^onbestelbaar',
    '^配信(?:不能|エラー)|^無法傳遞|^退信|^系统退信|^メール配信',
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
    'przebywam na urlopie|jestem (?:obecnie )?(?:nieobecn|na urlopie|poza biurem)|będę nieobecn|w dniach .{3,40} (?:przebywam|jestem|będę)|w pilnych sprawach proszę',
    '(?:я |зараз )?(?:перебуваю|знаходжусь|знаходжуся) у відпустці|буду відсутн|я (?:зараз )?відсутн|у відпустці до',
    'нахожусь в отпуске|буду отсутствовать|я в отпуске|отсутствую на рабочем',
    'ich bin (?:derzeit |momentan )?(?:nicht im büro|im urlaub|abwesend|außer haus)|bin ich (?:nicht im büro|im urlaub)',
    'je suis (?:actuellement )?(?:absent|en congé|en vacances)|estoy (?:fuera|de vacaciones)|sono (?:assente|in ferie)|estou (?:ausente|de férias)',
  ].join('|'),
  'i',
);
