/** A mailing to many: nobody gets two, nobody gets none, and answers to people do not wait behind it. */
import { existsSync, readFileSync } from 'node:fs';
import { stateFiles } from '../../../mail-bridge/state/directories';
import { until } from '../../bench/until';
import { needs } from '../../support/needs';
import { startRowdesk, writeConfig } from '../support/cli';
import { desks } from '../support/desks';
import { person, sessionFirm } from '../support/session-firm';

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `p${n}`);
const sameSetting =
  (wanted: string) =>
  ({ key }: { readonly key: string }) =>
    key === wanted;

needs('dovecot')('a mailing', () => {
  const firms = desks();

  it('of 200, the bridge killed between two sends: each gets one', async () => {
    const people = names(200).map((name) => person(name));
    const firm = await sessionFirm(firms, {
      people,
      settings: { mails_per_minute: '30' },
      config: { sentCopies: 'provider' },
    });
    writeConfig(firm.folder, firm.configValue);
    const journal = stateFiles(firm.config.stateDir).outbox;
    const sentSoFar = () =>
      existsSync(journal) ? readFileSync(journal, 'utf8').split('"state":"sent"').length - 1 : 0;
    const running = startRowdesk(['start'], { cwd: firm.folder });
    // The limit keeps it from beginning with the next mail for a while: it dies between two.
    await until(sentSoFar, (sent) => sent === 30);
    running.child.kill('SIGKILL');
    expect((await running.ended).signal).toBe('SIGKILL');
    expect(firm.smtp.mails).toHaveLength(30);
    await firm.edit('settings', sameSetting('mails_per_minute'), { value: '1000' });
    await firm.once();
    await firm.once();
    expect(firm.recipients()).toEqual(people.map(({ email }) => email).sort());
    const rows = await firm.rows('outbox');
    expect(rows).toHaveLength(200);
    expect(rows.filter(({ state }) => state !== 'sent')).toEqual([]);
  });

  it('leaves no faster than the Settings tab lets it, and goes on a minute later', async () => {
    const firm = await sessionFirm(firms, {
      people: names(5).map((name) => person(name)),
      settings: { mails_per_minute: '2' },
    });
    await firm.once();
    expect(firm.smtp.mails).toHaveLength(2);
    firm.clock.advance(0.5);
    await firm.once();
    expect(firm.smtp.mails).toHaveLength(2);
    firm.clock.advance(0.6);
    await firm.once();
    expect(firm.smtp.mails).toHaveLength(4);
    firm.clock.advance(1.1);
    await firm.once();
    expect(firm.recipients()).toEqual(names(5).map((name) => `${name}@people.test`));
  });

  it('stops where the mails kept for answers begin; answers go out all the same, and first', async () => {
    const firm = await sessionFirm(firms, {
      people: names(4).map((name) => person(name)),
      settings: { mails_per_day: '5', mails_kept_for_replies: '3' },
    });
    const reply = (key: string) => ({
      key,
      kind: 'reply',
      to: `${key}@people.test`,
      subject: 'Re: Help',
      body: 'Please try again.',
      language: 'en',
      state: 'queued',
    });
    await firm.append('outbox', [reply('one')]);
    await firm.once();
    expect(firm.smtp.mails.map(({ to }) => to[0])).toEqual([
      'one@people.test',
      expect.stringMatching(/^p\d@people\.test$/),
    ]);
    await firm.append('outbox', ['two', 'three', 'four', 'five'].map(reply));
    await firm.once();
    // Five in a day is all that the provider lets out.
    expect(firm.smtp.mails.slice(2).map(({ to }) => to[0])).toEqual([
      'two@people.test',
      'three@people.test',
      'four@people.test',
    ]);
  });

  it('is not stopped by a row that a person edits: it goes out as it stands there', async () => {
    const firm = await sessionFirm(firms, {
      people: [person('ola'), person('jan')],
      settings: { brake: 'Yes' },
    });
    await firm.once();
    const ola = ({ to }: { readonly to: string }) => to === 'ola@people.test';
    await firm.edit('outbox', ola, { subject: 'Bring your laptop', body: 'And your charger.' });
    await firm.edit('outbox', ({ to }) => to === 'jan@people.test', { to: 'nobody at all' });
    await firm.edit('settings', sameSetting('brake'), { value: 'No' });
    await firm.once();
    const [mail, ...others] = await firm.sentMails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ subject: 'Bring your laptop' });
    expect(mail?.text).toContain('And your charger.');
    expect((await firm.rows('outbox')).map(({ to, state }) => `${to} ${state}`).sort()).toEqual([
      'nobody at all failed',
      'ola@people.test sent',
    ]);
  });
});
