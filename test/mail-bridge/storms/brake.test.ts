/** The brake on automatic answers: when it trips, who hears of it, what goes on, and how a person releases it. */

import type { Language } from '../../../core/language';
import { SHEET_ID } from '../../../core/workbook/columns';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { UnclearWrite } from '../../../mail-bridge/sheets/sheets-client';
import { needs } from '../../support/needs';
import { type DeskBench, desks } from '../support/desks';
import { header, letter } from '../support/letters';
import { person, sessionFirm } from '../support/session-firm';
import { brakeLines, deleteBrakeLine, flood, mailsTo } from './storm-desk';

const PARTICIPANTS = /@firm-\d+\.test$/;
const MANAGERS = /@managers\.test$/;
const DAY = 24 * 60;
/** Filing a copy of each by IMAP takes longer than sending it, and is not what these tests are about. */
const COPIES = { sentCopies: 'provider' } as const;

needs('dovecot')('the brake on automatic answers', () => {
  const firms = desks();

  /** A desk with managers of three languages on which the brake has just tripped. */
  async function braked(language: Language = 'en'): Promise<DeskBench> {
    const bench = await firms.open({ language, config: COPIES });
    await bench.append('team', [
      { name: 'Mia', email: 'mia@managers.test', role: 'manager', languages: ['en'], active: true },
      { name: 'Maria', email: 'maria@managers.test', role: 'manager', languages: ['pl'], active: true },
      { name: 'Myroslava', email: 'mira@managers.test', role: 'admin', languages: ['uk'], active: true },
      { name: 'Sam', email: 'sam@support.test', role: 'support', active: true },
      { name: 'Left', email: 'left@managers.test', role: 'manager', active: false },
      // An alert to the mailbox itself would come back as a question to support.
      { name: 'Desk', email: bench.address, role: 'manager', active: true },
    ]);
    await flood(bench, 101);
    await bench.once();
    return bench;
  }

  it('does not trip at the hundredth answer within an hour, but at the next one, over a restart too', async () => {
    const bench = await firms.open({ config: COPIES });
    await flood(bench, 60);
    await bench.once();
    await flood(bench, 40, 60);
    await bench.once();
    expect(mailsTo(bench, PARTICIPANTS)).toHaveLength(100);
    expect(await brakeLines(bench)).toEqual([]);
    await flood(bench, 1, 100);
    await bench.once();
    expect(mailsTo(bench, PARTICIPANTS)).toHaveLength(100);
    expect(await brakeLines(bench)).toHaveLength(1);
  });

  it('trips at the hundred-and-first: every mail has its row, and no automatic answer goes out; it tells each active manager and administrator once, in their language, and the Problems tab in the firm’s', async () => {
    const bench = await braked('uk');
    expect(await bench.rows('messages')).toHaveLength(101);
    expect(await bench.rows('tickets')).toHaveLength(101);
    expect((await bench.rows('intake'))[0]).toMatchObject({ mailbox: 101, new_ticket: 101, difference: 0 });
    expect(mailsTo(bench, PARTICIPANTS)).toEqual([]);
    const asked = (await bench.rows('outbox')).filter(({ kind }) => kind === 'acknowledgement');
    expect(asked).toHaveLength(100);
    expect(new Set(asked.map(({ state }) => state))).toEqual(new Set(['queued']));
    for (let round = 0; round < 3; round += 1) {
      await bench.once();
      bench.clock.advance(60);
    }
    const letters = await Promise.all(bench.smtp.mails.map(({ raw }) => readMail(raw)));
    const said = letters.map((mail) => [mail.to[0]?.address, mail.subject]);
    expect(said.sort()).toEqual([
      ['maria@managers.test', 'Automatyczne odpowiedzi są wstrzymane'],
      ['mia@managers.test', 'Automatic answers have been stopped'],
      ['mira@managers.test', 'Автоматичні відповіді зупинено'],
    ]);
    for (const mail of letters) {
      expect(mail.text).toContain('100');
      expect(header(mail, 'auto-submitted')).toBe('auto-generated');
      expect(mail.references).toEqual([]);
    }
    const alerts = (await bench.rows('outbox')).filter(({ kind }) => kind === 'alert');
    expect(new Set(alerts.map(({ state }) => state))).toEqual(new Set(['sent']));
    expect(alerts).toHaveLength(3);
    const lines = await brakeLines(bench);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.key).toMatch(/^brake:\d{4}-\d\d-\d\dT\d\d:\d\d$/);
    expect(lines[0]?.what).toMatch(/^Автоматичні відповіді зупинено/);
    expect(lines[0]?.todo).toContain('видаліть цей рядок');
  });

  it('stays on over restarts and days, and nobody new is answered', async () => {
    const bench = await braked();
    for (let day = 0; day < 3; day += 1) {
      bench.clock.advance(DAY);
      await flood(bench, 2, 200 + 2 * day);
      await bench.once();
    }
    expect(await bench.rows('tickets')).toHaveLength(107);
    expect(mailsTo(bench, PARTICIPANTS)).toEqual([]);
    expect(await brakeLines(bench)).toHaveLength(1);
  });

  it('lets answers of people, reminders and alerts go on', async () => {
    const bench = await sessionFirm(firms, { people: [person('ola')], config: COPIES });
    await flood(bench, 101);
    const running = await bench.open();
    const mailbox = await running.connect();
    await running.spool(mailbox, true, () => undefined);
    await running.takeIn(false);
    expect(running.state.brake.state().state).toBe('tripped');
    const { row: ticket } = await bench.row('tickets', ({ subject }) => subject === 'Question 7');
    await bench.append('outbox', [
      {
        key: 'reply:by-hand',
        kind: 'reply',
        ticket_id: ticket.id,
        to: ticket.requester_email,
        subject: `Re: ${ticket.subject}`,
        body: 'Press the green button.',
        language: 'en',
        created_by: 'Sam',
        state: 'queued',
      },
    ]);
    await running.round();
    // What the brake holds back must not wake the bridge again and again.
    expect(running.nextDepartureIn()).toBeNull();
    await running.close();
    expect(bench.recipients()).toEqual(['ola@people.test', 'person@firm-7.test']);
  });

  it('is released by deleting the line: what waited goes out, and the cap counts anew', async () => {
    const bench = await braked();
    await deleteBrakeLine(bench);
    await bench.once();
    await bench.once();
    expect(mailsTo(bench, PARTICIPANTS)).toHaveLength(100);
    expect(await brakeLines(bench)).toEqual([]);
    await flood(bench, 1, 300);
    await bench.once();
    expect(mailsTo(bench, /@firm-300\.test$/)).toHaveLength(1);
    expect(mailsTo(bench, MANAGERS)).toHaveLength(3);
  });

  it('is not released by sorting the tab, nor by lines that come and go beside it, but by emptying the line', async () => {
    const bench = await braked();
    await bench.append('problems', [{ key: 'other:1', what: 'Another thing.', todo: 'Mend it.' }]);
    await bench.once();
    const { rowIndex } = await bench.row('problems', ({ key }) => key.startsWith('brake:'));
    bench.sheets.batchUpdate(bench.spreadsheetId, {
      requests: [
        {
          moveDimension: {
            source: {
              sheetId: SHEET_ID.problems,
              dimension: 'ROWS',
              startIndex: rowIndex,
              endIndex: rowIndex + 1,
            },
            destinationIndex: rowIndex + 2,
          },
        },
      ],
    });
    await bench.once();
    expect(mailsTo(bench, PARTICIPANTS)).toEqual([]);
    expect(await brakeLines(bench)).toHaveLength(1);
    const nothing = { at: null, what: '', todo: '', tab: '' };
    await bench.edit('problems', ({ key }) => key.startsWith('brake:'), nothing);
    const running = await bench.open();
    expect(running.state.brake.state().state).toBe('told');
    await running.round();
    expect(running.state.brake.state().state).toBe('released');
    expect(running.nextDepartureIn()).toBe(0);
    await running.close();
  });

  it('answers that waited behind it for more than a day are not sent any more, and their rows say so; it trips again, with mails and a line of its own, when the storm goes on', async () => {
    const bench = await braked();
    bench.clock.advance(DAY + 1);
    await deleteBrakeLine(bench);
    await bench.once();
    await bench.once();
    expect(mailsTo(bench, PARTICIPANTS)).toEqual([]);
    const asked = (await bench.rows('outbox')).filter(({ kind }) => kind === 'acknowledgement');
    expect(new Set(asked.map(({ state }) => state))).toEqual(new Set(['cancelled']));
    expect(asked[0]?.answer).toBe('It waited behind the brake for too long.');
    await flood(bench, 101, 400);
    await bench.once();
    expect(mailsTo(bench, MANAGERS)).toHaveLength(6);
    expect(mailsTo(bench, PARTICIPANTS)).toEqual([]);
    expect(await brakeLines(bench)).toHaveLength(1);
    expect(await bench.rows('tickets')).toHaveLength(202);
  });

  it('a write of the line of which nobody knows whether it happened makes neither two lines nor a release', async () => {
    const bench = await firms.open();
    await flood(bench, 101);
    const running = await bench.open();
    const mailbox = await running.connect();
    await running.spool(mailbox, true, () => undefined);
    await running.takeIn(false);
    bench.api.faults.add({ kind: 'cut-after-commit' }, { times: 1, only: 'write' });
    await expect(running.sendAndShow()).rejects.toThrow(UnclearWrite);
    expect(await brakeLines(bench)).toHaveLength(1);
    expect(running.state.brake.state().state).toBe('tripped');
    await running.round();
    expect(running.state.brake.state().state).toBe('told');
    await running.close();
    expect(await brakeLines(bench)).toHaveLength(1);
    await bench.once();
    expect(mailsTo(bench, PARTICIPANTS)).toEqual([]);
  });

  it('fifty mails of one person within ten minutes: all rows are there, and three are acknowledged', async () => {
    const bench = await firms.open();
    for (let count = 0; count < 50; count += 1) {
      await bench.deliver(
        letter({
          from: 'ola@people.test',
          subject: `Matter ${count}`,
          text: `The ${count}th thing is broken.`,
        }),
      );
      if (count % 10 !== 9) continue;
      await bench.once();
      bench.clock.advance(2);
    }
    expect(await bench.rows('tickets')).toHaveLength(50);
    expect(bench.smtp.mails).toHaveLength(3);
    expect(new Set((await bench.rows('outbox')).map(({ ticket_id }) => ticket_id)).size).toBe(3);
    expect(await brakeLines(bench)).toEqual([]);
  });
});
