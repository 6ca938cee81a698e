/** People work in the Sheet while the bridge does: they sort, delete, move columns and add their own. */
import { formatSeen } from '../../../core/ticket/seen';
import { type ColumnKey, FIRST_DATA_ROW, SHEET_ID, type TableKey } from '../../../core/workbook/columns';
import type { FullSheetsService } from '../../../local-sheet/api/service';
import type { LocalSheets } from '../../../local-sheet/storage/open';
import { needs } from '../../support/needs';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';

/** What the tracker writes beside a merge that it accepts. */
const acceptedInto = (id: string) =>
  formatSeen({
    assignee: '',
    priority: '',
    category: '',
    tags: '',
    language: '',
    hold_until: '',
    parent: '',
    merged_into: id,
  });
const NAMES = ['anna', 'bartek', 'celina'] as const;

needs('dovecot')('people who edit the Sheet', () => {
  const firms = desks();
  const question = (name: string) =>
    letter({
      from: `${name}@people.test`,
      subject: `Question of ${name}`,
      text: `It is ${name}.`,
      messageId: `<${name}@people.test>`,
    });
  const answer = (name: string, text: string) =>
    letter({
      from: `${name}@people.test`,
      subject: `Re: Question of ${name}`,
      text,
      headers: [`In-Reply-To: <${name}@people.test>`],
    });
  async function withThreeTickets(between?: (sheets: LocalSheets) => FullSheetsService): Promise<DeskBench> {
    const bench = await firms.open(between ? { between } : {});
    for (const name of NAMES) await bench.deliver(question(name));
    await bench.once();
    return bench;
  }
  const person = (bench: DeskBench, ...requests: object[]) =>
    bench.sheets.batchUpdate(bench.spreadsheetId, { requests });
  async function columnOf<T extends TableKey>(
    bench: DeskBench,
    table: T,
    key: ColumnKey<T>,
  ): Promise<number> {
    const { layout } = (await bench.desk.read([table]))[table];
    const place = layout.columns.get(key);
    if (place === undefined) throw new Error(`${table} has no column ${key}`);
    return place;
  }
  const ticketOf = async (bench: DeskBench, name: string) =>
    (await bench.row('tickets', (row) => row.requester_email === `${name}@people.test`)).row;

  it('who sort the tickets between its reading and its writing: no ticket gets another’s cells for good', async () => {
    let sort: (() => void) | null = null;
    const bench = await withThreeTickets((sheets) => ({
      ...sheets,
      batchUpdate(id, body) {
        sort?.();
        sort = null;
        return sheets.batchUpdate(id, body);
      },
    }));
    const dimensionIndex = await columnOf(bench, 'tickets', 'requester_email');
    const range = { sheetId: SHEET_ID.tickets, startRowIndex: FIRST_DATA_ROW };
    person(bench, { sortRange: { range, sortSpecs: [{ dimensionIndex, sortOrder: 'ASCENDING' }] } });
    await bench.deliver(answer('anna', 'I have tried it again.'));
    sort = () => {
      person(bench, { sortRange: { range, sortSpecs: [{ dimensionIndex, sortOrder: 'DESCENDING' }] } });
    };
    await bench.once();
    await bench.once();
    expect(await ticketOf(bench, 'anna')).toMatchObject({
      excerpt: 'I have tried it again.',
      message_count: 2,
    });
    expect(await ticketOf(bench, 'bartek')).toMatchObject({ excerpt: 'It is bartek.', message_count: 1 });
    expect(await ticketOf(bench, 'celina')).toMatchObject({ excerpt: 'It is celina.', message_count: 1 });
  });

  it('who delete a ticket’s row: an answer brings it back, and the Problems tab says so', async () => {
    const bench = await withThreeTickets();
    const { rowIndex, row } = await bench.row(
      'tickets',
      ({ requester_email }) => requester_email === 'bartek@people.test',
    );
    person(bench, {
      deleteDimension: {
        range: { sheetId: SHEET_ID.tickets, dimension: 'ROWS', startIndex: rowIndex, endIndex: rowIndex + 1 },
      },
    });
    await bench.deliver(answer('bartek', 'Where is my ticket?'));
    await bench.once();
    expect(await ticketOf(bench, 'bartek')).toMatchObject({ id: row.id, status: 'open', message_count: 2 });
    expect(await bench.rows('tickets')).toHaveLength(3);
    const problems = await bench.rows('problems');
    expect(problems.filter((problem) => problem.row === row.id)).toHaveLength(1);
    expect(problems[0]?.todo).not.toBe('');
  });

  it('who move, hide and add columns: everything is written where its column is now, and theirs is kept', async () => {
    const bench = await withThreeTickets();
    const subject = await columnOf(bench, 'tickets', 'subject');
    const sheetId = SHEET_ID.tickets;
    const own = (value: string, rowIndex: number) => ({
      updateCells: {
        range: {
          sheetId,
          startRowIndex: rowIndex,
          endRowIndex: rowIndex + 1,
          startColumnIndex: 1,
          endColumnIndex: 2,
        },
        rows: [{ values: [{ userEnteredValue: { stringValue: value } }] }],
        fields: 'userEnteredValue',
      },
    });
    person(
      bench,
      {
        moveDimension: {
          source: { sheetId, dimension: 'COLUMNS', startIndex: subject, endIndex: subject + 1 },
          destinationIndex: 0,
        },
      },
      { insertDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } },
      own('Our own column', 1),
      own('Call back', FIRST_DATA_ROW),
      {
        updateDimensionProperties: {
          range: { sheetId, dimension: 'COLUMNS', startIndex: 3, endIndex: 5 },
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
    );
    await bench.deliver(answer('anna', 'Still not.'));
    await bench.deliver(question('dorota'));
    await bench.once();
    expect(await ticketOf(bench, 'anna')).toMatchObject({
      subject: 'Question of anna',
      excerpt: 'Still not.',
    });
    expect(await ticketOf(bench, 'dorota')).toMatchObject({ subject: 'Question of dorota', status: 'new' });
    const { values } = bench.sheets.values.get(bench.spreadsheetId, `${await titleOf(bench)}!B1:B10`);
    expect(values?.flat().filter((text) => text !== '')).toEqual(['Our own column', 'Call back']);
  });

  it('who copy a row of the Outbox that was sent: it is not sent again', async () => {
    const bench = await withThreeTickets();
    const [sent] = await bench.rows('outbox');
    if (!sent) throw new Error('no acknowledgement');
    await bench.append('outbox', [{ ...sent, state: 'queued' }]);
    await bench.once();
    expect(bench.smtp.mails).toHaveLength(3);
  });

  it('who merge two tickets: what comes for the one goes on in the other, also after a restart', async () => {
    const bench = await withThreeTickets();
    const into = await ticketOf(bench, 'anna');
    await bench.edit('tickets', (row) => row.requester_email === 'bartek@people.test', {
      merged_into: into.id,
      seen: acceptedInto(into.id),
    });
    await bench.deliver(answer('bartek', 'The same here.'));
    await bench.once();
    const merged = await ticketOf(bench, 'bartek');
    const said = (await bench.rows('messages')).find(({ text }) => text === 'The same here.');
    expect(said?.ticket_id).toBe(into.id);
    expect(await ticketOf(bench, 'anna')).toMatchObject({ excerpt: 'The same here.', message_count: 3 });
    await bench.deliver(answer('bartek', 'And once more.'));
    await bench.once();
    expect(await ticketOf(bench, 'anna')).toMatchObject({ excerpt: 'And once more.', message_count: 4 });
    expect(merged.id).not.toBe(into.id);
    await bench.edit('tickets', (row) => row.requester_email === 'bartek@people.test', {
      status: 'open',
      merged_into: '',
    });
    await bench.deliver(answer('bartek', 'It was something else.'));
    await bench.once();
    expect(await ticketOf(bench, 'bartek')).toMatchObject({ excerpt: 'It was something else.' });
    expect(await bench.rows('problems')).toEqual([]);
  });

  it('who merged two tickets before a restart: whose ticket went on in the other may write there at once', async () => {
    const bench = await withThreeTickets();
    const into = await ticketOf(bench, 'anna');
    await bench.edit('tickets', (row) => row.requester_email === 'bartek@people.test', {
      merged_into: into.id,
      seen: acceptedInto(into.id),
    });
    // The number of the other ticket is all he has: only the merge makes him a participant of it.
    await bench.deliver(
      letter({ from: 'bartek@people.test', subject: `Once more [#${into.id}]`, text: 'By its number.' }),
    );
    await bench.once();
    const said = (await bench.rows('messages')).find(({ text }) => text === 'By its number.');
    expect(said?.ticket_id).toBe(into.id);
  });

  it('who merge a ticket into one that they made themselves: its mail goes on there', async () => {
    const bench = await withThreeTickets();
    const call = {
      id: 'T-CA115',
      status: 'open',
      subject: 'He called',
      requester_email: 'bartek@people.test',
    };
    await bench.append('tickets', [call]);
    await bench.edit('tickets', (row) => row.id !== call.id && row.requester_email === 'bartek@people.test', {
      merged_into: call.id,
      seen: acceptedInto(call.id),
    });
    for (const text of ['As I said.', 'And again.']) {
      await bench.deliver(answer('bartek', text));
      await bench.once();
    }
    const said = (await bench.rows('messages')).filter(({ ticket_id }) => ticket_id === call.id);
    expect(said.map(({ text }) => text)).toEqual(['As I said.', 'And again.']);
    const made = (await bench.rows('tickets')).find(({ id }) => id === call.id);
    expect(made).toMatchObject({ excerpt: 'And again.', message_count: 3 });
    expect(await bench.rows('problems')).toEqual([]);
  });

  it('who note a call down as a ticket and answer it: what comes back finds that ticket', async () => {
    const bench = await withThreeTickets();
    const call = { id: 'T-CA115', status: 'open', subject: 'She called', requester_email: 'ewa@people.test' };
    await bench.append('tickets', [call]);
    await bench.append('outbox', [
      {
        key: 'r1',
        kind: 'reply',
        ticket_id: call.id,
        to: 'ewa@people.test',
        subject: 'Your call',
        body: 'Done.',
      },
    ]);
    await bench.once();
    const sent = bench.smtp.mails.map(({ raw }) => raw.toString()).find((raw) => raw.includes('Your call'));
    const messageId = /^message-id:\s*(<[^>]+>)/im.exec(sent ?? '')?.[1];
    const back = letter({
      from: 'ewa@people.test',
      subject: 'Re: Your call',
      text: 'Thank you, but it is not.',
      headers: [`In-Reply-To: ${messageId}`],
    });
    await bench.deliver(back);
    await bench.once();
    const said = (await bench.rows('messages')).find(({ text }) => text === 'Thank you, but it is not.');
    expect(said?.ticket_id).toBe(call.id);
    expect(await ticketOf(bench, 'ewa')).toMatchObject({ excerpt: 'Thank you, but it is not.' });
  });

  it('whose tracker alerts a colleague: the alert is no part of the conversation', async () => {
    const bench = await withThreeTickets();
    const { id } = await ticketOf(bench, 'anna');
    await bench.append('outbox', [
      {
        key: 'a1',
        kind: 'alert',
        ticket_id: id,
        to: 'boss@firm.test',
        subject: `Overdue ${id}`,
        body: 'Please.',
      },
    ]);
    await bench.once();
    const raw = bench.smtp.mails.map((mail) => mail.raw.toString()).find((text) => text.includes('Overdue'));
    expect(raw).toMatch(/^auto-submitted: auto-generated/im);
    expect(raw).not.toMatch(/^(in-reply-to|references):/im);
    expect(raw).toMatch(new RegExp(`^reply-to: .*<${bench.address}>`, 'im'));
    expect((await bench.rows('messages')).some(({ text }) => text === 'Please.')).toBe(false);
    expect(await ticketOf(bench, 'anna')).toMatchObject({ last_outbound_at: null });
  });

  async function titleOf(bench: DeskBench): Promise<string> {
    const { sheets = [] } = bench.sheets.get(bench.spreadsheetId, { fields: 'sheets.properties' });
    const title = sheets.find(({ properties }) => properties?.sheetId === SHEET_ID.tickets)?.properties
      ?.title;
    return `'${title}'`;
  }
});
