/** What the firm writes into its Settings tab, in its language, holds for the bridge. */
import { SHEET_ID } from '../../../core/workbook/columns';
import { choiceLabel } from '../../../sheet-templates/labels';
import { needs } from '../../support/needs';
import { desks } from '../support/desks';
import { letter } from '../support/letters';

const question = () => letter({ from: 'jan@people.test', subject: 'Help', text: 'I cannot log in.' });
const REPLY = {
  key: 'reply:1',
  kind: 'reply',
  to: 'ola@people.test',
  subject: 'Re: Help',
  body: 'Please try again.',
  state: 'queued',
};

needs('dovecot')('the Settings tab', () => {
  const firms = desks();

  it.each([
    ['en', 'No'],
    ['pl', 'nie'],
    ['uk', 'Ні'],
  ] as const)(
    'acknowledgements switched off in %s ("%s"): a ticket is made and nobody is told',
    async (language, no) => {
      const bench = await firms.open({ language });
      await bench.edit('settings', ({ key }) => key === 'acknowledgements', { value: no });
      await bench.deliver(question());
      await bench.once();
      expect(await bench.rows('tickets')).toHaveLength(1);
      expect(await bench.rows('outbox')).toEqual([]);
      expect(bench.smtp.mails).toHaveLength(0);
    },
  );

  it('the brake stops every automatic mail, and answers of people go out all the same', async () => {
    const bench = await firms.open();
    await bench.append('outbox', [
      { ...REPLY, created_at: bench.clock.now() },
      {
        ...REPLY,
        key: 'reminder:by-hand',
        kind: 'reminder',
        to: 'ewa@people.test',
        created_at: bench.clock.now(),
      },
    ]);
    await bench.edit('settings', ({ key }) => key === 'brake', { value: 'Yes' });
    await bench.deliver(question());
    await bench.once();
    expect(bench.smtp.mails.map(({ to }) => to)).toEqual([['ola@people.test']]);
    await bench.edit('settings', ({ key }) => key === 'brake', { value: 'No' });
    await bench.once();
    expect(bench.smtp.mails.map(({ to }) => to)).toEqual([['ola@people.test'], ['ewa@people.test']]);
  });

  it('words of a Polish workbook are understood, and what the bridge writes is Polish', async () => {
    const bench = await firms.open({ language: 'pl' });
    await bench.append('outbox', [{ ...REPLY, created_at: bench.clock.now() }]);
    await bench.deliver(question());
    await bench.once();
    const shown = (sheetId: number) => {
      const { valueRanges } = bench.sheets.values.batchGetByDataFilter(bench.spreadsheetId, {
        dataFilters: [{ gridRange: { sheetId } }],
      });
      return (valueRanges?.[0]?.valueRange?.values ?? []).flat();
    };
    const { client } = bench.desk;
    const { sheets = [] } = await client.get({ fields: 'sheets.properties' });
    const cells = sheets.flatMap(({ properties }) => shown(properties?.sheetId ?? 0));
    expect(cells).toContain(choiceLabel('outbox_state', 'sent', 'pl'));
    expect(cells).toContain(choiceLabel('status', 'new', 'pl'));
    expect((await bench.rows('outbox')).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('a state typed by hand in any of the languages is understood', async () => {
    const bench = await firms.open({ language: 'pl' });
    await bench.append('outbox', [{ ...REPLY, state: '', created_at: bench.clock.now() }]);
    const { rowIndex } = await bench.row('outbox', ({ key }) => key === 'reply:1');
    const { layout } = (await bench.desk.read(['outbox'])).outbox;
    const column = layout.columns.get('state') ?? 0;
    await bench.desk.write([
      {
        updateCells: {
          range: {
            sheetId: SHEET_ID.outbox,
            startRowIndex: rowIndex,
            endRowIndex: rowIndex + 1,
            startColumnIndex: column,
            endColumnIndex: column + 1,
          },
          rows: [{ values: [{ userEnteredValue: { stringValue: ' у черзі ' } }] }],
          fields: 'userEnteredValue',
        },
      },
    ]);
    await bench.once();
    expect(bench.smtp.mails).toHaveLength(1);
  });

  it('a template that a person broke does not silence the desk: the starter text goes out', async () => {
    const bench = await firms.open();
    for (const key of ['acknowledgement', 'acknowledgement_out_of_hours']) {
      await bench.edit('templates', (row) => row.key === key && row.language === 'en', {
        body: 'Hello {{ ticket.',
      });
    }
    await bench.deliver(question());
    await bench.once();
    expect(bench.smtp.mails).toHaveLength(1);
    expect(String(bench.smtp.mails[0]?.raw)).toContain('Thank you for your message');
  });
});
