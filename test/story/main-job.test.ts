/**
 * The main job from end to end, with real mail: a participant writes by SMTP, and everything in between is the real
 * part. Dovecot keeps the mailboxes, OpenSMTPD carries the mail, the built script answers in the sheet.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../core/language';
import type { Mail } from '../../core/mail/mail';
import { instant, MS_PER_MINUTE, minutes, plus } from '../../core/time/instant';
import { SHEET_ID } from '../../core/workbook/columns';
import type { Row } from '../../core/workbook/rows';
import { createScriptHost } from '../../local-sheet/apps-script/host';
import type { ScriptHost, SheetUser } from '../../local-sheet/contract';
import { choiceLabel } from '../../sheet-templates/labels';
import { type Dovecot, startDovecot } from '../bench/dovecot';
import { type Opensmtpd, startOpensmtpd } from '../bench/opensmtpd';
import { until } from '../bench/until';
import { type BridgeBench, bridgeBench, SUPPORT, ZONE } from '../mail-bridge/support/bench';
import { header, lettersOf, writeToSupport } from '../mail-bridge/support/letters';
import { needs } from '../support/needs';

interface Question {
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** A word of the acknowledgement that only this language has. */
  readonly acknowledged: RegExp;
  readonly answer: string;
}

const QUESTIONS: Readonly<Record<Language, Question>> = {
  pl: {
    from: { name: 'Łucja Ćwik', address: 'lucja@poczta.test' },
    subject: 'Nie mogę się zalogować na szkolenie',
    text: 'Dzień dobry,\n\nlink z zaproszenia prosi o hasło, którego nie mam. Co mam zrobić?\n\nPozdrawiam\nŁucja',
    acknowledged: /dziękujemy za wiadomość/i,
    answer: 'Hasło wysłaliśmy wczoraj osobno. Proszę spróbować: jasna-2026.',
  },
  uk: {
    from: { name: 'Соломія Верба', address: 'solomiia@poshta.test' },
    subject: 'Не чути ведучого',
    text: 'Добрий день!\n\nПід час перевірки зв’язку я нічого не чула, хоча навушники працюють. Що мені перевірити?',
    acknowledged: /дякуємо за звернення/i,
    answer: 'Перевірте, будь ласка, який пристрій вибрано в налаштуваннях звуку.',
  },
  en: {
    from: { name: 'Alice Fernley', address: 'alice@northlight.test' },
    subject: 'Will there be a recording?',
    text: 'Hello,\n\nI have to leave half an hour early. Will there be a recording of the workshop?\n\nThank you',
    acknowledged: /Thank you for your message/i,
    answer: 'Yes, the recording will be on the materials page for thirty days.',
  },
};
const LANGUAGES = Object.keys(QUESTIONS) as Language[];
const LENA: SheetUser = { email: 'lena@firm.test', locale: 'pl' };
const THANKS = 'Udało się, dziękuję! Czy będzie nagranie?';

needs('dovecot', 'opensmtpd')('the main job, from a real mail to a reminder', () => {
  let dovecot: Dovecot;
  let smtp: Opensmtpd;
  let bench: BridgeBench;
  let script: ScriptHost;

  beforeAll(async () => {
    dovecot = await startDovecot({ users: [SUPPORT] });
    smtp = await startOpensmtpd({ deliverTo: dovecot });
    bench = await bridgeBench({
      imap: { port: dovecot.imapsPort, secure: true },
      smtp,
      language: 'pl',
      looks: true,
    });
    script = createScriptHost({
      bundle: builtScript(),
      service: bench.sheets,
      spreadsheetId: bench.spreadsheetId,
      clock: bench.clock,
      owner: LENA,
      timeZone: ZONE,
    });
  });
  afterAll(async () => {
    await bench?.close();
    await smtp?.stop();
    await dovecot?.stop();
  });

  const arrived = (address: string, count: number): Promise<Mail[]> =>
    until(
      () => lettersOf(dovecot, address),
      (mails) => mails.length >= count,
    );
  /** What a person of the firm wrote to them. Mails of one second lie in the Maildir in any order. */
  const answerTo = async (address: string): Promise<Mail> => {
    const byPeople = (mails: readonly Mail[]) =>
      mails.filter((mail) => header(mail, 'auto-submitted') === null);
    const [answer] = await until(
      async () => byPeople(await lettersOf(dovecot, address)),
      (mails) => mails.length === 1,
    );
    if (!answer) throw new Error('no answer');
    return answer;
  };
  const ticketOf = async (address: string): Promise<Row<'tickets'>> =>
    (await bench.row('tickets', (row) => row.requester_email === address)).row;
  const bridgeAndTick = async (): Promise<void> => {
    await bench.once();
    script.run('tick');
  };

  it('turns a mail of each language into a ticket with its conversation', async () => {
    for (const language of LANGUAGES) await writeToSupport(smtp, QUESTIONS[language]);
    await arrived(SUPPORT, 3);
    await bridgeAndTick();
    for (const language of LANGUAGES) {
      const { from, subject } = QUESTIONS[language];
      const ticket = await ticketOf(from.address);
      expect(ticket).toMatchObject({
        subject,
        requester_name: from.name,
        language,
        status: 'new',
        message_count: 1,
      });
      expect(ticket.first_due).not.toBeNull();
      const { row: message } = await bench.row('messages', (row) => row.ticket_id === ticket.id);
      expect(message).toMatchObject({ direction: 'in', subject, class: 'human' });
    }
    const [day] = await bench.rows('intake');
    expect(day).toMatchObject({ mailbox: 3, new_ticket: 3, difference: 0 });
  });

  it.each(LANGUAGES)(
    'acknowledges it in %s, in thread, and says that a program wrote it',
    async (language) => {
      const { from, acknowledged } = QUESTIONS[language];
      const ticket = await ticketOf(from.address);
      const [receipt] = await arrived(from.address, 1);
      const { row: question } = await bench.row(
        'messages',
        (row) => row.ticket_id === ticket.id && row.direction === 'in',
      );
      if (!receipt) throw new Error('no acknowledgement');
      expect(receipt.text).toMatch(acknowledged);
      expect(receipt.text).toContain(ticket.id);
      expect(header(receipt, 'content-language')).toBe(language);
      expect(header(receipt, 'auto-submitted')).toBe('auto-replied');
      expect(header(receipt, 'x-auto-response-suppress')).toContain('AutoReply');
      expect(receipt.inReplyTo).toBe(question.message_id);
      expect(receipt.references).toContain(question.message_id);
    },
  );

  it('carries the answer from the sidebar to the participant, in thread', async () => {
    for (const language of LANGUAGES) {
      const { from, answer } = QUESTIONS[language];
      answerFromSidebar(script, (await ticketOf(from.address)).id, answer);
    }
    await bridgeAndTick();
    for (const language of LANGUAGES) {
      const { from, answer, subject } = QUESTIONS[language];
      const ticket = await ticketOf(from.address);
      const { row: question } = await bench.row(
        'messages',
        (row) => row.ticket_id === ticket.id && row.direction === 'in',
      );
      const letter = await answerTo(from.address);
      expect(letter.text).toContain(answer);
      expect(letter.subject).toContain(subject);
      expect(letter.subject).toContain(ticket.id);
      expect(letter.inReplyTo).toBe(question.message_id);
      expect(letter.references[0]).toBe(question.message_id);
      expect(ticket).toMatchObject({ status: 'waiting_participant', sla_state: 'paused', message_count: 2 });
      expect(ticket.first_answer_at).not.toBeNull();
    }
  });

  it('keeps exactly one copy of each mail among the sent ones', async () => {
    const copies = await lettersOf(dovecot, SUPPORT, 'Sent');
    expect(copies).toHaveLength(6);
    expect(new Set(copies.map(({ messageId }) => messageId)).size).toBe(6);
  });

  it('brings the answer to the answer back to the same ticket, without what it quotes', async () => {
    const { from } = QUESTIONS.pl;
    const before = await ticketOf(from.address);
    const letter = await answerTo(from.address);
    // Mail servers stamp whole seconds: an answer within the same second would look older than what it answers.
    const answered = Date.now();
    await until(Date.now, (now) => now > answered + 1_000);
    await writeToSupport(smtp, { from, subject: `Re: ${letter.subject}`, text: THANKS, answers: letter });
    await arrived(SUPPORT, 4);
    await bridgeAndTick();
    const after = await ticketOf(from.address);
    expect(after).toMatchObject({ id: before.id, status: 'open', message_count: 3, excerpt: THANKS });
    expect(after.next_due).not.toBeNull();
    expect(after.next_due).not.toBe(before.next_due);
    const conversation = (await bench.rows('messages')).filter((row) => row.ticket_id === before.id);
    expect(conversation.map(({ direction }) => direction)).toEqual(['in', 'out', 'in']);
    expect(conversation[2]?.text).toBe(THANKS);
    expect(conversation[2]?.full_text).toContain('> ');
    expect(await bench.rows('tickets')).toHaveLength(3);
  });

  it('is counted in the pivot that a manager sees, and the chart shows that pivot', () => {
    const { valueRanges } = bench.sheets.values.batchGetByDataFilter(bench.spreadsheetId, {
      dataFilters: [{ gridRange: { sheetId: SHEET_ID.dashboard } }],
    });
    const shown = valueRanges?.[0]?.valueRange?.values ?? [];
    const count = (status: 'open' | 'waiting_participant') =>
      shown.find(([label]) => label === choiceLabel('status', status, 'pl'))?.[1];
    expect(Number(count('open'))).toBe(1);
    expect(Number(count('waiting_participant'))).toBe(2);

    const { sheets = [] } = bench.sheets.get(bench.spreadsheetId, { fields: 'sheets(properties,charts)' });
    const dashboard = sheets.find(({ properties }) => properties?.sheetId === SHEET_ID.dashboard);
    const spec = dashboard?.charts?.[0]?.spec?.basicChart;
    const source = spec?.domains?.[0]?.domain?.sourceRange?.sources?.[0];
    const first = source?.startRowIndex ?? 0;
    const rows = shown.slice(first, source?.endRowIndex ?? 0).map(([label]) => label);
    expect(rows).toContain(choiceLabel('status', 'open', 'pl'));
    expect(source?.sheetId).toBe(SHEET_ID.dashboard);
    expect(spec?.series).toHaveLength(1);
  });

  it('reminds the participants of tomorrow’s session once, however far the clock moves', async () => {
    await enrolForTomorrow(bench);
    const reminders = async () =>
      (await Promise.all(LANGUAGES.map((language) => lettersOf(dovecot, QUESTIONS[language].from.address))))
        .flat()
        .filter((mail) => header(mail, 'auto-submitted') === 'auto-generated');
    await bench.once();
    expect((await bench.rows('outbox')).filter(({ kind }) => kind === 'reminder')).toEqual([]);

    bench.clock.advance(61);
    await bench.once();
    const first = await until(reminders, (mails) => mails.length >= 3);
    expect(first.map((mail) => header(mail, 'content-language')).sort()).toEqual(['en', 'pl', 'uk']);
    for (const mail of first) expect(mail.text).toContain('https://spotkania.firm.test/jutro');

    bench.clock.advance(60);
    await bench.once();
    bench.clock.advance(48 * 60);
    await bench.once();
    const rows = (await bench.rows('outbox')).filter(({ kind }) => kind === 'reminder');
    expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    // Another mail by the same road arrives after whatever a second reminder would have been.
    const { from } = QUESTIONS.en;
    await writeToSupport(smtp, { from, subject: 'One more thing', text: 'Is there a car park?' });
    await arrived(SUPPORT, 5);
    expect(await reminders()).toHaveLength(3);
  });
});

/** One step of the ladder, a day before, at any hour: what the test sees does not depend on the time it runs at. */
async function enrolForTomorrow(bench: BridgeBench): Promise<void> {
  for (const step of ['3d', '2h']) {
    await bench.edit('reminders', (row) => row.step === step, { enabled: false });
  }
  await bench.edit('reminders', (row) => row.step === '1d', { at_night: true });
  // Cells keep seconds: a start between two of them would not be the same when read back.
  const minute = instant(Math.ceil(bench.clock.now() / MS_PER_MINUTE) * MS_PER_MINUTE);
  const startsAt = plus(minute, minutes(25 * 60));
  await bench.append('sessions', [
    {
      id: 'S-1',
      course: 'Excel bez stresu',
      starts_at: startsAt,
      ends_at: plus(startsAt, minutes(120)),
      link: 'https://spotkania.firm.test/jutro',
      audience: 'any',
      language: 'pl',
      state: 'planned',
    },
  ]);
  await bench.append(
    'participants',
    LANGUAGES.map((language) => {
      const { name, address } = QUESTIONS[language].from;
      return { session_id: 'S-1', name, email: address, language, state: 'active', reminders: 'yes' };
    }),
  );
}

function answerFromSidebar(script: ScriptHost, ticketId: string, text: string): void {
  const request = {
    action: 'queueReply',
    key: createHash('md5').update(ticketId).digest('hex'),
    ticketId,
    text,
    template: '',
    resolve: false,
  };
  const selection = { sheetId: SHEET_ID.tickets, row: 3, column: 1 };
  const { returned } = script.runFromPage(LENA, 'sidebarCall', [request], selection);
  expect(returned).toMatchObject({ ok: true });
}

/** The project as it is uploaded. */
function builtScript() {
  const file = (name: string) =>
    readFileSync(join(__dirname, '..', '..', 'dist', 'apps-script', name), 'utf8');
  return {
    code: file('Code.js'),
    htmlFiles: { Sidebar: file('Sidebar.html') },
    manifest: JSON.parse(file('appsscript.json')) as object,
  };
}
