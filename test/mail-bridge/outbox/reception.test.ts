/** What a server's answers to each recipient come to: the mail is what became of it for the one to whom it is written. */
import { receptionOf } from '../../../mail-bridge/outbox/reception';
import { openTransport, type Transport } from '../../../mail-bridge/outbox/transport';
import { type Dovecot, startDovecot } from '../../bench/dovecot';
import { type Opensmtpd, startOpensmtpd } from '../../bench/opensmtpd';
import { type RecordingSmtp, startRecordingSmtp } from '../../bench/recording-smtp';
import { until } from '../../bench/until';
import { needs } from '../../support/needs';

const TO = 'jan@client.test';
const ANNA = 'anna@client.test';
const EWA = 'ewa@client.test';
const NO_USER = '550 5.1.1 no such user';
const LATER = '450 4.2.0 greylisted';

describe('once the server has the text', () => {
  const no = (address: string, answer = NO_USER) => ({ address, answer });
  const cc = [ANNA, EWA];

  test.each([
    ['everybody is taken', [], 'accepted', '250 taken'],
    ['a copy is refused', [no(ANNA)], 'accepted', `250 taken (no copy to ${ANNA}: ${NO_USER})`],
    [
      'no copy is taken',
      [no(ANNA), no(EWA, LATER)],
      'accepted',
      `250 taken (no copy to ${ANNA}: ${NO_USER}; ${EWA}: ${LATER})`,
    ],
    [
      'its recipient is refused and the copies are not',
      [no(TO)],
      'refused',
      `${NO_USER} (only the copies went out: ${ANNA}, ${EWA})`,
    ],
    [
      'its recipient is put off: a second attempt would send the copies twice',
      [no(TO, LATER)],
      'refused',
      `${LATER} (only the copies went out: ${ANNA}, ${EWA})`,
    ],
    [
      'only one copy is taken',
      [no(TO), no(ANNA)],
      'refused',
      `${NO_USER} (only the copies went out: ${EWA})`,
    ],
  ] as const)('%s', (_name, refused, kind, answer) => {
    expect(receptionOf([TO, ...cc], '250 taken', refused)).toEqual({ kind, answer });
  });
});

const RAW = Buffer.from('From: support@firm.test\r\nSubject: Re: Help\r\n\r\nPlease try again.\r\n');
const opened = (port: number): Transport =>
  openTransport({ host: '127.0.0.1', port, secure: false, user: '', password: '', allowSelfSigned: true });
const send = (transport: Transport, to: string, cc: readonly string[]) =>
  transport.send({ from: 'support@firm.test', to, cc }, RAW, {
    onText: () => undefined,
    signal: new AbortController().signal,
  });

describe('on the wire', () => {
  let server: RecordingSmtp;
  let transport: Transport;
  beforeEach(async () => {
    server = await startRecordingSmtp();
    transport = opened(server.port);
  });
  afterEach(async () => {
    transport.close();
    await server.stop();
  });

  test('the recipient comes first, then everybody who gets a copy', async () => {
    expect(await send(transport, TO, [ANNA, EWA])).toMatchObject({ kind: 'accepted' });
    expect(server.mails.map(({ to }) => to)).toEqual([[TO, ANNA, EWA]]);
  });

  test.each([
    [NO_USER, NO_USER, 'refused'],
    [LATER, LATER, 'refused-for-now'],
    // What was said to the one to whom it is written counts, and nobody has a copy that would come twice.
    [NO_USER, LATER, 'refused'],
    [LATER, NO_USER, 'refused-for-now'],
    ['550 5.4.5 Daily user sending limit exceeded', NO_USER, 'refused-for-now'],
  ])('%s to the recipient and %s to the only copy: %s', async (own, copy, kind) => {
    server.play({ at: 'rcpt', reply: own }, { at: 'rcpt', reply: copy });
    const delivery = await send(transport, TO, [ANNA]);
    expect(delivery.kind).toBe(kind);
    expect(delivery.answer).toContain(own);
    expect(server.mails).toEqual([]);
  });

  test.each([NO_USER, LATER])('%s to the recipient alone: it is over, and its copy has gone', async (own) => {
    server.play({ at: 'rcpt', reply: own });
    expect(await send(transport, TO, [ANNA])).toEqual({
      kind: 'refused',
      answer: expect.stringMatching(new RegExp(`${own}.*only the copies went out: ${ANNA}`)),
    });
    expect(server.mails.map(({ to }) => to)).toEqual([[ANNA]]);
  });
});

needs('dovecot', 'opensmtpd')('at a real server', () => {
  let dovecot: Dovecot;
  let opensmtpd: Opensmtpd;
  let transport: Transport;
  // No address by RFC 5321 §4.1.2: OpenSMTPD refuses it when it is named.
  const REFUSED = 'a..b@client.test';
  // As it is named to the server.
  const NAMED = '"a..b"@client.test';
  beforeAll(async () => {
    dovecot = await startDovecot();
    opensmtpd = await startOpensmtpd({ deliverTo: dovecot });
    transport = opened(opensmtpd.port);
  });
  afterAll(async () => {
    transport.close();
    await opensmtpd.stop();
    await dovecot.stop();
  });
  const arrived = (address: string) =>
    until(
      () => dovecot.mailbox(address),
      (mails) => mails.length > 0,
    );

  it('a mail and its copy arrive', async () => {
    expect(await send(transport, TO, [ANNA])).toMatchObject({ kind: 'accepted' });
    expect([await arrived(TO), await arrived(ANNA)].map((mails) => mails.length)).toEqual([1, 1]);
  });

  it('a copy that is refused keeps the mail from nobody', async () => {
    const delivery = await send(transport, 'ola@client.test', [REFUSED]);
    expect(delivery).toMatchObject({
      kind: 'accepted',
      answer: expect.stringContaining(`no copy to ${NAMED}`),
    });
    expect(await arrived('ola@client.test')).toHaveLength(1);
  });

  it('a mail that is refused to its recipient has failed, although the copy arrives', async () => {
    const delivery = await send(transport, REFUSED, [EWA]);
    expect(delivery).toMatchObject({
      kind: 'refused',
      answer: expect.stringContaining(`only the copies went out: ${EWA}`),
    });
    expect(await arrived(EWA)).toHaveLength(1);
  });
});
