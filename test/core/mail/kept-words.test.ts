/** Losing the sender's words is a failure: texts that look like quotes, headers or signatures and are none. */
import fc from 'fast-check';
import { readText } from '../../../core/mail/reply';
import { trimReply } from '../../../core/mail/trim-reply';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { rounds } from '../../support/thorough';
import { CLIENTS, LANGUAGES, WORDS } from './client-mails';

/** How many random ones each property is tried on. */
const MAILS = rounds(300, 1_000);

describe('a text that only looks like a quote is kept whole', () => {
  test.each([
    ['a ruler between two questions', 'Where is the room?\n\n---\n\nAnd when do we begin?'],
    ['two dashes between two questions', 'Where is the room?\n\n--\n\nAnd when do we begin?'],
    ['a list with dashes', 'I would like:\n-- the book\n-- the recording\n\nThank you, Anna'],
    [
      'underscores to fill in',
      'Name: ______________\n______________________\nPlease sign here and send it back.',
    ],
    [
      'a journey listed like a header',
      'Please book:\nFrom: Warsaw\nTo: Lviv\nDate: Monday\nSubject: training\n\nThank you!',
    ],
    [
      'a leave listed like a header',
      'Proszę o urlop:\nOd: 3.11.2025\nDo: 7.11.2025\nTemat: szkolenie\n\nDziękuję, Anna',
    ],
    [
      'an order listed like a header',
      'Прошу квиток:\nВід: Київ\nДо: Львів\nДата: понеділок\nТема: навчання\n\nДякую',
    ],
    ['From in a sentence', 'From: what I understand, we begin at nine.\nTo: me that is early.\nIs it so?'],
    ['wrote in a story', 'On Monday the trainer wrote:\nbring your laptop.\n\nMust I?'],
    ['wrote at an hour', 'At 10:15 my colleague wrote:\nthe room is closed.\n\nWhat shall we do?'],
    ['wrote on a day', 'On 3 November the trainer wrote:\nbring your laptop.\n\nMust I?'],
    ['a story in Polish', 'We wtorek trener napisał:\nproszę wziąć laptopa.\n\nCzy to konieczne?'],
    ['a story in Ukrainian', 'У вівторок викладач написав:\nвізьміть ноутбук.\n\nЧи це обов’язково?'],
    ['parcels sent through somebody', 'What about my papers?\nSent with a courier on Monday'],
    ['papers sent in Polish', 'Dokumenty?\nWysłane przez kuriera w poniedziałek'],
    ['papers sent in Ukrainian', 'Що з документами?\nНадіслано через Нову пошту в понеділок'],
    ['from my side', 'Yes.\nFrom my side all is well'],
    ['sent from a desk', 'Here it is.\n\nSent from my old desk because the new one broke'],
    [
      'a confidential question',
      'Hello,\n\nI sent you my file in error, it is confidential. Can you delete it?\n\nAnna',
    ],
    [
      'a question of data protection',
      'Dzień dobry,\n\nproszę o usunięcie moich danych zgodnie z RODO, wysłałam je przez pomyłkę i są poufne.\n\nAnna',
    ],
    [
      'a mistake in Ukrainian',
      'Добрий день,\n\nя отримала ваш лист помилково, він конфіденційний? Повідомте відправника, будь ласка.\n\nГанна',
    ],
    ['a question of a mailing list', 'Hello.\n\n__________\n\nHow do I unsubscribe from the list?'],
    ['a quotation in the middle', 'You say:\n\n> bring your laptop\n\nI have none. What now?'],
    ['times of a plan', '10:15 Anna: introduction\n11:30 Jan: practice\nIs this right:'],
    ['a sign of more than', 'The score must be\n> 80 %\nto pass, is that so?'],
    ['code', 'My script says:\n\n    if (a > b)\n    --\n    > error\n\nWhat is wrong?'],
  ])('%s', (_, text) => {
    expect(trimReply(text).reply).toBe(text);
  });
});

describe('what stands beside a quote is kept', () => {
  test.each([
    [
      'short closing words above an attribution',
      'The parcel is damaged.\nFreundliche Grüße\nOffice  wrote on Mon, 3 Nov 2025 at 14:49:\n\n    Your order is on its way.',
      'The parcel is damaged.\nFreundliche Grüße',
    ],
    [
      'a sentence with an hour above an attribution',
      'On Tuesday at 10:15 I cannot come.\nAnna Nowak wrote:\n> Will you come?',
      'On Tuesday at 10:15 I cannot come.',
    ],
    [
      'one-line answers between long quoted lines',
      'On Mon, Nov 3, 2025 at 10:15 AM Office <office@school.example> wrote:\n> Would you like to move to the group that meets on Tuesday evenings?\nYes, please.\n> Shall we send the invoice to the company or rather to your home address?\nto the company\n> Thank you',
      'Yes, please.\nto the company',
    ],
    [
      'an answer under a header whose mail has quote signs',
      'Od: Biuro <office@school.example>\nData: 3.11.2025 10:15\nTemat: Grupa\n\n> O którą godzinę chodzi?\n\nO siedemnastą.',
      'O siedemnastą.',
    ],
    [
      'an answer above our marker line',
      'Tak, poproszę.\n\nW dniu 3.11.2025 o 10:15, Biuro pisze:\n> -- odpowiedz powyżej tej linii --\n> Dzień dobry',
      'Tak, poproszę.',
    ],
    [
      'a disclaimer after a signature goes, the answer stays',
      'Yes, Tuesday.\n\n-- \nAnna Nowak\nClient Ltd\n\nThis e-mail is confidential and intended only for the addressee. If you received it in error, notify the sender.',
      'Yes, Tuesday.',
    ],
    [
      'a Polish disclaimer without a signature goes',
      'Tak, wtorek.\n\nAnna\n\nTa wiadomość jest poufna i przeznaczona wyłącznie dla adresata. Jeśli nie jest Pan adresatem, prosimy zniszczyć wiadomość.',
      'Tak, wtorek.\n\nAnna',
    ],
    [
      'a Ukrainian disclaimer without a signature goes',
      'Так, вівторок.\n\nГанна\n\nЦе повідомлення є конфіденційним і призначене лише для адресата. Якщо ви отримали його помилково, повідомте відправника.',
      'Так, вівторок.\n\nГанна',
    ],
    [
      'the footer of a mailing list goes',
      'Tuesday suits me.\n\n_______________________________________________\nCourse mailing list\ncourse@lists.school.example\nhttps://lists.school.example/listinfo/course',
      'Tuesday suits me.',
    ],
    [
      'a marker and a header glued into one line',
      'Which document?\nAnna\n-------- Ursprüngliche Nachricht --------Von: "Office" Datum: 03.11.25 18:46 (GMT+01:00) An: Betreff: Order\n\nHello',
      'Which document?\nAnna',
    ],
    [
      'an attribution with an apostrophe of the day, no-break spaces and no address',
      'Так.\n\nпʼятниця, 7\u00a0листопада\u00a02025\u00a0р. Ганна Новак пише:\n> О котрій?',
      'Так.',
    ],
    [
      'figures and signs of Arabic programs',
      'نعم\n\nأُرسلت من الـ iPhone\n\nفي ٠٣‏/١١‏/٢٠٢٥ الساعة ٣:٣٦ م، كتب/كتبت Office <office@school.example>:\n\n> مرحبا',
      'نعم',
    ],
    [
      'header labels without accents',
      "J'ai un souci.\n\n** De : Office office@school.example **\n** Envoye : lundi 3 novembre 2025 18:42 **\n** A : Anna anna@client.example **\n** Objet : Votre groupe **\n\nBonjour",
      "J'ai un souci.",
    ],
  ])('%s', (_, text, reply) => {
    expect(trimReply(text, { ourMarker: '-- odpowiedz powyżej tej linii --' }).reply).toBe(reply);
  });
});

test('a mail whose words are all quoted is kept whole and says so', () => {
  const text = '> only\n> a quote';
  expect(trimReply(text)).toEqual({ reply: text, quoted: '', signature: '', untrimmed: true });
});

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

function isSubsequence(few: readonly string[], many: readonly string[]): boolean {
  let at = 0;
  for (const word of many) if (word === few[at]) at++;
  return at === few.length;
}

const line = fc.constantFrom(
  ...LANGUAGES.flatMap((language) => [
    ...WORDS[language].own,
    ...WORDS[language].quoted.map((quoted) => `> ${quoted}`),
    ...CLIENTS.flatMap((client) => (client.intro[language] ?? '').split('\n')),
    ...CLIENTS.map((client) => client.signature?.[language] ?? ''),
  ]),
  '-- ',
  '--',
  '---',
  '________________________________',
  '>',
  '> > older',
  '    indented',
  'Anna wrote:',
  'This e-mail is confidential and intended only for the addressee. If you received it in error, delete it.',
  '---------- Forwarded message ---------',
  '-- please reply above this line --',
);
const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));
const options = fc.constantFrom(
  {},
  { ourMarker: '-- please reply above this line --' },
  { firstMessage: true },
);

describe('whatever a mail is made of', () => {
  test('the answer is made of its words, in their order', () => {
    fc.assert(
      fc.property(text, options, (mail, how) => {
        expect(isSubsequence(words(trimReply(mail, how).reply), words(mail))).toBe(true);
      }),
      { numRuns: MAILS },
    );
  });

  test('no word gets lost between answer, quote and signature', () => {
    fc.assert(
      fc.property(text, options, (mail, how) => {
        const { reply, quoted, signature } = trimReply(mail, how);
        expect(words(`${reply}\n${quoted}\n${signature}`).sort()).toEqual(words(mail).sort());
      }),
      { numRuns: MAILS },
    );
  });

  test('an answer is never empty where the mail is not', () => {
    fc.assert(
      fc.property(text, options, (mail, how) => {
        expect(trimReply(mail, how).reply === '').toBe(mail.trim() === '');
      }),
      { numRuns: MAILS },
    );
  });

  test('own words above the first quote are all in the answer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), text, (language, rest) => {
        const own = WORDS[language].own.join('\n');
        expect(trimReply(`${own}\n\n${rest}`).reply.startsWith(own)).toBe(true);
      }),
      { numRuns: MAILS },
    );
  });

  test('an answer above a quote is trimmed already', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom(...CLIENTS),
        (language, { intro, signature }) => {
          const own = WORDS[language].own.join('\n');
          const mail = `${own}\n\n${signature?.[language] ?? ''}\n\n${intro[language] ?? ''}\n> older`;
          const once = trimReply(mail).reply;
          expect(once).toBe(own);
          expect(trimReply(once)).toEqual({ reply: own, quoted: '', signature: '', untrimmed: true });
        },
      ),
      { numRuns: rounds(100, 300) },
    );
  });
});

describe('hostile sizes end', () => {
  test.each([
    ['one endless line', `On ${'3 Nov 2025 '.repeat(180_000)}wrote:`],
    ['endless signs of a quote', '> '.repeat(1_000_000)],
    ['attributions without end', 'On Mon, Nov 3, 2025 at 10:15 AM A <a@b.example> wrote:\n'.repeat(36_000)],
    ['halves of attributions', 'On Mon, Nov 3, 2025 at 10:15 AM A <\n'.repeat(55_000)],
    ['labels', 'From: a@b.example\n'.repeat(19_900)],
    ['labels without values', 'From:\nTo:\n'.repeat(9_900)],
    ['rulers', `${'_'.repeat(200)}\n`.repeat(10_000)],
    ['dashes', '- '.repeat(1_000_000)],
    ['delimiters', '--\n'.repeat(19_900)],
    ['brackets', `${'<'.repeat(390)}\n`.repeat(5_000)],
    ['blanks in a line', `On 3 Nov 2025${' '.repeat(1_900_000)}wrote:`],
    ['empty lines', `On 3 Nov 2025 A wrote:${'\n'.repeat(1_900_000)}> x`],
    ['phones', 'Sent from my iPhone\n'.repeat(19_900)],
    ['disclaimers', `${'confidential intended only in error virus '.repeat(50)}\n\n`.repeat(900)],
  ])(
    '%s',
    (_, mail) => {
      expect(trimReply(mail).reply).not.toBe('');
      expect(trimReply(mail.slice(0, 900_000)).reply).not.toBe('');
    },
    10_000,
  );

  test.each([
    ['quotes in quotes', '<blockquote type="cite">'.repeat(80_000)],
    ['rulers', `${'<hr>'.repeat(20_000)}From: a`],
    ['styles', `<div style="${'border-top:solid '.repeat(120_000)}">From: x</div>`],
    ['signatures', '--<div class="gmail_signature">'.repeat(30_000)],
    ['signatures one after another', '\n--<div class="gmail_signature">x</div>'.repeat(20_000)],
    ['elements that never end', '<style '.repeat(140_000)],
    ['comments that never end', '<!-- '.repeat(190_000)],
    ['brackets', '<'.repeat(990_000)],
  ])(
    'HTML: %s',
    async (_, html) => {
      for (const plain of ['', 'Mine.']) {
        const raw = [
          'From: a@b.example\r\nTo: c@d.example\r\nContent-Type: multipart/alternative; boundary=b\r\n',
          `--b\r\nContent-Type: text/plain\r\n\r\n${plain}\r\n`,
          `--b\r\nContent-Type: text/html\r\n\r\n<p>Mine.</p>${html}\r\n--b--\r\n`,
        ].join('\r\n');
        expect(readText(await readMail(Buffer.from(raw))).text).toContain('Mine.');
      }
    },
    20_000,
  );
});

describe('HTML that hides its text from converters', () => {
  const head = 'From: a@b.example\r\nTo: c@d.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n';
  const tags = '<w:LsdException Locked="false" Priority="99" Name="Normal Table"/>'.repeat(400);
  test.each([
    [
      'hundreds of tags in the comments of Word',
      `<html><head><!--[if gte mso 9]><xml><w:LatentStyles>${tags}</w:LatentStyles></xml><![endif]--><style>p{margin:0}</style></head><body><p class=MsoNormal>Mine.</p></body></html>`,
    ],
    [
      'paragraphs that nobody closes',
      `<html><head><title>x</title></head><body>${'<p><font>word'.repeat(1_000)}<p>Mine.`,
    ],
    ['a head that nobody closes', '<html><head><p>Mine.</p>'],
  ])('%s', async (_, html) => {
    expect(readText(await readMail(Buffer.from(head + html))).reply).toContain('Mine.');
  });
});
