/** A colleague's forward, as programs write it in two dozen languages, is the mail of the person inside it. */
import { readForward } from '../../../core/mail/forward';

/** Line above the header (null: none), then the labels in the order of the program: from, date, to, subject. */
type Wording = readonly [
  language: string,
  marker: string | null,
  from: string,
  date: string,
  to: string,
  subject: string,
];

const APPLE: readonly Wording[] = [
  ['en', 'Begin forwarded message:', 'From', 'Date', 'To', 'Subject'],
  ['pl', 'Początek przekazywanej wiadomości:', 'Od', 'Data', 'Do', 'Temat'],
  ['uk', 'Початок листа, що пересилається:', 'Від', 'Дата', 'Кому', 'Тема'],
  ['uk, later', 'Початок пересланого повідомлення:', 'Від', 'Дата', 'Кому', 'Тема'],
  ['ru', 'Начало переадресованного сообщения:', 'От', 'Дата', 'Кому', 'Тема'],
  ['de', 'Anfang der weitergeleiteten Nachricht:', 'Von', 'Datum', 'An', 'Betreff'],
  ['fr', 'Début du message réexpédié :', 'De', 'Date', 'À', 'Objet'],
  ['es', 'Inicio del mensaje reenviado:', 'De', 'Fecha', 'Para', 'Asunto'],
  ['it', 'Inizio messaggio inoltrato:', 'Da', 'Data', 'A', 'Oggetto'],
  ['pt', 'Início da mensagem reencaminhada:', 'De', 'Data', 'Para', 'Assunto'],
  ['nl', 'Begin doorgestuurd bericht:', 'Van', 'Datum', 'Aan', 'Onderwerp'],
  ['sv', 'Vidarebefordrat mejl:', 'Från', 'Datum', 'Till', 'Ämne'],
  ['da', 'Start på videresendt besked:', 'Fra', 'Dato', 'Til', 'Emne'],
  ['no', 'Videresendt melding:', 'Fra', 'Dato', 'Til', 'Emne'],
  ['fi', 'Välitetty viesti alkaa:', 'Lähettäjä', 'Päivämäärä', 'Vastaanottaja', 'Aihe'],
  ['cs', 'Začátek přeposílané zprávy:', 'Od', 'Datum', 'Komu', 'Předmět'],
  ['sk', 'Začiatok preposlanej správy:', 'Od', 'Dátum', 'Komu', 'Predmet'],
  ['hu', 'Továbbított levél kezdete:', 'Feladó', 'Dátum', 'Címzett', 'Tárgy'],
  ['ro', 'Începutul mesajului redirecționat:', 'De la', 'Dată', 'Către', 'Subiect'],
  ['hr', 'Započni proslijeđenu poruku:', 'Šalje', 'Datum', 'Prima', 'Predmet'],
  ['tr', 'İletilen ileti başlangıcı:', 'Kimden', 'Tarih', 'Kime', 'Konu'],
  ['el', 'Αρχή προωθημένου μηνύματος:', 'Από', 'Ημερομηνία', 'Προς', 'Θέμα'],
];
const DASHED: readonly Wording[] = [
  ['Gmail, en', '---------- Forwarded message ---------', 'From', 'Date', 'To', 'Subject'],
  ['Gmail, pl', '---------- Forwarded message ---------', 'Od', 'Date', 'To', 'Subject'],
  ['Gmail, uk', '---------- Forwarded message ---------', 'Від', 'Date', 'To', 'Subject'],
  ['Gmail, de', '---------- Forwarded message ---------', 'Von', 'Date', 'To', 'Subject'],
  ['Gmail, hr', '---------- Forwarded message ---------', 'Od', 'Date', 'To', 'Subject'],
  ['Gmail, hu', '---------- Forwarded message ---------', 'Feladó', 'Date', 'To', 'Subject'],
  [
    'Thunderbird, pl',
    '-------- Treść przekazanej wiadomości --------',
    'Nadawca',
    'Data',
    'Adresat',
    'Temat',
  ],
  ['Thunderbird, pl, later', '-------- Przekazana wiadomość --------', 'Od', 'Data', 'Do', 'Temat'],
  ['Thunderbird, uk', '-------- Перенаправлене повідомлення --------', 'Від', 'Дата', 'Кому', 'Тема'],
  ['Thunderbird, uk, later', '-------- Переслане повідомлення --------', 'Від', 'Дата', 'Кому', 'Тема'],
  ['Thunderbird, it', '-------- Messaggio Inoltrato --------', 'Mittente', 'Data', 'A', 'Oggetto'],
  ['Thunderbird, hu', '-------- Továbbított üzenet --------', 'Feladó', 'Dátum', 'Címzett', 'Tárgy'],
  ['Thunderbird, no', '-------- Videresendt melding --------', 'Fra', 'Dato', 'Til', 'Emne'],
  ['Thunderbird, sv', '-------- Vidarebefordrat meddelande --------', 'Från', 'Datum', 'Till', 'Ämne'],
  ['Thunderbird, sk', '-------- Preposlaná správa --------', 'Od', 'Dátum', 'Komu', 'Predmet'],
  ['Thunderbird, tr', '-------- İletilmiş Mesaj --------', 'Kimden', 'Tarih', 'Kime', 'Konu'],
  ['Yahoo, fr', '----- Message transmis -----', 'De', 'Envoyé', 'À', 'Objet'],
  ['Yahoo, da', '----- Videresendt meddelelse -----', 'Fra', 'Sendt', 'Til', 'Emne'],
  ['Yahoo, de', '----- Weitergeleitete Mail -----', 'Von', 'Gesendet', 'An', 'Betreff'],
  ['Yahoo, ro', '----- Mesaj redirecţionat -----', 'De la', 'Trimis', 'Către', 'Subiect'],
  ['Yahoo, ru', '----- Пересылаемое сообщение -----', 'От', 'Отправлено', 'Кому', 'Тема'],
  ['Yahoo, cs', '----- Přeposlaná zpráva -----', 'Od', 'Odesláno', 'Komu', 'Předmět'],
  ['Yahoo, fi', '----- Edelleenlähetetty viesti -----', 'Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Aihe'],
  ['onet', '-------- Wiadomość przekazana --------', 'Od', 'Data', 'Do', 'Temat'],
  ['o2 and wp', '---------- Przesłana dalej wiadomość ----------', 'Od', 'Data', 'Do', 'Temat'],
  ['interia', '----- Przekazana wiadomość -----', 'Od', 'Wysłane', 'Do', 'Temat'],
  ['ukr.net', '--- Переслане повідомлення ---', 'Від кого', 'Дата', 'Кому', 'Тема'],
  ['i.ua', '---- Пересланное сообщение ----', 'От кого', 'Дата', 'Кому', 'Тема'],
  ['Mail.ru', '-------- Пересылаемое сообщение --------', 'От', 'Дата', 'Кому', 'Тема'],
  ['Roundcube, pl', '-------- Wiadomość oryginalna --------', 'Od', 'Data', 'Do', 'Temat'],
  ['Samsung, pl', '-------- Oryginalna wiadomość --------', 'Od', 'Data', 'Do', 'Temat'],
  ['Samsung, uk', '-------- Вихідне повідомлення --------', 'Від', 'Дата', 'Кому', 'Тема'],
  ['eM Client, pl', '------ Przekazana wiadomość ------', 'Od', 'Data', 'Do', 'Temat'],
  ['Hubspot, pl', '---------- Przekazana wiadomość ---------', 'Od', 'Data', 'Do', 'Temat'],
];
const OUTLOOK: readonly Wording[] = [
  ['en', null, 'From', 'Sent', 'To', 'Subject'],
  ['pl', null, 'Od', 'Wysłano', 'Do', 'Temat'],
  ['pl, new', null, 'Od', 'Wysłane', 'Do', 'Temat'],
  ['uk', null, 'Від', 'Надіслано', 'Кому', 'Тема'],
  ['ru', null, 'От', 'Отправлено', 'Кому', 'Тема'],
  ['de', null, 'Von', 'Gesendet', 'An', 'Betreff'],
  ['fr', null, 'De', 'Envoyé', 'À', 'Objet'],
  ['es', null, 'De', 'Enviado', 'Para', 'Asunto'],
  ['it', null, 'Da', 'Inviato', 'A', 'Oggetto'],
  ['pt', null, 'De', 'Enviada', 'Para', 'Assunto'],
  ['nl', null, 'Van', 'Verzonden', 'Aan', 'Onderwerp'],
  ['sv', null, 'Från', 'Skickat', 'Till', 'Ämne'],
  ['da', null, 'Fra', 'Sendt', 'Til', 'Emne'],
  ['fi', null, 'Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Aihe'],
  ['cs', null, 'Od', 'Odesláno', 'Komu', 'Předmět'],
  ['hu', null, 'Feladó', 'Elküldve', 'Címzett', 'Tárgy'],
  ['ro', null, 'De la', 'Trimis', 'Către', 'Subiect'],
  ['hr', null, 'Šalje', 'Poslano', 'Prima', 'Predmet'],
  ['sl', null, 'Od', 'Poslano', 'Za', 'Zadeva'],
  ['tr', null, 'Kimden', 'Gönderildi', 'Kime', 'Konu'],
  ['el', null, 'Από', 'Στάλθηκε', 'Προς', 'Θέμα'],
  ['et', null, 'Saatja', 'Saadetud', 'Adressaat', 'Teema'],
  ['lv', null, 'No', 'Nosūtīts', 'Kam', 'Temats'],
  ['lt', null, 'Nuo', 'Išsiųsta', 'Kam', 'Tema'],
  ['bg', null, 'От', 'Изпратено', 'До', 'Относно'],
  ['zh', null, '发件人', '发送时间', '收件人', '主题'],
  ['ja', null, '差出人', '送信日時', '宛先', '件名'],
];

const WORDS = ['Dzień dobry,', '', 'chcę zapisać się na kurs. Proszę o termin.', '', 'Ewa Lis'];

function header([, marker, from, date, to, subject]: Wording, spaced = ''): string {
  const lines = [
    `${from}${spaced}: Ewa Lis <ewa.lis@client.example>`,
    `${date}${spaced}: 3.11.2025 10:15`,
    `${to}${spaced}: Jan Kos <jan@school.example>`,
    `${subject}${spaced}: Zapisy na kurs`,
  ];
  return [...(marker === null ? [] : [marker]), ...lines].join('\n');
}

const EXPECTED = {
  from: { address: 'ewa.lis@client.example', name: 'Ewa Lis' },
  subject: 'Zapisy na kurs',
  text: WORDS.join('\n'),
};

describe.each([
  ['Apple Mail', APPLE, 'Fwd: Zapisy na kurs'],
  ['programs that draw dashes', DASHED, 'Fwd: Zapisy na kurs'],
  ['Outlook', OUTLOOK, 'FW: Zapisy na kurs'],
] as const)('%s', (program, wordings, subject) => {
  test.each(wordings)('%s: the person inside is found', (...wording) => {
    const body = `${header(wording)}\n\n${WORDS.join('\n')}`;
    expect(readForward(subject, body)).toEqual({ ...EXPECTED, message: null });
  });

  test.each(wordings)('%s: with a comment above', (...wording) => {
    const body = `Jan, zajmiesz się?\n\nOla\n\n${header(wording, program === 'Outlook' ? ' ' : '')}\n\n${WORDS.join('\n')}`;
    expect(readForward(subject, body)).toEqual({ ...EXPECTED, message: 'Jan, zajmiesz się?\n\nOla' });
  });

  test.each(wordings)('%s: quoted by the program that passes it on', (...wording) => {
    const quoted = `${header(wording)}\n\n${WORDS.join('\n')}`.replace(/^/gm, '> ').replace(/^> $/gm, '>');
    expect(readForward(subject, `Do Ciebie.\n\n${quoted}`)).toEqual({ ...EXPECTED, message: 'Do Ciebie.' });
  });
});

describe('without a word in the subject', () => {
  test.each([...APPLE, ...DASHED.filter(([name]) => !/Roundcube|Samsung/.test(name))])(
    '%s: the line above the header is enough',
    (...wording) => {
      const body = `Do Ciebie.\n\n${header(wording)}\n\n${WORDS.join('\n')}`;
      expect(readForward('Zapisy na kurs', body)).toEqual({ ...EXPECTED, message: 'Do Ciebie.' });
    },
  );
});

test('a mail without a subject is passed on by its header alone', () => {
  const [wording] = OUTLOOK;
  const body = `Do Ciebie.\n\n________________________________\n${wording === undefined ? '' : header(wording)}\n\n${WORDS.join('\n')}`;
  expect(readForward('', body)).toEqual({ ...EXPECTED, message: 'Do Ciebie.' });
  expect(readForward('Re:', body)).toBeNull();
});

describe('an answer is no forward', () => {
  test.each(OUTLOOK)('%s', (...wording) => {
    const body = `Dziękuję, wtorek.\n\n${header(wording)}\n\n${WORDS.join('\n')}`;
    expect(readForward('Re: Zapisy na kurs', body)).toBeNull();
  });

  test.each([
    ['Zapisy', 'Forwarded message: I do not know what this is.\nFrom: my side all is well.'],
    ['Zapisy', 'From: Warsaw\nTo: Lviv\nDate: Monday\n\nPlease book.'],
    [
      'Re: Fwd: Zapisy',
      `Wtorek.\n\n${header(APPLE[0] ?? DASHED[0] ?? OUTLOOK[0] ?? ['', null, '', '', '', '']).replace(/^.*\n/, '')}\n\nx`,
    ],
  ])('%s: %j', (subject, body) => {
    expect(readForward(subject, body)).toBeNull();
  });
});
