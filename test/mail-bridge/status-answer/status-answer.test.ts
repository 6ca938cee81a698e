/** Who asks by mail how their tickets stand is answered from the rows; everybody else is read by a person. */

import { LANGUAGES, type Language } from '../../../core/language';
import { readSignedMessageId, signReplyAddress } from '../../../core/mail/signed-id';
import { isAutomaticAnswer } from '../../../core/outbox/brake';
import { AUTOMATIC } from '../../../core/outbox/outgoing-mail';
import { firmInLetters } from '../../../sheet-templates/firm-in-letters';
import { context, templateRow } from '../outbox/letter-firm';
import {
  ANNAS,
  ANNAS_CLOSED,
  ANNAS_OTHER,
  ago,
  askedDesk,
  BENS,
  type Desk,
  keys,
  ROOT,
  ROWS,
  SUPPORT,
  tidy,
  type Written,
  written,
} from './asked-desk';

afterAll(tidy);

const letterTo = async (mail: Written, desk: Desk = {}) => {
  const answered = await askedDesk(desk).arrives(written(mail));
  if (answered === null) throw new Error('nobody was answered');
  return answered.letter;
};

const listed = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('- T-'));
const REPLY = [`In-Reply-To: ${ROOT}`, `References: ${ROOT}`];

describe('the letter', () => {
  test('lists every open ticket of the sender in a line of its own, the latest first', async () => {
    expect(listed((await letterTo({})).text)).toEqual([
      '- T-ABCDE „Faktura”: W toku. Otrzymane: 21.11.2026.',
      '- T-7K3Q9 „Hasło wygasło”: Czeka na Twoją odpowiedź. Otrzymane: 12.11.2026, ostatnia odpowiedź: 20.11.2026.',
    ]);
  });

  test.each<[string, Written, readonly string[]]>([
    ['one that is named', { subject: `Status ${ANNAS_OTHER}?` }, [ANNAS_OTHER]],
    ['one that is closed, where it is named', { subject: `stan ${ANNAS_CLOSED}` }, [ANNAS_CLOSED]],
    ['two that are named', { subject: 'status', text: `${ANNAS}, ${ANNAS_CLOSED}` }, [ANNAS, ANNAS_CLOSED]],
    ['that of the conversation', { subject: 'Re: Hasło wygasło', text: 'status?', headers: REPLY }, [ANNAS]],
    ['that of the token in the subject', { subject: `Re: Hasło [#${ANNAS}]`, text: 'Jaki stan?' }, [ANNAS]],
    ['one’s own, not the others that are named', { subject: `status ${BENS} ${ANNAS}` }, [ANNAS]],
  ])('tells of %s', async (_, mail, ids) => {
    const lines = listed((await letterTo(mail)).text);
    expect(lines.map((line) => line.slice(2, 9))).toEqual(ids);
  });

  test('says kindly that nothing is open', async () => {
    const { text, ticketId } = await letterTo({ from: 'new@client.test' });
    expect(text).toContain('We have no open request from this address.');
    expect(ticketId).toBeNull();
  });

  test('goes to the From address alone, whatever Reply-To and Cc say', async () => {
    const headers = ['Reply-To: eve@evil.test', 'Cc: Carol <carol@client.test>'];
    const { to, cc, fromName } = await letterTo({ headers });
    expect({ to, cc, fromName }).toEqual({ to: 'anna@client.test', cc: [], fromName: '' });
  });

  test('stands in the thread of the question', async () => {
    const { inReplyTo, references } = await letterTo({});
    expect({ inReplyTo, references }).toEqual({
      inReplyTo: '<wish@client.test>',
      references: ['<wish@client.test>'],
    });
  });

  test('is one and the same however often the mail is planned', async () => {
    const [once, again] = [await letterTo({}), await letterTo({})];
    expect(again).toEqual(once);
    expect(once.key).toBe('status:in:f00dfeedf00dfeedf00dfeed');
  });

  test('is an automatic answer to the caps, the brake and the reader’s mail server', async () => {
    const letter = await letterTo({});
    expect(isAutomaticAnswer(letter)).toBe(true);
    expect(AUTOMATIC[letter.kind]).toBe('auto-replied');
  });

  test('about one ticket leads answers into it, and about several into none', async () => {
    const one = await letterTo({ subject: `status ${ANNAS}` });
    expect(readSignedMessageId(one.messageId, keys)).toBe(ANNAS);
    expect(one.ticketId).toBe(ANNAS);
    expect(one.subject).toBe(`Stan Twoich zgłoszeń [#${ANNAS}]`);
    const several = await letterTo({});
    expect(readSignedMessageId(several.messageId, keys)).toBeNull();
    expect(several.ticketId).toBeNull();
    expect(several.subject).toBe('Stan Twoich zgłoszeń');
  });

  test('names the firm’s own text where there is one, and the starter text where that is broken', async () => {
    const own = templateRow({
      key: 'status_answer',
      language: 'pl',
      subject: 'Stan',
      body: '{{ desk.list }}',
    });
    expect((await letterTo({}, { templates: [own] })).text).toMatch(/^- T-ABCDE[\s\S]*2026\.$/);
    const broken = { ...own, body: '{% if' };
    expect((await letterTo({}, { templates: [broken] })).text).toContain('oto stan Twoich zgłoszeń');
  });

  test('is plain for people who told us of their needs', async () => {
    const participants = [{ email: 'anna@client.test', needs: 'screen reader' }];
    expect((await letterTo({}, { participants })).plainOnly).toBe(true);
    expect((await letterTo({})).plainOnly).toBe(false);
  });

  test('cuts a long subject, and puts one with line ends in one line', async () => {
    const subject = `Fwd: Re: ${'very '.repeat(40)}\n-- \nlong`;
    const { arrives } = askedDesk({
      rows: ROWS.filter(({ id }) => id === ANNAS).map((row) => ({ ...row, subject })),
    });
    const lines = listed((await arrives(written()))?.letter.text ?? '');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/ „(very ){15}very…”: /);
  });
});

describe('the language of the letter', () => {
  const heading: Readonly<Record<Language, string>> = {
    en: 'This is how your requests stand:',
    pl: 'oto stan Twoich zgłoszeń:',
    uk: 'Ось стан ваших звернень:',
  };
  const OKSANA = 'Oksana <oksana@client.test>';

  test.each<[string, Written, Desk, Language]>([
    ['that of the roster', {}, { participants: [{ email: 'Anna@client.test', language: 'uk' }] }, 'uk'],
    ['else that of the ticket', { from: OKSANA }, {}, 'uk'],
    ['else that of the ticket, whatever the words', { from: OKSANA, subject: 'stan' }, {}, 'uk'],
  ])('is %s', async (_, mail, desk, language) => {
    expect((await letterTo(mail, desk)).text).toContain(heading[language]);
  });

  test.each<[string, Written, RegExp]>([
    ['else that of a word that asks', { subject: 'stan' }, /nie ma u nas żadnego otwartego zgłoszenia/],
    ['else that of the text', { text: 'Доброго дня!' }, /немає жодного відкритого звернення/],
    ['else the firm’s', {}, /We have no open request/],
  ])('is %s', async (_, mail, said) => {
    expect((await letterTo({ from: 'new@client.test', ...mail })).text).toMatch(said);
  });

  test.each<[Language, string, string]>([
    ['en', '“Не можу увійти”: On hold. Received: 18 Nov 2026.', 'How your requests stand'],
    ['pl', '„Не можу увійти”: Odłożone. Otrzymane: 18.11.2026.', 'Stan Twoich zgłoszeń'],
    ['uk', '«Не можу увійти»: Відкладено. Отримано: 18.11.2026.', 'Стан ваших звернень'],
  ])('gives the words of %s to status, days and quotes', async (language, line, subject) => {
    const participants = [{ email: 'oksana@client.test', language }];
    const letter = await letterTo({ from: OKSANA }, { participants });
    expect(listed(letter.text)).toEqual([`- T-66666 ${line}`]);
    expect(letter.subject).toBe(`${subject} [#T-66666]`);
  });
});

describe('mails as people write them', () => {
  test.each<[string, Written]>([
    ['a subject and nothing else', { subject: 'Status' }],
    ['from a phone', { subject: 'status', text: 'Sent from my iPhone' }],
    ['with a card below', { subject: 'Status?', text: 'Hello,\n\n-- \nAnna Nowak\nAcme Ltd' }],
    [
      'in Polish',
      { subject: 'stan zgłoszenia', text: 'Dzień dobry,\n\nproszę o informację.\n\nPozdrawiam\nAnna Nowak' },
    ],
    ['in Ukrainian', { subject: 'Статус мого звернення?', text: 'Дякую' }],
    ['with encoded words', { subject: `=?utf-8?B?${Buffer.from('Стан заявки').toString('base64')}?=` }],
    [
      'above a quoted answer of ours',
      {
        subject: 'Odp: Hasło wygasło',
        text: 'stan?\n\nW dniu pt., 20 lis 2026 o 10:00 Akademia Jasna <pomoc@akademia-jasna.test> napisał(a):\n> Proszę spróbować jeszcze raz.',
        headers: REPLY,
      },
    ],
  ])('%s', async (_, mail) => {
    expect(await askedDesk().arrives(written(mail))).not.toBeNull();
  });

  test.each(LANGUAGES)('the link in our letters of %s', async (language) => {
    const { settings, hours } = context().facts;
    const link = firmInLetters(settings, hours, language, SUPPORT).status_mailto;
    const [, to = '', subject = ''] = /^mailto:([^?]+)\?subject=(.+)$/.exec(link) ?? [];
    expect(decodeURIComponent(to)).toBe(SUPPORT);
    const answered = await askedDesk().arrives(written({ subject: decodeURIComponent(subject) }));
    expect(listed(answered?.letter.text ?? '')).toHaveLength(2);
  });
});

describe('the mail is kept', () => {
  test.each<[string, Written, string | null]>([
    ['with the ticket that it was written in', { subject: 'Re: x', text: 'status?', headers: REPLY }, ANNAS],
    ['with the ticket that it names', { subject: `status ${ANNAS}` }, ANNAS],
    ['with no ticket, where it is about all', {}, null],
    [
      'with no ticket whose number nothing proves to be the sender’s',
      { subject: `[#${ANNAS}] status`, dmarc: null },
      null,
    ],
  ])('%s', async (_, mail, ticketId) => {
    expect(await askedDesk().arrives(written(mail))).toMatchObject({ ticketId });
  });
});

describe('a person reads, and nobody is answered', () => {
  const outOfOffice = ['Auto-Submitted: auto-replied'];
  test.each<[string, Written, Desk?]>([
    [
      'somebody in Cc who asks in the conversation',
      { from: 'carol@client.test', subject: 'Re: x', text: 'status?', headers: REPLY },
    ],
    ['somebody in Cc who names the number', { from: 'carol@client.test', subject: `[#${ANNAS}] status` }],
    [
      'somebody in Cc who asks in another’s conversation',
      { subject: 'Re: x', text: 'status?', headers: ['In-Reply-To: <bens@client.test>'] },
    ],
    ['a stranger who names the number', { from: 'eve@evil.test', subject: `status ${ANNAS}` }],
    [
      'a stranger with a signed address of ours',
      { from: 'eve@evil.test', to: signReplyAddress(SUPPORT, ANNAS, keys) },
    ],
    [
      'one’s own tickets asked for at another’s signed address',
      { to: signReplyAddress(SUPPORT, 'T-99999' as typeof ANNAS, keys) },
    ],
    ['the number of somebody else', { subject: `status ${BENS}` }],
    ['a forged sender', { dmarc: 'fail' }],
    [
      'a forged sender in the conversation',
      { dmarc: 'fail', subject: 'Re: x', text: 'status?', headers: REPLY },
    ],
    ['two senders', { from: 'anna@client.test, eve@evil.test', dmarc: null }],
    ['a colleague', { from: 'Ewa <ewa@akademia-jasna.test>' }],
    ['somebody who claims to be a colleague', { from: 'Ewa <ewa@akademia-jasna.test>', dmarc: null }],
    ['our own address', { from: SUPPORT }],
    ['an out-of-office', { headers: outOfOffice }],
    ['a robot’s address', { from: 'noreply@client.test' }],
    ['a mailing list', { headers: ['List-Id: <all.client.test>'] }],
    [
      'a question to others that we were copied in on',
      { to: 'ben@client.test', headers: [`Cc: ${SUPPORT}`] },
    ],
    ['a mail with more to say', { text: 'I still cannot log in and the course begins at ten.' }],
    ['everybody while the brake is on', {}, { settings: { brake: true } }],
    ['thanks for the status', { subject: 'Re: status', text: 'Dziękuję!' }],
  ])('%s', async (_, mail, desk = {}) => {
    expect(await askedDesk(desk).arrives(written(mail))).toBeNull();
  });

  test('a question of the day before yesterday', async () => {
    expect(await askedDesk().arrives(written(), ago(2))).toBeNull();
  });

  test('a robot that asks and asks: three answers, then silence', async () => {
    const desk = askedDesk();
    const answered: boolean[] = [];
    for (let hour = 0; hour < 6; hour += 1) {
      answered.push((await desk.arrives(written())) !== null);
      desk.advance(61);
    }
    expect(answered).toEqual([true, true, true, false, false, false]);
  });
});

describe('whoever borrows an address', () => {
  test.each<[string, Written, Desk]>([
    ['and nobody vouches for it', { dmarc: null }, {}],
    ['and there is no server that could', { dmarc: 'pass' }, { authservId: undefined }],
  ])('makes us write to its owner, but nothing of what he wrote there: %s', async (_, mail, desk) => {
    const { to, text } = await letterTo(mail, desk);
    expect(to).toBe('anna@client.test');
    expect(listed(text)).toEqual([
      '- T-ABCDE: W toku. Otrzymane: 21.11.2026.',
      '- T-7K3Q9: Czeka na Twoją odpowiedź. Otrzymane: 12.11.2026, ostatnia odpowiedź: 20.11.2026.',
    ]);
  });

  test('a signature of ours is as good as a server’s word', async () => {
    const to = signReplyAddress(SUPPORT, ANNAS, keys);
    expect(listed((await letterTo({ to, dmarc: null })).text)).toEqual([
      expect.stringContaining('„Hasło wygasło”'),
    ]);
  });
});

describe('the Tickets tab', () => {
  test('is not read for a mail that asks nothing of the kind', async () => {
    const desk = askedDesk();
    await desk.arrives(written({ subject: 'Login', text: 'I cannot log in.' }));
    await desk.arrives(written({ dmarc: 'fail' }));
    expect(desk.readings()).toBe(0);
  });

  test('is read once for one that does', async () => {
    const desk = askedDesk();
    await desk.arrives(written());
    expect(desk.readings()).toBe(1);
  });
});
