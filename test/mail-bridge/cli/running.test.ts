/** The bridge as a program: once, on paper, until it is told to stop, and with mails that are hard to read. */

import { until } from '../../bench/until';
import { needs } from '../../support/needs';
import { rowdesk, startRowdesk, writeConfig } from '../support/cli';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';

const QUESTION = letter({ from: 'jan@people.test', subject: 'Help', text: 'I cannot log in.' });

needs('dovecot')('rowdesk start', () => {
  const firms = desks();
  async function firm(): Promise<DeskBench> {
    const bench = await firms.open();
    writeConfig(bench.folder, bench.configValue);
    return bench;
  }

  it('--dry-run says what would be done, and writes and sends nothing', async () => {
    const bench = await firm();
    await bench.deliver(QUESTION);
    await bench.append('outbox', [
      {
        key: 'reply:1',
        kind: 'reply',
        to: 'ola@people.test',
        subject: 'Re: x',
        body: 'Yes.',
        state: 'queued',
      },
    ]);
    const written = bench.api.counts.write;
    const { code, stdout } = await rowdesk(['start', '--dry-run', '--json'], { cwd: bench.folder });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      newMails: 1,
      toSend: [{ key: 'reply:1', to: 'ola@people.test' }],
    });
    expect(bench.api.counts.write).toBe(written);
    expect(bench.smtp.mails).toHaveLength(0);
    const inWords = await rowdesk(['start', '--dry-run'], { cwd: bench.folder });
    expect(inWords.stdout).toContain('Nothing was written and nothing was sent.');
    await bench.once();
    expect(await bench.rows('tickets')).toHaveLength(1);
  });

  it('--once does what is to be done and ends; status tells what became of it', async () => {
    const bench = await firm();
    await bench.deliver(QUESTION);
    const started = await rowdesk(['start', '--once'], { cwd: bench.folder });
    expect(started).toMatchObject({ code: 0, stdout: '' });
    expect(await bench.rows('tickets')).toHaveLength(1);
    expect(bench.smtp.mails).toHaveLength(1);
    const { code, stdout } = await rowdesk(['status', '--json'], { cwd: bench.folder });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      days: [{ found: 1, outcomes: { 'new-ticket': 1 }, difference: 0 }],
      waiting: 0,
      outbox: { sent: 1 },
    });
  });

  // SIGTERM is the subject of stopping.test.ts.
  it('ends by itself after SIGINT, with everything written down', async () => {
    const bench = await firm();
    const running = startRowdesk(['start'], { cwd: bench.folder });
    await running.said('Rowdesk is running');
    await bench.deliver(QUESTION);
    await until(
      () => bench.smtp.mails.length,
      (count) => count === 1,
    );
    running.child.kill('SIGINT');
    const ended = await running.ended;
    expect(ended).toMatchObject({ code: 0, signal: null });
    await bench.once();
    expect(await bench.rows('outbox')).toMatchObject([{ state: 'sent' }]);
    expect(bench.smtp.mails).toHaveLength(1);
  });

  it('takes in mails that are hard to read, each with a row', async () => {
    const bench = await firm();
    const broken = [
      Buffer.from(''),
      Buffer.from('no header at all, only words'),
      Buffer.from(
        'From: \r\nSubject: =?utf-8?B?////?=\r\nContent-Type: multipart/mixed; boundary=\r\n\r\n--\r\n',
      ),
      Buffer.from([0, 255, 254, 13, 10, 13, 10, 0, 0, 200]),
      QUESTION,
    ];
    for (const raw of broken) await bench.deliver(raw);
    const { code, stderr } = await rowdesk(['start', '--once'], { cwd: bench.folder });
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(0);
    const [day] = await bench.rows('intake');
    expect(day).toMatchObject({ difference: 0, quarantined: 0 });
    expect((await bench.rows('messages')).length).toBe((day?.mailbox ?? 0) - (day?.duplicate ?? 0));
    expect((await bench.rows('tickets')).map(({ subject }) => subject)).toContain('Help');
  });

  it('makes a ticket of a mail of 60 MB, says that it read the beginning, and goes on', async () => {
    const bench = await firm();
    const boundary = 'part';
    const head = [
      'From: Jan <jan@people.test>',
      `To: ${bench.address}`,
      'Subject: The recording',
      'Message-ID: <large@people.test>',
      'MIME-Version: 1.0',
      `Content-Type: multipart/mixed; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Here is the recording you asked for.',
      `--${boundary}`,
      'Content-Type: video/mp4; name="recording.mp4"',
      'Content-Disposition: attachment; filename="recording.mp4"',
      'Content-Transfer-Encoding: base64',
      '',
      '',
    ].join('\r\n');
    const line = `${'QUJD'.repeat(19)}\r\n`;
    const body = Buffer.from(line.repeat(Math.ceil((60 * 1024 * 1024) / line.length)));
    await bench.deliver(Buffer.concat([Buffer.from(head), body, Buffer.from(`--${boundary}--\r\n`)]));
    await bench.deliver(QUESTION);
    const { code } = await rowdesk(['start', '--once'], { cwd: bench.folder });
    expect(code).toBe(0);
    const messages = await bench.rows('messages');
    expect(messages.map(({ subject }) => subject)).toEqual(['The recording', 'Help']);
    expect(messages[0]?.text).toBe('Here is the recording you asked for.');
    expect(messages[0]?.warnings).toContain('60 MB');
    expect(await bench.rows('tickets')).toHaveLength(2);
  });
});
