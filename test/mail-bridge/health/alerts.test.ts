/** What the people responsible for the desk learn when the bridge cannot do its work: once, and once when it is over. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Row } from '../../../core/workbook/rows';
import { type Bridge, openBridge } from '../../../mail-bridge/bridge';
import { intlOffset } from '../../../mail-bridge/clock/intl-offset';
import type { Config } from '../../../mail-bridge/config/config';
import { readContacts } from '../../../mail-bridge/health/contacts';
import { healthFiles } from '../../../mail-bridge/health/health-files';
import { silentLog } from '../../../mail-bridge/log/log';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { type FaultProxy, startFaultProxy } from '../../bench/fault-proxy';
import { needs } from '../../support/needs';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';

const MANAGER = { email: 'ola@firm.test', name: 'Ola', role: 'manager', active: true };
const QUESTION = { from: 'jan@people.test', subject: 'Help', text: 'I cannot log in.' };

needs('dovecot')('a bridge that is not well', () => {
  const firms = desks();

  /** A firm whose mailbox and outgoing server are behind proxies that can be broken. */
  async function firm(language: 'en' | 'pl' = 'en') {
    const imap = await startFaultProxy({ host: '127.0.0.1', port: firms.dovecot.imapPort });
    firms.atEnd(() => imap.stop());
    const bench = await firms.open({ imap: { port: imap.port }, language });
    await bench.append('team', [MANAGER]);
    return { bench, imap };
  }

  const alerts = async (bench: DeskBench) => {
    const mails = bench.smtp.mails.filter(({ to }) => to.includes(MANAGER.email));
    return Promise.all(mails.map(({ raw }) => readMail(raw)));
  };
  const subjects = async (bench: DeskBench) => (await alerts(bench)).map(({ subject }) => subject);
  const line = async (bench: DeskBench, key: string): Promise<Row<'problems'> | undefined> => {
    const lines = (await bench.rows('problems')).filter((row) => row.key === key);
    expect(lines.length).toBeLessThanOrEqual(1);
    return lines[0];
  };

  /** The loops of a running bridge, by hand: the mailbox, the desk, a look at how things are. */
  async function pass(bridge: Bridge): Promise<void> {
    try {
      const mailbox = await bridge.connect();
      while ((await bridge.spool(mailbox, true, () => undefined)) > 0);
    } catch {
      // Said by the alert, or not at all.
    }
    await bridge.takeIn(false).catch(() => undefined);
    await bridge.round().catch(() => undefined);
    await bridge.tend();
  }

  async function passes(bridge: Bridge, bench: DeskBench, minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 5) {
      bench.clock.advance(5);
      await pass(bridge);
    }
  }

  function breakMailbox(imap: FaultProxy): void {
    imap.set({ kind: 'refuse' });
    imap.drop('RST');
  }

  it('a mailbox out of reach for 15 minutes: one alert, one line; and one word when it is back', async () => {
    const { bench, imap } = await firm();
    const bridge = await bench.open();
    await pass(bridge);
    breakMailbox(imap);
    await passes(bridge, bench, 15);
    expect(await alerts(bench)).toEqual([]);
    await passes(bridge, bench, 25);
    expect(await subjects(bench)).toEqual(['Rowdesk cannot read the support mailbox']);
    const [alert] = await alerts(bench);
    expect(alert?.text).toContain(bench.address);
    expect(alert?.text).toMatch(/since (Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ \w{3} \d{4}, \d\d:\d\d/);
    expect(await line(bench, 'health:mailbox-silent')).toMatchObject({
      what: expect.stringContaining(bench.address),
      todo: expect.stringContaining('in the browser'),
    });
    await bench.deliver(letter(QUESTION));
    imap.heal();
    await passes(bridge, bench, 20);
    expect(await subjects(bench)).toEqual([
      'Rowdesk cannot read the support mailbox',
      'Rowdesk reads the support mailbox again',
    ]);
    expect(await line(bench, 'health:mailbox-silent')).toMatchObject({
      what: expect.stringContaining('works again'),
      todo: 'Nothing is left to do: delete this line.',
    });
    expect(await bench.rows('tickets')).toHaveLength(1);
  });

  it('tells a Polish firm in Polish', async () => {
    const { bench, imap } = await firm('pl');
    const bridge = await bench.open();
    await pass(bridge);
    breakMailbox(imap);
    await passes(bridge, bench, 21);
    const [alert] = await alerts(bench);
    expect(alert?.subject).toBe('Rowdesk nie może odczytać skrzynki wsparcia');
    expect(alert?.text).toContain('Co zrobić: ');
    expect((await line(bench, 'health:mailbox-silent'))?.what).toContain('nie udaje się odczytać skrzynki');
  });

  it('repeats nothing when it is restarted in the middle, as often as may be', async () => {
    const { bench, imap } = await firm();
    let bridge = await bench.open();
    await pass(bridge);
    breakMailbox(imap);
    for (let restart = 0; restart < 4; restart++) {
      await passes(bridge, bench, 10);
      await bridge.close();
      bridge = await bench.open();
    }
    expect(await subjects(bench)).toEqual(['Rowdesk cannot read the support mailbox']);
    expect(await line(bench, 'health:mailbox-silent')).toBeDefined();
    imap.heal();
    for (let restart = 0; restart < 3; restart++) {
      await passes(bridge, bench, 5);
      await bridge.close();
      bridge = await bench.open();
    }
    expect(await subjects(bench)).toEqual([
      'Rowdesk cannot read the support mailbox',
      'Rowdesk reads the support mailbox again',
    ]);
  });

  it('a bridge that cannot even start tells of it as well, when that has lasted', async () => {
    const { bench, imap } = await firm();
    await bench.once();
    breakMailbox(imap);
    for (let start = 0; start < 5; start++) {
      bench.clock.advance(5);
      await expect(bench.once()).rejects.toThrow('cannot be reached');
    }
    expect(await subjects(bench)).toEqual(['Rowdesk cannot read the support mailbox']);
  });

  it('a login that is refused is told as that', async () => {
    const bench = await firms.open({
      imap: { port: firms.dovecot.imapPort, password: 'not it' },
    });
    await bench.append('team', [MANAGER]);
    const bridge = await bench.open();
    for (let attempt = 0; attempt < 3; attempt++) {
      await pass(bridge);
      bench.clock.advance(10);
    }
    expect(await subjects(bench)).toEqual(['The support mailbox refuses Rowdesk’s password']);
    expect(readContacts(healthFiles(bench.config.stateDir).contacts).mailbox.trouble).toMatchObject({
      kind: 'refused',
      times: 3,
    });
  });

  it('a Sheet that refuses us is told by mail, though nothing can be read or written there', async () => {
    const { bench } = await firm();
    const away = await unauthorized();
    const state = bench.config.stateDir;
    await bench.once();
    const google = { kind: 'local' as const, url: away.url, token: 'bench' };
    await expect(openWith(bench, { google })).rejects.toThrow('Google does not accept the credentials');
    expect(await subjects(bench)).toEqual(['Google does not let Rowdesk into the Sheet']);
    await expect(openWith(bench, { google })).rejects.toThrow('Google does not accept the credentials');
    expect(await alerts(bench)).toHaveLength(1);
    expect(readContacts(healthFiles(state).contacts)['sheet-read'].trouble?.kind).toBe('refused');
    await bench.once();
    bench.clock.advance(4);
    await bench.once();
    bench.clock.advance(4);
    await bench.once();
    expect(await subjects(bench)).toEqual([
      'Google does not let Rowdesk into the Sheet',
      'Rowdesk works with the Sheet again',
    ]);
  });

  it('an outgoing server out of reach stands on the Problems tab; the mail comes afterwards and says when', async () => {
    const { bench } = await firm();
    const proxy = await startFaultProxy(bench.smtp);
    firms.atEnd(() => proxy.stop());
    const smtp = { ...bench.config.smtp, port: proxy.port };
    const bridge = await openWith(bench, { smtp });
    firms.atEnd(() => bridge.close());
    await pass(bridge);
    proxy.set({ kind: 'refuse' });
    proxy.drop('RST');
    await bench.deliver(letter(QUESTION));
    await passes(bridge, bench, 25);
    expect(bench.smtp.mails).toEqual([]);
    expect((await line(bench, 'health:smtp-silent'))?.what).toMatch(
      /has been out of reach since .*1 mail waits/,
    );
    proxy.heal();
    await passes(bridge, bench, 75);
    expect(await subjects(bench)).toEqual(['Rowdesk’s mails go out again']);
    const [mail] = await alerts(bench);
    expect(mail?.text).toMatch(/could not be reached from .*, \d\d:\d\d to .*, \d\d:\d\d/);
    expect((await line(bench, 'health:smtp-silent'))?.todo).toBe('Nothing is left to do: delete this line.');
    expect(bench.smtp.mails.filter(({ to }) => to.includes('jan@people.test'))).toHaveLength(1);
  });

  it('writes to nobody where the Team tab names nobody who is responsible', async () => {
    const { bench, imap } = await firm();
    await bench.edit('team', ({ email }) => email === MANAGER.email, { email: bench.address });
    const bridge = await bench.open();
    await pass(bridge);
    breakMailbox(imap);
    await passes(bridge, bench, 24);
    expect(bench.smtp.mails).toEqual([]);
    expect(await line(bench, 'health:mailbox-silent')).toBeDefined();
  });

  /** A bridge with another configuration than the bench's. */
  function openWith(bench: DeskBench, change: Partial<Config>): Promise<Bridge> {
    return openBridge({
      config: { ...bench.config, ...change },
      clock: bench.clock,
      offset: intlOffset(),
      log: silentLog,
      signal: new AbortController().signal,
      pauseScale: 0.005,
    });
  }

  /** Google with a key that was deleted. */
  async function unauthorized(): Promise<{ readonly url: string }> {
    const server: Server = createServer((_request, response) => {
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ error: { code: 401, message: 'Request had invalid authentication credentials.' } }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    firms.atEnd(
      () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    );
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }
});
