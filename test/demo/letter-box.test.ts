/** The letters of the invented people, as the bridge will read them. */
import { readForward } from '../../core/mail/forward';
import type { Instant } from '../../core/time/instant';
import { zone } from '../../core/time/instant';
import { handedOn } from '../../demo/handed-on';
import { type LetterBox, openLetterBox, readLetter } from '../../demo/letter-box';
import { letterFiles } from '../../demo/letter-files';
import { type DemoMail, startDemoMail } from '../../demo/mail-server/demo-mail';
import { quoted } from '../../demo/quoting';
import { intlOffset } from '../../mail-bridge/clock/intl-offset';
import { readMail } from '../../mail-bridge/mime/read-mail';

const SUPPORT = { name: 'Akademia Jasna', address: 'pomoc@akademia-jasna.test' };
const OLENA = { name: 'Olena Haj', address: 'olena@akademia-jasna.test' };
const JAN = { name: 'Jan Gruszka', address: 'jan@poczta.test' };
const PROVIDER = { login: 'providers', password: 'one' };
const PLACE = { zone: zone('Europe/Warsaw'), offset: intlOffset() };
const NOW = Date.UTC(2026, 10, 23, 9) as Instant;

let mail: DemoMail;
let box: LetterBox;

beforeAll(async () => {
  mail = await startDemoMail({
    users: [{ ...SUPPORT, password: 'two' }],
    authservId: 'mx.firm.test',
    providers: [PROVIDER],
  });
  box = openLetterBox({ smtp: mail.smtp, provider: PROVIDER, support: SUPPORT, clock: { now: () => NOW } });
});

afterAll(async () => {
  box.close();
  await mail.close();
});

const newest = (address: string): Buffer => mail.messages(address).pop()?.raw ?? Buffer.alloc(0);

describe('a letter', () => {
  const asked = { messageId: '<a@x>', references: ['<q@x>'], from: 'Jan <jan@x>', text: 'Is it?', at: NOW };

  it('quotes what it answers as Gmail does, in the text and in the page beside it', async () => {
    const answers = quoted(asked, 'en', PLACE);
    await box.send({ from: OLENA, subject: 'Re: x', text: '#resolved\n\nYes <b>.', answers });
    const { text, html, inReplyTo, references } = await readMail(newest(SUPPORT.address));
    expect(text).toMatch(/^#resolved\n\nYes <b>\.\n\nOn .* wrote:\n> Is it\?$/);
    expect(html).toContain('Yes &lt;b&gt;.');
    expect(html).toMatch(
      /<div class="gmail_quote[^>]*>.*wrote:.*<blockquote class="gmail_quote"[^>]*>Is it\?/s,
    );
    expect({ inReplyTo, references }).toEqual({ inReplyTo: '<a@x>', references: ['<q@x>', '<a@x>'] });
  });

  it('reaches everybody it names, and once those who are named twice', async () => {
    await box.send({ from: OLENA, to: JAN, cc: [SUPPORT, JAN], subject: 'Room', text: 'Here.' });
    expect(mail.messages(JAN.address)).toHaveLength(1);
    const { to, cc } = await readLetter(newest(SUPPORT.address), NOW);
    expect(to.map(({ address }) => address)).toEqual([JAN.address]);
    expect(cc.map(({ address }) => address)).toContain(SUPPORT.address);
  });

  it('shows a picture in its midst and carries other files', async () => {
    const files = [
      { name: 'zrzut.png', type: 'image/png', bytes: Buffer.from('picture') },
      { name: 'plan.pdf', type: 'application/pdf', bytes: Buffer.from('paper') },
    ];
    await box.send({ from: JAN, subject: 'Look', text: 'Here.', files });
    const raw = newest(SUPPORT.address);
    const { attachments, html } = await readMail(raw);
    expect(attachments.map(({ filename, inline }) => [filename, inline])).toEqual([
      ['zrzut.png', true],
      ['plan.pdf', false],
    ]);
    expect(html).toContain(`src="cid:${attachments[0]?.contentId}"`);
    expect(await letterFiles(raw)).toEqual(files);
  });

  it('is vouched for, unless somebody else claims to be its writer', async () => {
    await box.send({ from: OLENA, subject: 'x', text: 'x' });
    expect(newest(SUPPORT.address).toString()).toContain('dmarc=pass header.from=akademia-jasna.test');
    await box.send({ from: OLENA, subject: 'x', text: 'x', isTrue: false });
    expect(newest(SUPPORT.address).toString()).toContain('dmarc=fail header.from=akademia-jasna.test');
  });

  it('says so when a program wrote it', async () => {
    await box.send({ from: OLENA, subject: 'Away', text: 'Away.', isAutomatic: true });
    expect((await readLetter(newest(SUPPORT.address), NOW)).automatic).toBe(true);
  });

  it.each(['en', 'pl', 'uk'] as const)('that is passed on still tells who wrote it, in %s', (language) => {
    const letter = {
      from: 'Jan Gruszka <jan@poczta.test>',
      to: OLENA.address,
      subject: 'Re: Pivot tables',
      text: 'Will there be pivot tables?',
      at: NOW,
    };
    const { subject, text } = handedOn(letter, '', language, PLACE);
    expect(subject).toBe('Fwd: Pivot tables');
    expect(readForward(subject, text)).toMatchObject({
      from: { address: 'jan@poczta.test' },
      text: 'Will there be pivot tables?',
    });
  });
});
