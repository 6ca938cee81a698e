/** Which files of a colleague's mail go on to the participant. */
import fc from 'fast-check';
import { LANGUAGES } from '../../../core/language';
import type { Attachment, Mail } from '../../../core/mail/mail';
import {
  leftOutInWords,
  notAttachedInWords,
  notPassedOnInWords,
  originalGoneInWords,
} from '../../../core/outbox/left-out-words';
import {
  LARGEST_RELAYED,
  type LeftOutWhy,
  MOST_RELAYED,
  passedOnFiles,
  relayedFiles,
} from '../../../core/outbox/relayed-files';

let digests = 0;
function attached(filename: string, more: Partial<Attachment> = {}): Attachment {
  digests += 1;
  return {
    filename,
    type: 'application/pdf',
    size: 1_000,
    sha256: digests.toString(16).padStart(64, '0'),
    contentId: null,
    inline: false,
    ...more,
  };
}
const shown = (filename: string, contentId: string, more: Partial<Attachment> = {}): Attachment =>
  attached(filename, { type: 'image/png', contentId, inline: true, ...more });

interface From {
  readonly words?: string;
  readonly html?: string;
  readonly warnings?: Mail['warnings'];
}
const relayed = (attachments: readonly Attachment[], { words = '', html = '', warnings = [] }: From = {}) =>
  relayedFiles({ original: 'o'.repeat(64), mail: { attachments, html, warnings }, words });
const names = (attachments: readonly Attachment[], from: From = {}) =>
  relayed(attachments, from).files.map(({ filename }) => filename);

test('files that were attached go on, in their order, found again by the mail and their digest', () => {
  const [plan, photo] = [attached('plan.pdf'), attached('photo.jpg', { type: 'image/jpeg', size: 5 })];
  expect(relayed([plan, photo])).toEqual({
    files: [
      {
        original: 'o'.repeat(64),
        sha256: plan.sha256,
        filename: 'plan.pdf',
        type: 'application/pdf',
        size: 1_000,
        contentId: null,
      },
      {
        original: 'o'.repeat(64),
        sha256: photo.sha256,
        filename: 'photo.jpg',
        type: 'image/jpeg',
        size: 5,
        contentId: null,
      },
    ],
    leftOut: [],
  });
});

describe('a picture that the HTML shows', () => {
  const html = '<img src="cid:one%40x"><img src="cid:logo@x">';
  const one = shown('one.png', 'one@x');
  const logo = shown('logo.png', 'logo@x');

  test('goes with the words that have its place; others were in the signature or the quoted mail', () => {
    expect(names([one, logo], { html, words: 'see [one.png]' })).toEqual(['one.png']);
    expect(relayed([one, logo], { html, words: 'see one.png, (logo.png)' })).toEqual({
      files: [],
      leftOut: [],
    });
  });

  test('is known by an id of ours, not by that of the writer’s machine', () => {
    const [file] = relayed([one], { html, words: '[one.png]' }).files;
    expect(file?.contentId).toBe(`${one.sha256.slice(0, 32)}@picture.invalid`);
  });

  test.each<[string, Partial<Attachment>, string, boolean]>([
    ['a PNG', {}, 'image/png', true],
    ['a JPEG', { type: 'image/jpeg' }, 'image/jpeg', true],
    ['a JPEG by another name', { type: 'image/jpg' }, 'image/jpeg', true],
    ['a GIF', { type: 'image/gif' }, 'image/gif', true],
    ['a WebP', { type: 'image/webp' }, 'image/webp', true],
    ['a picture of a program that knows no types', { type: 'application/octet-stream' }, 'image/png', true],
    ['a drawing that could run scripts', { type: 'image/svg+xml' }, 'image/svg+xml', false],
    ['a photo of an iPhone', { type: 'image/heic' }, 'image/heic', false],
  ])(
    'stays in the text where every program shows its type, and is else attached: %s',
    (_name, more, type, inText) => {
      const [file] = relayed([shown('one.png', 'one@x', more)], { html, words: '[one.png]' }).files;
      expect([file?.type, file?.contentId !== null]).toEqual([type, inText]);
    },
  );

  test('goes once, however often it is there', () => {
    const again = { ...one, contentId: 'again@x' };
    expect(
      names([one, again], { html: `${html}<img src="cid:again@x">`, words: '[one.png] [one.png]' }),
    ).toEqual(['one.png']);
  });
});

test('what has an id and is shown nowhere was attached: Gmail gives each file one', () => {
  expect(names([shown('one.png', 'one@x'), attached('plan.pdf', { contentId: 'f_1' })])).toEqual([
    'one.png',
    'plan.pdf',
  ]);
});

test('a file that is no picture goes, wherever the HTML shows it: Apple Mail shows a PDF between the words', () => {
  const plan = attached('plan.pdf', { contentId: 'plan@x', inline: true });
  expect(names([plan], { html: '<object data="cid:plan@x"></object>' })).toEqual(['plan.pdf']);
});

test('the signature of a program is nobody’s file: of another mail it would be a wrong one', () => {
  const types = ['application/pgp-signature', 'application/pkcs7-signature', 'application/x-pkcs7-signature'];
  expect(relayed(types.map((type) => attached('signature.asc', { type })))).toEqual({
    files: [],
    leftOut: [],
  });
});

describe('a file is left out, and told', () => {
  const cut: Mail['warnings'] = [{ code: 'parts-cut', text: 'The mail was cut.' }];
  test.each<[LeftOutWhy, string, Partial<Attachment>, From]>([
    ...[
      'setup.exe',
      'macro.VBS',
      'a.js',
      'plan.pdf.scr',
      'disk.iso',
      'app.jar',
      'link.lnk',
      'x.msi',
      'setup.exe. ',
      'se\u202etup\u200b.exe',
    ].map((name): [LeftOutWhy, string, Partial<Attachment>, From] => ['dangerous', name, {}, {}]),
    ['shows-address', 'lena.vcf', { type: 'text/vcard' }, {}],
    ['shows-address', 'lena', { type: 'text/x-vcard' }, {}],
    ['shows-address', 'key.asc', { type: 'application/pgp-keys' }, {}],
    ['shows-address', 'invite.ics', { type: 'application/octet-stream' }, {}],
    ['shows-address', 'invite', { type: 'text/calendar' }, {}],
    ['shows-address', 'Re: question.eml', { type: 'message/rfc822' }, {}],
    ['shows-address', 'question.msg', { type: 'application/octet-stream' }, {}],
    ['unreadable', 'winmail.dat', {}, {}],
    ['unreadable', 'other.dat', { type: 'application/ms-tnef' }, {}],
    ['unreadable', 'end.pdf', {}, { warnings: cut }],
    ['too-large', 'film.pdf', { size: LARGEST_RELAYED + 1 }, {}],
  ])('as %s: %j', (why, filename, more, from) => {
    const { files, leftOut } = relayed([attached('plan.pdf'), attached(filename, more)], from);
    expect(files.map((file) => file.filename)).toEqual(['plan.pdf']);
    expect(leftOut.map((left) => left.why)).toEqual([why]);
  });

  test('as one too many, when a mail has more than anybody attaches', () => {
    const many = Array.from({ length: MOST_RELAYED + 2 }, (_, at) => attached(`${at}.pdf`));
    const { files, leftOut } = relayed(many);
    expect(files).toHaveLength(MOST_RELAYED);
    expect(leftOut).toEqual([
      { filename: `${MOST_RELAYED}.pdf`, why: 'too-many' },
      { filename: `${MOST_RELAYED + 1}.pdf`, why: 'too-many' },
    ]);
  });

  test('alone: smaller ones behind it still go', () => {
    const half = { size: LARGEST_RELAYED / 2 };
    const files = [
      attached('a.pdf', half),
      attached('b.pdf', { size: half.size + 1 }),
      attached('c.pdf', half),
    ];
    expect(relayed(files)).toMatchObject({
      files: [{ filename: 'a.pdf' }, { filename: 'c.pdf' }],
      leftOut: [{ filename: 'b.pdf', why: 'too-large' }],
    });
  });
});

test('a mail with all that may go is no larger than 25 MB on its way, with room for the words', () => {
  const encoded = Math.ceil(LARGEST_RELAYED / 57) * 78;
  expect(encoded).toBeLessThan(25_000_000 - 300_000);
});

describe('the name of a file', () => {
  test.each([
    ['plan\r\nBcc: x@y.test.pdf', 'plan Bcc_ x@y.test.pdf'],
    ['../../etc/plan.pdf', 'plan.pdf'],
    ['C:\\Users\\lena\\plan.pdf', 'plan.pdf'],
    ['\u202efdp.nalp.pdf', 'fdp.nalp.pdf'],
    ['.plan.pdf', 'plan.pdf'],
    ['plan.pdf...', 'plan.pdf'],
    ['"plan" <1>.pdf', '_plan_ _1_.pdf'],
    ['', 'file'],
    ['план заняття.pdf', 'план заняття.pdf'],
  ])('%j is %j', (written, expected) => {
    expect(names([attached(written)])).toEqual([expected]);
  });

  test('keeps its ending, however long it is', () => {
    const [name = ''] = names([attached(`${'plan zajęć '.repeat(50)}.pdf`)]);
    expect(name.length).toBeLessThanOrEqual(120);
    expect(name).toMatch(/^plan zajęć .*\.pdf$/);
  });

  test('holds nothing that ends a line, a header or a folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (written) => {
        const { files, leftOut } = relayed([attached(written)]);
        const [{ filename } = { filename: '' }] = [...files, ...leftOut];
        expect(filename).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e/\\<>:"|?*]|[.\s]$/,
        );
        expect(filename).not.toBe('');
      }),
    );
  });
});

test('whatever is attached goes or is told, unless it is a picture without a place, and never over the limits', () => {
  const any = fc.record({
    filename: fc.constantFrom('plan.pdf', 'a.png', 'a.exe', 'winmail.dat', 'x.eml'),
    type: fc.constantFrom('application/pdf', 'image/png', 'image/heic', 'message/rfc822'),
    size: fc.integer({ min: 0, max: LARGEST_RELAYED }),
    contentId: fc.constantFrom(null, 'a@x', 'b@x'),
    inline: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 20 }), (written) => {
      const attachments = written.map((one) => attached(one.filename, one));
      const { files, leftOut } = relayed(attachments, { html: '<img src="cid:a@x">', words: 'no place' });
      const withoutPlace = written.filter(
        ({ type, contentId }) => type.startsWith('image/') && contentId === 'a@x',
      );
      expect(files.length + leftOut.length).toBe(written.length - withoutPlace.length);
      expect(files.length).toBeLessThanOrEqual(MOST_RELAYED);
      expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(LARGEST_RELAYED);
    }),
  );
});

describe('what is said of files that do not go', () => {
  test.each([
    [
      'en',
      'Not sent on to the participant: a.exe (mail programs refuse files of this type), b.pdf (all files together may have 18 MB at most).',
    ],
    [
      'pl',
      'Nie przekazano uczestnikowi: a.exe (programy pocztowe odrzucają pliki tego typu), b.pdf (wszystkie pliki razem mogą mieć najwyżej 18 MB).',
    ],
    [
      'uk',
      'Не передано учасникові: a.exe (поштові програми відхиляють файли цього типу), b.pdf (усі файли разом можуть мати щонайбільше 18 МБ).',
    ],
  ] as const)('to the colleague, with the reasons (%s)', (language, sentence) => {
    const leftOut = [
      { filename: 'a.exe', why: 'dangerous' },
      { filename: 'b.pdf', why: 'too-large' },
    ] as const;
    expect(leftOutInWords(leftOut, language)).toBe(sentence);
  });

  test.each([
    ['en', 'A file could not be attached: a.pdf. If you need it, please answer this mail.'],
    ['pl', 'Nie udało się dołączyć pliku: a.pdf. Jeśli jest potrzebny, prosimy o odpowiedź na tę wiadomość.'],
    ['uk', 'Не вдалося долучити файл: a.pdf. Якщо він потрібен, дайте відповідь на цей лист.'],
  ] as const)('to the participant, who may ask for it (%s)', (language, sentence) => {
    expect(notAttachedInWords(['a.pdf'], language, true)).toBe(sentence);
  });

  test('of several, and to somebody whose answer would go elsewhere', () => {
    expect(notAttachedInWords(['a.pdf', 'b.pdf'], 'pl', false)).toBe(
      'Nie udało się dołączyć plików: a.pdf, b.pdf.',
    );
    expect(notAttachedInWords(['a.pdf', 'b.pdf'], 'en', true)).toContain('If you need them');
  });
});

describe('files of participants that go to a colleague', () => {
  const from = (original: string, attachments: readonly Attachment[], words = '', html = '') => ({
    original,
    mail: { attachments, html, warnings: [] },
    words,
  });

  test('come from several mails, those of the first before the others', () => {
    const { files } = passedOnFiles([
      from('new', [attached('plan.pdf'), attached('photo.jpg')]),
      from('old', [attached('plan.pdf')]),
    ]);
    expect(files.map(({ original, filename }) => [original, filename])).toEqual([
      ['new', 'plan.pdf'],
      ['new', 'photo.jpg'],
      ['old', 'plan.pdf'],
    ]);
  });

  test('share the room of one mail: what came first in the list keeps its place', () => {
    const large = { size: LARGEST_RELAYED - 500 };
    const { files, leftOut } = passedOnFiles([
      from('new', [attached('film.mp4', large)]),
      from('old', [attached('plan.pdf')]),
    ]);
    expect(files.map(({ filename }) => filename)).toEqual(['film.mp4']);
    expect(leftOut).toEqual([{ filename: 'plan.pdf', why: 'too-large' }]);
    const many = Array.from({ length: MOST_RELAYED + 1 }, (_, at) => attached(`${at}.pdf`));
    expect(passedOnFiles([from('new', many)]).leftOut).toEqual([
      { filename: `${MOST_RELAYED}.pdf`, why: 'too-many' },
    ]);
  });

  test.each([
    ['card.vcf', 'text/vcard'],
    ['invite.ics', 'text/calendar'],
    ['mail.eml', 'message/rfc822'],
  ])('%s goes as a file that no program acts on: it shows no address of ours', (filename, type) => {
    const { files, leftOut } = passedOnFiles([from('new', [attached(filename, { type })])]);
    expect(files).toMatchObject([{ filename, type: 'application/octet-stream' }]);
    expect(leftOut).toEqual([]);
  });

  test('are no programs', () => {
    expect(passedOnFiles([from('new', [attached('setup.exe')])])).toEqual({
      files: [],
      leftOut: [{ filename: 'setup.exe', why: 'dangerous' }],
    });
  });

  test('pictures between the words are among them, as files; those of a signature are not', () => {
    const html = '<img src="cid:one@x"><img src="cid:logo@x">';
    const pictures = [shown('one.png', 'one@x'), shown('logo.png', 'logo@x')];
    const { files } = passedOnFiles([from('new', pictures, 'see [one.png]', html)]);
    expect(files).toMatchObject([{ filename: 'one.png', type: 'image/png', contentId: null }]);
  });

  test.each(LANGUAGES.map((language) => [language]))(
    'what is left out is said with its reason: %s',
    (language) => {
      const said = notPassedOnInWords(
        [
          { filename: 'setup.exe', why: 'dangerous' },
          { filename: 'film.mp4', why: 'too-large' },
        ],
        language,
      );
      expect(said).toMatch(/setup\.exe \(.{10,}\), film\.mp4 \(.*18.*\)\.$/);
      expect(originalGoneInWords(language)).not.toBe('');
    },
  );
});
