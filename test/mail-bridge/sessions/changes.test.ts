/** What participants hear when a session changes after they were told of it. */
import { instant } from '../../../core/time/instant';
import { needs } from '../../support/needs';
import { desks } from '../support/desks';
import { person, SESSION, sessionFirm } from '../support/session-firm';

const isSession = ({ id }: { readonly id: string }) => id === SESSION;

needs('dovecot')('a session that changes', () => {
  const firms = desks();

  it('while the bridge is down: who was told gets one notice, and nobody a second reminder', async () => {
    const firm = await sessionFirm(firms, {
      people: [person('ola'), person('jan'), person('ewa', { state: 'left' })],
    });
    await firm.once();
    expect(firm.recipients()).toEqual(['jan@people.test', 'ola@people.test']);
    const { row } = await firm.row('sessions', isSession);
    const starts_at = firm.inHours(22);
    await firm.edit('sessions', isSession, { starts_at, ends_at: instant(starts_at + 3_600_000) });
    await firm.append('participants', [person('new')]);
    await firm.settle();
    await firm.once();
    const mails = await firm.sentMails();
    const later = mails.slice(2);
    expect(later.map(({ to }) => to[0]?.address).sort()).toEqual([
      'jan@people.test',
      'new@people.test',
      'ola@people.test',
    ]);
    const kinds = new Map(
      (await firm.rows('outbox')).map(({ key, kind, to, state }) => [`${to} ${kind} ${state}`, key]),
    );
    expect([...kinds.keys()].sort()).toEqual([
      'jan@people.test notice sent',
      'jan@people.test reminder sent',
      // Joined when the new time held already: one reminder, of that.
      'new@people.test reminder sent',
      'ola@people.test notice sent',
      'ola@people.test reminder sent',
    ]);
    expect(row.starts_at).not.toBe(starts_at);
  });

  it('and changes back before anybody was told: nothing is sent', async () => {
    const firm = await sessionFirm(firms);
    await firm.once();
    const { row } = await firm.row('sessions', isSession);
    await firm.edit('sessions', isSession, { starts_at: firm.inHours(30) });
    await firm.edit('sessions', isSession, { starts_at: row.starts_at });
    await firm.once();
    expect(firm.recipients()).toEqual(['ola@people.test']);
  });

  it('and is cancelled: who was told hears it once, with the event taken out of the calendar, and nobody else', async () => {
    const firm = await sessionFirm(firms, {
      people: [person('ola'), person('jan', { reminders: 'no' }), person('ewa')],
    });
    await firm.once();
    await firm.edit('participants', ({ name }) => name === 'ewa', { state: 'left' });
    await firm.edit('sessions', isSession, { state: 'cancelled' });
    await firm.settle();
    await firm.once();
    const [first, second, notice, ...more] = await firm.sentMails();
    expect([first, second].map((mail) => mail?.to[0]?.address).sort()).toEqual([
      'ewa@people.test',
      'ola@people.test',
    ]);
    expect(more).toEqual([]);
    expect(notice?.to[0]?.address).toBe('ola@people.test');
    expect(notice?.calendar).toContain('METHOD:CANCEL');
    expect(notice?.calendar).toContain('STATUS:CANCELLED');
    const uid = /UID:.*/.exec(first?.calendar ?? '')?.[0];
    expect(uid).toBeDefined();
    expect(notice?.calendar).toContain(uid);
  });

  it('while a reminder waits: it is withdrawn, and goes out after all when the session is moved back', async () => {
    const firm = await sessionFirm(firms, { settings: { mails_per_day: '1', mails_kept_for_replies: '1' } });
    await firm.once();
    expect(await firm.rows('outbox')).toMatchObject([{ kind: 'reminder', state: 'queued' }]);
    const { row } = await firm.row('sessions', isSession);
    await firm.edit('sessions', isSession, { starts_at: firm.inHours(200), ends_at: firm.inHours(201) });
    await firm.once();
    expect(await firm.rows('outbox')).toMatchObject([{ state: 'cancelled' }]);
    await firm.edit('sessions', isSession, { starts_at: row.starts_at, ends_at: row.ends_at });
    await firm.edit('settings', ({ key }) => key === 'mails_per_day', { value: '100' });
    await firm.once();
    expect(await firm.rows('outbox')).toMatchObject([{ kind: 'reminder', state: 'sent' }]);
    expect(firm.recipients()).toEqual(['ola@people.test']);
  });

  it('twice while its notice waits: one notice goes out, and it says how things stand', async () => {
    const firm = await sessionFirm(firms);
    await firm.once();
    await firm.edit('sessions', isSession, { starts_at: firm.inHours(22), ends_at: firm.inHours(24) });
    await firm.once();
    await firm.edit('sessions', isSession, { link: 'https://meet.example.test/other' });
    await firm.settle();
    await firm.once();
    const [, notice, ...more] = await firm.sentMails();
    expect(more).toEqual([]);
    expect(notice?.text).toContain('https://meet.example.test/other');
  });

  it('and the state folder is lost: the Sheet tells who was told', async () => {
    const firm = await sessionFirm(firms);
    await firm.once();
    await firm.once({ stateDir: `${firm.folder}/fresh` });
    expect(firm.recipients()).toEqual(['ola@people.test']);
    await firm.edit('sessions', isSession, { starts_at: firm.inHours(22), ends_at: firm.inHours(24) });
    await firm.settle({ stateDir: `${firm.folder}/fresh` });
    await firm.once({ stateDir: `${firm.folder}/fresh` });
    expect((await firm.rows('outbox')).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'notice sent',
      'reminder sent',
    ]);
  });
});
