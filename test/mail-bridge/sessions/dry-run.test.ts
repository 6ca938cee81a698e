/** What would be sent about sessions in the next days, and why not to others. */
import { dryRunText } from '../../../mail-bridge/cli/dry-run-text';
import { intlOffset } from '../../../mail-bridge/clock/intl-offset';
import { type DryRun, dryRun } from '../../../mail-bridge/dry-run';
import { openLog } from '../../../mail-bridge/log/log';
import { needs } from '../../support/needs';
import { desks } from '../support/desks';
import { person, SESSION, type SessionFirm, sessionFirm } from '../support/session-firm';

const silent = openLog({ level: 'silent', json: true, write: () => undefined });

needs('dovecot')('a dry run', () => {
  const firms = desks();
  const look = (firm: SessionFirm, days: number): Promise<DryRun> =>
    dryRun(firm.config, firm.clock.now(), intlOffset(), silent, days);

  it('lists each session’s mails in order, and those that are not sent with the reason', async () => {
    const firm = await sessionFirm(firms, {
      people: [person('ola'), person('jan', { reminders: 'no' }), person('ewa', { email: '' })],
      startsIn: 100,
    });
    await firm.append('sessions', [
      { id: 'S2', course: 'Word', starts_at: firm.inHours(30), ends_at: firm.inHours(31), state: 'planned' },
    ]);
    await firm.append('participants', [person('max', { session_id: 'S2' })]);
    const writes = firm.api.counts.write;
    const { sessions } = await look(firm, 7);
    expect(sessions.map(({ id }) => id)).toEqual(['S2', SESSION]);
    const excel = sessions[1]?.mails ?? [];
    const toOla = excel.filter(({ to, reason }) => to === 'ola@people.test' && reason === null);
    expect(toOla.map(({ step }) => step).slice(0, 3)).toEqual(['3d', '1d', '2h']);
    expect([...toOla].sort((a, b) => (a.at < b.at ? -1 : 1))).toEqual(toOla);
    expect(new Set(excel.filter(({ to }) => to === 'jan@people.test').map(({ reason }) => reason))).toEqual(
      new Set(['unwanted']),
    );
    expect(new Set(excel.filter(({ name }) => name === 'ewa').map(({ reason }) => reason))).toEqual(
      new Set(['no-address']),
    );
    // Nothing of it before its day.
    const soon = await look(firm, 1);
    expect(soon.sessions.flatMap(({ mails }) => mails).filter(({ to }) => to === 'ola@people.test')).toEqual(
      [],
    );
    expect(firm.api.counts.write).toBe(writes);
    expect(firm.smtp.mails).toEqual([]);
  });

  it('says it in words that people read, grouped by session', async () => {
    const firm = await sessionFirm(firms, { people: [person('ola'), person('jan', { reminders: 'no' })] });
    const text = dryRunText(await look(firm, 7), intlOffset());
    const head = text.findIndex((line) => line.startsWith('Excel (S1), '));
    expect(head).toBeGreaterThan(0);
    expect(text.slice(head + 1)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ {2}\S.* {2}ola@people\.test {2}1d \(reminder_1d\) +Will be sent$/),
        expect.stringMatching(
          /^ {2}\S.* {2}jan@people\.test {2}1d \(reminder_1d\) +Will not be sent: Wants no reminders\.$/,
        ),
      ]),
    );
    expect(text[text.length - 1]).toBe('Nothing was written and nothing was sent.');
  });

  it('knows what was sent, and what a stopped bridge would withdraw', async () => {
    const firm = await sessionFirm(firms, {
      people: [person('ola'), person('jan')],
      settings: { brake: 'Yes' },
    });
    await firm.once();
    await firm.edit('participants', ({ name }) => name === 'jan', { state: 'left' });
    const run = await look(firm, 7);
    expect(run.stoppedBy).toBe('brake');
    expect(run.toSend).toMatchObject([{ kind: 'reminder', to: 'ola@people.test' }]);
    expect(run.withdrawn).toMatchObject([{ why: 'participant-left' }]);
    expect(run.sessions.flatMap(({ mails }) => mails).filter(({ step }) => step === '1d')).toEqual([
      expect.objectContaining({ to: 'jan@people.test', reason: 'left' }),
    ]);
  });
});
