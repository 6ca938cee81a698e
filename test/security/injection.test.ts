/** Every field of a mail, full of instructions: in the Sheet, in the workbook's file and in our own mails it is letters. */
import { exportXlsx } from '../../local-sheet/xlsx/export-xlsx';
import { unzip } from '../../local-sheet/xlsx/zip';
import { readMail } from '../../mail-bridge/mime/read-mail';
import { type DeskBench, desks } from '../mail-bridge/support/desks';
import { needs } from '../support/needs';
import { bounceFullOf, calendarFullOf, PAYLOADS, questionFullOf } from './hostile-fields';

interface Cell {
  readonly where: string;
  readonly text: string | null;
  readonly formula: string | null;
}

async function cellsOf({ sheets, spreadsheetId }: DeskBench): Promise<Cell[]> {
  const whole = sheets.get(spreadsheetId, { includeGridData: true });
  return (whole.sheets ?? []).flatMap(({ properties, data }) =>
    (data ?? []).flatMap(({ rowData }) =>
      (rowData ?? []).flatMap(({ values }, row) =>
        (values ?? []).map(({ userEnteredValue: value }, column) => ({
          where: `${properties?.title} ${row}:${column}`,
          text: value?.stringValue ?? null,
          formula: value?.formulaValue ?? null,
        })),
      ),
    ),
  );
}

/** Line ends within a text are letters of it; these are not. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\u00ad]/;

needs('dovecot')('a firm that gets mails full of instructions', () => {
  const firms = desks();

  async function firmWithMails(): Promise<{ bench: DeskBench; before: Set<string> }> {
    const bench = await firms.open();
    const before = new Set((await cellsOf(bench)).flatMap(({ formula }) => formula ?? []));
    for (const [number, payload] of PAYLOADS.entries()) {
      await bench.deliver(questionFullOf(payload, number, bench.address));
      await bench.deliver(calendarFullOf(payload, number, bench.address));
      await bench.deliver(bounceFullOf(payload, number, bench.address));
    }
    await bench.once();
    // And people answer each of them, with the subject that the bridge makes of the participant's own.
    const tickets = await bench.rows('tickets');
    await bench.append(
      'outbox',
      tickets.map(({ id }) => ({
        key: `reply:${id}`,
        kind: 'reply',
        ticket_id: id,
        body: 'Thank you.',
        state: 'queued',
        created_at: bench.clock.now(),
      })),
    );
    await bench.once();
    return { bench, before };
  }

  it('keeps them as letters in the Sheet and its file, and lets none of them into its own mails', async () => {
    const { bench, before } = await firmWithMails();
    const tickets = await bench.rows('tickets');
    expect(tickets).toHaveLength(2 * PAYLOADS.length);
    expect((await bench.rows('problems')).filter(({ key }) => key.startsWith('quarantine'))).toEqual([]);

    // In the Sheet.
    const cells = await cellsOf(bench);
    expect(cells.filter(({ formula }) => formula !== null && !before.has(formula))).toEqual([]);
    const texts = cells.flatMap(({ where, text }) => (text === null ? [] : [{ where, text }]));
    expect(texts.filter(({ text }) => CONTROL.test(text))).toEqual([]);
    for (const start of ['=IMPORTXML(', '+1+cmd', '-2+3', '@SUM(', '{{ firm.name }}{% for', '<script>'])
      expect(texts.filter(({ text }) => text.startsWith(start)).length).toBeGreaterThan(0);

    // In the file that people open in Excel.
    const file = await exportXlsx(bench.sheets.get(bench.spreadsheetId, { includeGridData: true }));
    const formulas = [...unzip(file)]
      .filter(([name]) => name.startsWith('xl/worksheets/sheet'))
      .flatMap(([, content]) =>
        [
          ...Buffer.from(content)
            .toString('utf8')
            .matchAll(/<f[ >][^<]*<\/f>/g),
        ].map(String),
      );
    expect(formulas.filter((formula) => /evil|cmd|IMPORTXML|SUM\(A1:A9\)|1\+1|2\+3/.test(formula))).toEqual(
      [],
    );

    // In our own mails: an answer to each stranger, an acknowledgement to whoever shows no other address as a name,
    // and nothing to anybody else.
    const written = bench.smtp.mails;
    const acknowledged = 2 * PAYLOADS.length - PAYLOADS.filter(({ text }) => text.includes('eve@')).length;
    expect(written).toHaveLength(2 * PAYLOADS.length + acknowledged);
    for (const { from, to, raw } of written) {
      expect(from).toBe(bench.address);
      expect(to).toHaveLength(1);
      expect(to[0]).toMatch(/^(?:stranger@people|calendar@clients)\d+\.test$/);
      const mail = await readMail(raw);
      const names = mail.headers.map(({ name }) => name);
      expect(names).not.toContain('bcc');
      expect(names).not.toContain('cc');
      expect(names).not.toContain('x-evil');
      for (const single of ['from', 'to', 'subject', 'message-id', 'date', 'content-type'])
        expect({ single, count: names.filter((name) => name === single).length }).toEqual({
          single,
          count: 1,
        });
      expect(mail.to).toEqual([{ name: '', address: to[0] }]);
      expect(mail.subject).not.toMatch(CONTROL);
      expect(mail.html).not.toMatch(/<script|<img/i);
      // No line of the header that no field begins and none continues.
      const head = raw.toString('utf8').split('\r\n\r\n')[0] ?? '';
      for (const line of head.split('\r\n')) expect(line).toMatch(/^(?:[!-9;-~]+:(?: |$)|[ \t]+\S)/);
    }
    // The robot's own mails carry nothing of a stranger's words to a third person.
    const automatic = written.filter(({ raw }) =>
      /^auto-submitted: auto-replied/im.test(raw.toString('utf8')),
    );
    expect(automatic).toHaveLength(acknowledged);
    for (const { raw } of automatic) {
      const mail = await readMail(raw);
      expect(`${mail.subject}\n${mail.text}`).not.toMatch(/evil\.test|IMPORTXML|\{\{|\{%|<script|cmd\|/);
    }
  });
});
