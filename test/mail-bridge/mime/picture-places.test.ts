/** Where the pictures of a colleague's answer stand in its text. */

import { readText } from '../../../core/mail/reply';
import { relayedFiles } from '../../../core/outbox/relayed-files';
import { withPicturePlaces } from '../../../mail-bridge/mime/picture-places';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { apple, gmail, inline, mailOf, multipart, outlook, picture, text } from './picture-mails';

const placed = async (raw: Buffer) => withPicturePlaces(await readMail(raw));
const wordsOf = async (raw: Buffer): Promise<string> => readText(await placed(raw)).reply;
const html = (body: string, plain?: string): Buffer =>
  mailOf(
    multipart(
      'related',
      plain === undefined
        ? text('html', body)
        : multipart('alternative', text('plain', plain), text('html', body)),
      inline('a.png', 'a@x', picture('a')),
      inline('b.png', 'b@x', picture('b')),
    ),
  );

describe('the words of an answer', () => {
  test.each<[string, () => Buffer, string]>([
    [
      'Gmail',
      gmail,
      'Click here:\n\n[Screenshot 2026-11-23 at the very beginning of the lesson, page one.png]\nand then here: [image.png]',
    ],
    ['Outlook', outlook, 'Proszę kliknąć tutaj:\n\n[image001.png]\n\nLena\n<https://page.test/>'],
    ['Apple Mail', apple, 'Here it is:\n\n[IMG_1.jpeg]\n[IMG_2.heic]\n\nand the plan.'],
  ])('of %s show where its pictures stand, and nothing of the quoted mail', async (_name, raw, words) => {
    expect(await wordsOf(raw())).toBe(words);
  });

  test.each<[string, string, string]>([
    ['between words', 'one <img src="cid:a@x"> two', 'one [a.png] two'],
    ['in a line of its own', '<p>one</p><p><img src="cid:a@x"></p><p>two</p>', 'one\n\n[a.png]\n\ntwo'],
    ['twice', '<img src="cid:a@x"> and <img src="CID:a%40x">', '[a.png] and [a.png]'],
    ['as all that was written', '<div><img src="cid:a@x"><br></div>', '[a.png]'],
    ['with no such part', 'one <img src="cid:c@x" alt="c"> two', 'one two'],
    ['on another server', 'one <img src="https://x.test/a.png" alt="[a.png]"> two', 'one two'],
    ['that leads to a page', 'one <a href="https://x.test"><img src="cid:a@x"></a> two', 'one two'],
    ['small as an icon', 'one <img src="cid:a@x" width="24" height="24px"> two', 'one two'],
    ['with signs of ours in its address', 'one <img src="cid:%EE%80%80a@x"> two', 'one two'],
  ])('have a picture %s where it stood', async (_name, body, words) => {
    expect(await wordsOf(html(body))).toBe(words);
  });

  test('are taken from the HTML when the plain text shows fewer pictures', async () => {
    const body = 'one <img src="cid:a@x" alt="a"> two <img src="cid:b@x" alt="b">';
    expect(await wordsOf(html(body, 'one [image: a] two'))).toBe('one [a.png] two [b.png]');
    expect(await wordsOf(html(body, 'plain one [image: a] two [image: b]'))).toBe(
      'plain one [a.png] two [b.png]',
    );
  });

  test('are taken from the plain text when the pictures it lacks are not between the words', async () => {
    const signed = 'one<div class="gmail_signature"><img src="cid:a@x"></div>';
    const quoted = '<blockquote type="cite">two <img src="cid:b@x"></blockquote>';
    expect(await wordsOf(html(signed + quoted, 'plain one\r\n\r\n> two\r\n'))).toBe('plain one');
  });

  test('find titles that are no words of a pattern', async () => {
    const alt = 'a (1) [x] $& \\d+.*';
    expect(await wordsOf(html(`one <img src="cid:a@x" alt="${alt}"> two`, `plain [image: ${alt}] two`))).toBe(
      'plain [a.png] two',
    );
  });
});

test('pictures of one name have places of their own, the same picture one place', async () => {
  const raw = mailOf(
    multipart(
      'related',
      text('html', ['a', 'b', 'c', 'd'].map((id) => `<img src="cid:${id}">`).join(' ')),
      inline('image.png', 'a', picture('1')),
      inline('Image.png', 'b', picture('2')),
      inline('image.png', 'c', picture('1')),
      inline('x[1].png', 'd', picture('3')),
    ),
  );
  expect(await wordsOf(raw)).toBe('[image.png] [Image-2.png] [image.png] [x(1).png]');
});

test('a mail that shows no picture of its own is left as it is', async () => {
  for (const body of ['one', 'one <img src="https://x.test/a.png">', '']) {
    const mail = await readMail(html(body, 'one'));
    expect(withPicturePlaces(mail)).toBe(mail);
  }
});

test('readings for everybody else show no places', async () => {
  for (const raw of [gmail(), outlook(), apple()]) {
    const { htmlAsText, htmlMarked } = await readMail(raw);
    expect(htmlAsText + htmlMarked).not.toMatch(/\.(?:png|jpeg|heic)\]/);
  }
});

describe('with the words go', () => {
  test.each<[string, () => Buffer, readonly (readonly [string, string, boolean])[]]>([
    [
      'of Gmail the two pictures between them',
      gmail,
      [
        ['Screenshot 2026-11-23 at the very beginning of the lesson, page one.png', 'image/png', true],
        ['image.png', 'image/png', true],
      ],
    ],
    ['of Outlook the picture, not the icon', outlook, [['image001.png', 'image/png', true]]],
    [
      'of Apple Mail the picture, and attached the photo that few programs show and the plan',
      apple,
      [
        ['IMG_1.jpeg', 'image/jpeg', true],
        ['IMG_2.heic', 'image/heic', false],
        ['plan.pdf', 'application/pdf', false],
      ],
    ],
  ])('%s', async (_name, raw, expected) => {
    const mail = await placed(raw());
    const { files, leftOut } = relayedFiles({ original: 'o', mail, words: readText(mail).reply });
    expect(files.map(({ filename, type, contentId }) => [filename, type, contentId !== null])).toEqual(
      expected,
    );
    expect(leftOut).toEqual([]);
  });
});
