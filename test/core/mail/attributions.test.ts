/** Lines above a quote as they are met, beyond those of the programs in client-mails.ts: each goes with the quote. */
import { trimReply } from '../../../core/mail/trim-reply';

const ATTRIBUTIONS: readonly (readonly [string, string])[] = [
  // Polish
  [
    'Gmail with a name of three words',
    'czw., 12 mar 2026 o 15:33 Anna Maria Nowak-Kowalska <anna@client.example> napisał(a):',
  ],
  ['mutt with a Polish verb', 'Dnia Tue, Feb 10, 2026 at 06:03:30PM +0100, Anna Nowak napisał(a):'],
  ['KMail, wrapped', 'Dnia niedziela 10 kwiecień 2026 o 18:00:14 Anna Maria Nowak-Kowalska \nnapisał(a):'],
  ['KMail', 'Dnia poniedziałek, 3 listopada 2025 10:15:42 CET Biuro pisze:'],
  ['Zimbra', '----- 3 lis 2025 o 10:15, Biuro office@school.example napisał(a):'],
  ['Gmail of old', 'W dniu 3 listopada 2025 10:15 użytkownik Biuro <office@school.example> napisał:'],
  [
    'Gmail of old, a woman',
    'W dniu 3 listopada 2025 10:15 użytkownik Biuro <office@school.example> napisała:',
  ],
  [
    'Gmail of old, wrapped twice',
    'W dniu 3 listopada 2025 10:15 użytkownik Biuro Szkoły Języków Obcych\n<\noffice@school.example> napisał:',
  ],
  ['Windows Mail', 'Dnia pon., 3 lis 2025 o godz. 10:15 Biuro <office@school.example> napisał(a):'],
  ['Outlook for Mac', 'W dniu 03.11.2025, 10:15, „Biuro” <office@school.example> napisał(-a):'],
  ['a company’s webmail', 'Biuro <office@school.example> napisał(a) w dniu 03.11.2025 10:15:'],
  ['AirMail', 'W dniu 3 listopada 2025 at 10:15:42, Biuro (office@school.example) napisał:'],
  [
    'with no-break spaces',
    'pon.,\u00a03\u00a0lis\u00a02025 o\u00a010:15 Biuro\u00a0<office@school.example> napisał(a):',
  ],
  // Ukrainian and Russian
  ['Gmail without a name', 'чт, 12 лют. 2026 р. о 17:53 <office@school.example> пише:'],
  [
    'Gmail, wrapped before the address',
    'сб, 16 груд. 2025 р. о 21:57 Офіс школи іноземних мов\n<office@school.example> пише:',
  ],
  [
    'Gmail for Android',
    'пʼятниця, 18 квітня 2025 р. Офіс <office@school.example <mailto:office@school.example>> пише:',
  ],
  ['Gmail of old', '3 листопада 2025 р. 10:15 Офіс <office@school.example> написав:'],
  ['Gmail of old, a woman', '3 листопада 2025 р. о 10:15 Ганна Новак <anna@client.example> написала:'],
  ['iPad', '> 3 лист. 2025 р. о 10:15 Офіс <office@school.example> написав(ла):'],
  ['Thunderbird', '03.11.2025 10:15, Офіс школи пише:'],
  [
    'ukr.net, a full name with commas',
    '3 листопада 2025, 10:15:42, від "Новак, Ганна" <anna@client.example>:',
  ],
  ['Evolution', 'В пн, 03/11/2025 в 10:15 +0200, Офіс пише:'],
  ['mail.ru', 'Понедельник, 3 ноября 2025, 10:15 +03:00 от Офис <office@school.example>:'],
  ['Yandex', '03.11.2025, 10:15, "Офис" <office@school.example>:'],
  ['Gmail in Russian', 'пн, 3 нояб. 2025 г. в 10:15, Офис <office@school.example>:'],
  ['Gmail of old in Russian', '3 ноября 2025 г., 10:15 пользователь Офис <office@school.example> написал:'],
  ['Apple Mail in Russian', '3 нояб. 2025 г., в 10:15, Офис <office@school.example> написал(а):'],
  ['The Bat', 'Понедельник, 3 ноября 2025 г., 10:15:42, Вы писали:'],
  ['a forum', 'Пользователь Офис <office@school.example> написал:'],
  // English and others
  [
    'Gmail, a name with a comma',
    'On Mon, 3 Nov 2025 at 10:15, Nowak, Anna (Warsaw) <anna@client.example> wrote:',
  ],
  ['Outlook for Mac', 'On 03/11/2025, 10:15, "Office" <office@school.example> wrote:'],
  [
    'Outlook for Mac, on behalf',
    'On 11/3/25, 10:15 AM, "Office on behalf of School" <office@school.example on behalf of info@school.example> wrote:',
  ],
  ['Mailman', 'On Mon, Nov 03, 2025 at 10:15:42AM +0100, Anna Nowak wrote:'],
  ['GitHub', '@anna-nowak wrote on Mon, 3 Nov 2025 10:15:42 +0100:'],
  ['Lotus Notes', 'Anna Nowak <anna@client.example> wrote on 11/03/2025 10:15:42 AM:'],
  [
    'wrapped between day and year',
    'On Monday, November 3rd,\n2025 at 10:15 AM, Office <office@school.example> wrote:',
  ],
  [
    'wrapped within the address',
    'On Mon, Nov 3, 2025 at 10:15 AM Office of the Language School <office@\nschool.example> wrote:',
  ],
  ['a name alone', 'Anna Nowak wrote:'],
  ['German', 'Am Mo., 3. Nov. 2025 um 10:15 Uhr schrieb Büro <office@school.example>:'],
  [
    'German, GMX',
    'Gesendet: Montag, 03. November 2025 um 10:15 Uhr\nVon: "Büro" <office@school.example>\nAn: anna@client.example\nBetreff: Gruppe\n',
  ],
  ['French', 'Le lun. 3 nov. 2025 à 10:15, Bureau <office@school.example> a écrit :'],
  ['Spanish', 'El lun, 3 nov 2025 a las 10:15, Oficina (<office@school.example>) escribió:'],
  ['Italian', 'Il giorno lun 3 nov 2025 alle ore 10:15 Ufficio <office@school.example> ha scritto:'],
  ['Portuguese', 'Em seg., 3 de nov. de 2025 às 10:15, Escritório <office@school.example> escreveu:'],
  ['Dutch', 'Op ma 3 nov 2025 om 10:15 schreef Kantoor <office@school.example>:'],
  ['Swedish', 'Den mån 3 nov. 2025 kl 10:15 skrev Kontoret <office@school.example>:'],
  ['Norwegian', 'man. 3. nov. 2025 kl. 10:15 skrev Kontoret <office@school.example>:'],
  ['Finnish', 'ma 3. marrask. 2025 klo 10.15 Toimisto (office@school.example) kirjoitti:'],
  ['Czech', 'po 3. 11. 2025 v 10:15 odesílatel Kancelář <office@school.example> napsal:'],
  ['Slovak', 'po 3. 11. 2025 o 10:15 Kancelária <office@school.example> napísal(a):'],
  ['Hungarian', 'Iroda <office@school.example> ezt írta (időpont: 2025. nov. 3., H, 10:15):'],
  ['Romanian', 'lun., 3 nov. 2025 la 10:15, Birou <office@school.example> a scris:'],
  ['Turkish', 'Ofis <office@school.example>, 3 Kas 2025 Pzt, 10:15 tarihinde şunu yazdı:'],
  ['Greek', 'Στις Δευ 3 Νοε 2025 στις 10:15 π.μ., ο χρήστης Office <office@school.example> έγραψε:'],
  ['Bulgarian', 'На пн, 3.11.2025 г. в 10:15 Офис <office@school.example> написа:'],
  ['Croatian', 'pon, 3. stu 2025. u 10:15 Ured <office@school.example> napisao je:'],
  ['Slovenian', 'V pon., 3. nov. 2025 ob 10:15 je oseba Pisarna <office@school.example> napisala:'],
  ['Lithuanian', '2025-11-03, pr, 10:15 Biuras <office@school.example> rašė:'],
  [
    'Latvian',
    'pirmd., 2025. g. 3. nov., plkst. 10:15 — lietotājs Birojs (<office@school.example>) rakstīja:',
  ],
  ['Estonian', 'Kuupäev E, 3. november 2025 kell 10:15 kirjutas Kontor (<office@school.example>):'],
  ['Chinese', 'Office <office@school.example> 于2025年11月3日周一 10:15写道：'],
  ['Japanese', '2025年11月3日(月) 10:15 Office <office@school.example>:'],
  ['Korean', '2025년 11월 3일 (월) 오전 10:15, Office <office@school.example>님이 작성:'],
];

describe('an attribution goes with its quote', () => {
  test.each(ATTRIBUTIONS)('%s: %j', (_, attribution) => {
    const own = 'Tak, pasuje mi wtorek.\nPozdrawiam\nAnna';
    expect(trimReply(`${own}\n\n${attribution}\n> One.\n>\n> Two.\n`).reply).toBe(own);
    expect(trimReply(`${own}\n${attribution}\n\n> One.\n> Two.\n`).reply).toBe(own);
  });

  test.each(ATTRIBUTIONS)('and stands for it where the quote has no signs: %s', (_, attribution) => {
    const own = 'Так, вівторок.';
    // What people write too: a name and "wrote", with a date behind it. And a quoted line is a quote of the sender's.
    const isVague = /^(?:Anna Nowak wrote:$|@|>)/.test(attribution);
    const { reply } = trimReply(`${own}\n\n${attribution}\n\nOne.\nTwo.\n`);
    expect(reply === own).toBe(!isVague);
  });
});
