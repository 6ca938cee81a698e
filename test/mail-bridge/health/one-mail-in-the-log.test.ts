/** One mail, followed through the log of a running bridge by nothing but the names in its lines. */

import { readMail } from '../../../mail-bridge/mime/read-mail';
import { needs } from '../../support/needs';
import { rowdesk, writeConfig } from '../support/cli';
import { desks } from '../support/desks';
import { header, letter } from '../support/letters';

interface Line {
  readonly msg?: string;
  readonly uid?: number;
  readonly mail?: string;
  readonly ticket?: string;
  readonly key?: string;
  readonly messageId?: string;
  readonly state?: string;
}

needs('dovecot')('rowdesk start --json', () => {
  const firms = desks();

  it('leads from the number in the mailbox to the row, and from there to the acknowledgement that was sent', async () => {
    const bench = await firms.open();
    writeConfig(bench.folder, bench.configValue);
    for (const person of ['ola', 'jan', 'ewa']) {
      await bench.deliver(
        letter({ from: `${person}@people.test`, subject: `Help for ${person}`, text: 'I cannot log in.' }),
      );
    }
    const { code, stderr } = await rowdesk(['start', '--once', '--json'], { cwd: bench.folder });
    expect(code).toBe(0);
    const lines = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    const about = (wanted: Line) =>
      lines.filter((line) =>
        Object.entries(wanted).every(([name, value]) => line[name as keyof Line] === value),
      );

    const [kept] = about({ uid: 2, msg: 'a mail is safe' });
    const mail = kept?.mail ?? '';
    expect(mail).toMatch(/^[0-9a-f]{12}$/);
    const [takenIn, ...more] = about({ mail, msg: 'a mail was taken in' });
    expect(more).toEqual([]);
    expect(takenIn).toMatchObject({ uid: 2, outcome: 'new-ticket' });
    const key = takenIn?.key ?? '';
    const [sent] = about({ key, state: 'sent' });
    expect(sent).toMatchObject({ ticket: takenIn?.ticket, to: 'jan@people.test' });

    // The names are those of the mailbox, the Sheet and the mail itself.
    const row = (await bench.rows('tickets')).find(({ id }) => id === takenIn?.ticket);
    expect(row).toMatchObject({ requester_email: 'jan@people.test', subject: 'Help for jan' });
    const [message] = (await bench.rows('messages')).filter(({ ticket_id }) => ticket_id === row?.id);
    expect(message?.original).toMatch(new RegExp(`^${mail}`));
    const toJan = bench.smtp.mails.filter(({ to }) => to.includes('jan@people.test'));
    expect(toJan).toHaveLength(1);
    const acknowledgement = await readMail(toJan[0]?.raw ?? Buffer.alloc(0));
    expect(header(acknowledgement, 'message-id')).toBe(sent?.messageId);
  });
});
