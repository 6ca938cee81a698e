/** How people say thank you, and that it works, in Polish, Ukrainian and English. */

export type Courtesy = 'thanks' | 'solved' | 'praise' | 'greeting' | 'closing' | 'name';

/**
 * Grammar of the courtesies, in full spelling. `<NAME>` stands for a list of WORDS, a space for a space; brackets and
 * question marks are those of a regular expression.
 */
export const WORDS: Readonly<Record<string, string>> = {
  PL_VERY:
    'bardzo|serdecznie|ślicznie|pięknie|wielkie|ogromne|jeszcze raz|raz jeszcze|również|też|z całego serca',
  PL_THANK: 'dziękuję|dziękuje|dziękujemy|dzięki|dzieki|dzięks|dzięka|podziękowania|jestem wdzięczn[ay]',
  PL_WHOM: 'pani|panu|państwu|wam|ci|tobie',
  PL_HOW:
    'szybk[aąie]+|błyskawiczn[aąie]+|sprawn[aąie]+|całą|wszelką|twoją|wasz[aąe]|pani|pana|państwa|tak szybką',
  PL_WHAT:
    'pomoc|odpowiedź|wsparcie|informacj[ęe]|reakcję|wyjaśnieni[ea]|wskazówk[ęi]|link|materiały|nagrani[ea]|certyfikat|fakturę|wszystko|cierpliwość|interwencję',
  UK_VERY: 'дуже|щиро|сердечно|красно|велике|величезне|ще раз',
  UK_THANK: 'дякую|дякуємо|дякі|подяка|спасибі|спасибо|вдячн[ийаі]+|дяка',
  UK_WHOM: 'вам|тобі|ви|всім|пане|пані',
  UK_HOW: 'швидк[уеиій]+|оперативн[уеиій]+|вашу|твою|ваш[ие]?|всю|таку швидку',
  UK_WHAT:
    'допомогу|відповідь|підтримку|інформацію|реакцію|пояснення|підказку|посилання|матеріали|запис|сертифікат|рахунок|все|терпіння|роботу',
  EN_THANK:
    'thanks|thank you|thank u|thankyou|thx|thnx|tnx|many thanks|much appreciated|cheers|i appreciate it',
  EN_VERY: 'so much|very much|a lot|a bunch|a million|again|once again|indeed|kindly|all|everyone|to you all',
  EN_HOW: 'your|the|all the|all your|such a|this|that',
  EN_QUICK: 'quick|fast|prompt|swift|speedy|kind|great',
  EN_WHAT:
    'help|answer|reply|response|support|assistance|info|information|explanation|link|materials|recording|certificate|invoice|patience|everything',
  PL_NOW: 'już|teraz|wszystko|u mnie',
  UK_NOW: 'вже|тепер|все|усе|у мене',
  EN_NOW: 'now|again|fine|well|great|perfectly|properly|just fine|like a charm',
};

export const GRAMMAR: readonly (readonly [Courtesy, string])[] = [
  // Thanks.
  [
    'thanks',
    '(?:(?:<PL_VERY>) )*(?:<PL_THANK>)(?: (?:<PL_VERY>))*(?: (?:<PL_WHOM>))?(?: (?:<PL_VERY>))*(?: za (?:(?:<PL_HOW>) )*(?:<PL_WHAT>)(?: (?:i|oraz) (?:(?:<PL_HOW>) )*(?:<PL_WHAT>))?)?',
  ],
  [
    'thanks',
    '(?:(?:<UK_VERY>) )*(?:<UK_THANK>)(?: (?:<UK_VERY>))*(?: (?:<UK_WHOM>))?(?: (?:<UK_VERY>))*(?: за (?:(?:<UK_HOW>) )*(?:<UK_WHAT>)(?: (?:та|і|й) (?:(?:<UK_HOW>) )*(?:<UK_WHAT>))?)?',
  ],
  [
    'thanks',
    '(?:<EN_THANK>)(?: (?:<EN_VERY>))*(?: for (?:(?:<EN_HOW>) )?(?:(?:<EN_QUICK>) )*(?:<EN_WHAT>)(?: and (?:(?:<EN_HOW>) )?(?:(?:<EN_QUICK>) )*(?:<EN_WHAT>))?)?',
  ],
  // It works.
  [
    'solved',
    '(?:(?:<PL_NOW>) )*(?:działa|zadziałało|pomogło|udało się|rozwiązane|załatwione|się udało)(?: (?:<PL_NOW>|super|świetnie|bez zarzutu|jak należy))*',
  ],
  ['solved', 'wszystko (?:jest )?(?:ok|w porządku|gra)|все (?:гаразд|добре|в порядку|ок)'],
  ['solved', '(?:sprawa|problem|kłopot)(?: jest)?(?: już)? (?:rozwiązan[ayi]|załatwion[ayi]|z głowy)'],
  [
    'praise',
    '(?:to )?(?:już )?(?:wszystko )?(?:dostał[ae]m|otrzymał[ae]m|doszło|dotarło|mam)(?: już)? (?:link|certyfikat|materiały|nagranie|fakturę|dostęp|wszystko)',
  ],
  ['solved', '(?:to )?udało (?:mi )?się (?:zalogować|dołączyć|wejść|pobrać|otworzyć)'],
  [
    'solved',
    '(?:(?:<UK_NOW>) )*(?:працює|запрацювало|спрацювало|допомогло|вийшло|вдалося|вирішено)(?: (?:<UK_NOW>|чудово|супер|відмінно))*',
  ],
  ['solved', '(?:питання|проблема|проблему)(?: вже)? вирішен[оа]'],
  [
    'praise',
    '(?:вже )?(?:отримав|отримала|отримали|маю|надійшло)(?: вже)? (?:посилання|сертифікат|матеріали|запис|рахунок|доступ|все)',
  ],
  ['solved', '(?:мені )?вдалося (?:увійти|зайти|приєднатися|завантажити|відкрити)'],
  [
    'solved',
    '(?:it|this|that|everything|all)(?: (?:all|now))? (?:works|worked|is working)(?: (?:<EN_NOW>))*',
  ],
  [
    'solved',
    '(?:its|thats|everythings)(?: all)?(?: now)? (?:working|solved|fixed|sorted|resolved|ok|fine)(?: (?:<EN_NOW>))*',
  ],
  ['solved', '(?:works|solved|fixed|sorted|resolved|all good|all is well)(?: (?:<EN_NOW>))*'],
  [
    'solved',
    '(?:that|this|it)(?: has)?(?: just)? (?:solved|fixed|resolved|sorted|did) (?:it|everything|the problem|the issue|my problem)',
  ],
  ['solved', '(?:that|this|it) (?:helped|did the trick)(?: a lot)?'],
  ['solved', '(?:the|my) (?:problem|issue) (?:is|has been)(?: now)? (?:solved|fixed|resolved|sorted)'],
  ['praise', '(?:im|i am) in(?: now)?'],
  // What goes with it and says nothing by itself.
  [
    'praise',
    'ok|okej|okay|oki|super|superb|świetnie|ekstra|rewelacja|rewelacyjnie|doskonale|wspaniale|fajnie|jasne|rozumiem|zrozumiałe|to wszystko|jesteście (?:super|świetni|najlepsi|wspaniali)',
  ],
  [
    'praise',
    'добре|гаразд|чудово|супер|прекрасно|відмінно|клас|зрозуміло|ясно|ви (?:найкращі|чудові|супер)|це все',
  ],
  [
    'praise',
    'great|perfect|excellent|awesome|wonderful|brilliant|lovely|got it|understood|noted|very helpful|(?:that was )?(?:very|so|really) (?:helpful|kind|quick|fast)|you are (?:the best|great)|youre (?:the best|great)|thats (?:great|perfect|all)',
  ],
  ['greeting', '(?:dzień dobry|dobry wieczór|witam|cześć|hej|szanowni państwo|szanowna pani|szanowny panie)'],
  [
    'greeting',
    '(?:добрий день|доброго дня|добрий вечір|добрий ранок|доброго ранку|вітаю|привіт|доброго вечора)',
  ],
  [
    'greeting',
    '(?:hi|hello|dear(?: all| team| support| support team)?|good (?:morning|afternoon|evening|day)|hi (?:all|team|there))',
  ],
  [
    'closing',
    '(?:(?:serdecznie|ciepło|gorąco) )?(?:pozdrawiam|pozdrawiamy|pozdrowienia|pozdr|z poważaniem|z wyrazami szacunku|miłego (?:dnia|wieczoru|weekendu|popołudnia)|udanego (?:dnia|weekendu)|dobrego dnia)(?: serdecznie)?',
  ],
  [
    'closing',
    '(?:з (?:найкращими )?(?:повагою|побажаннями|вдячністю)|(?:гарного|хорошого|чудового|доброго) (?:дня|вечора|вихідних)|всього (?:найкращого|доброго)|бажаю гарного дня)',
  ],
  [
    'closing',
    '(?:(?:best|kind|warm|kindest|warmest|with kind|with best)(?: (?:regards|wishes))?|regards|sincerely|yours|all the best|have a (?:nice|good|great|lovely) (?:day|evening|weekend|one)|take care)',
  ],
];
