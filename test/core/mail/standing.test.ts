import { believed, standingOf } from '../../../core/mail/standing';
import type { ThreadVerdict } from '../../../core/mail/thread';
import { parseTicketId } from '../../../core/ticket/ticket-id';
import { readMail } from '../../../mail-bridge/mime/read-mail';

const TEAM = new Set(['ewa@firm.test']);
const SERVER = 'mx.firm.test';

/** As a mailbox's own server delivers: its results above its own Received line. */
function mailWith(results: string, from = 'Ewa <ewa@firm.test>') {
  const lines = [
    ...(results === '' ? [] : [`Authentication-Results: ${results}`]),
    'Received: from out.firm.test by mx.firm.test; Mon, 23 Nov 2026 10:00:00 +0100',
    `From: ${from}`,
    'Subject: Hello',
    '',
    'Text',
  ];
  return readMail(Buffer.from(lines.join('\r\n')));
}
const PASS = `${SERVER}; dmarc=pass header.from=firm.test`;

describe('in whose name a mail speaks', () => {
  it.each<[string, string, string | undefined, string]>([
    ['the own server vouches', PASS, SERVER, 'colleague'],
    ['DMARC failed', `${SERVER}; dmarc=fail header.from=firm.test`, SERVER, 'claims-colleague'],
    ['another server’s word', 'mx.evil.test; dmarc=pass header.from=firm.test', SERVER, 'claims-colleague'],
    ['nobody says anything', '', SERVER, 'claims-colleague'],
    ['no server is configured, so nobody can vouch', PASS, undefined, 'claims-colleague'],
  ])('a colleague’s address, %s', async (_name, results, authservId, standing) => {
    expect(standingOf(await mailWith(results), { team: TEAM, authservId })).toBe(standing);
  });

  it('everybody else is a participant or a stranger', async () => {
    const mail = await mailWith(PASS, 'Ola <ola@people.test>');
    expect(standingOf(mail, { team: TEAM, authservId: SERVER })).toBe('other');
  });

  it('two From headers vouch for nobody', async () => {
    const mail = await mailWith(PASS, 'Ewa <ewa@firm.test>\r\nFrom: x@evil.test');
    expect(standingOf(mail, { team: TEAM, authservId: SERVER })).toBe('claims-colleague');
  });
});

describe('a ticket’s number in the subject', () => {
  const id = parseTicketId('T-7K3Q9');
  if (id === null) throw new Error('no ticket id');
  const byNumber: ThreadVerdict = { kind: 'reply', ticket: id, by: 'subject-token', as: 'participant' };

  it('is not enough for a sender whom the configured server does not vouch for', async () => {
    expect(believed(await mailWith(''), byNumber, SERVER)).toEqual({ ...byNumber, as: 'unverified' });
  });

  it('is enough where the server vouches, and where no server is configured', async () => {
    expect(believed(await mailWith(PASS), byNumber, SERVER)).toEqual(byNumber);
    expect(believed(await mailWith(''), byNumber, undefined)).toEqual(byNumber);
  });

  it('is more than its subject, on which nobody is believed unproved', async () => {
    const bySubject: ThreadVerdict = { ...byNumber, by: 'same-subject' };
    expect(believed(await mailWith(''), bySubject, undefined)).toEqual({ ...bySubject, as: 'unverified' });
    expect(believed(await mailWith(''), bySubject, SERVER)).toEqual({ ...bySubject, as: 'unverified' });
    expect(believed(await mailWith(PASS), bySubject, SERVER)).toEqual(bySubject);
  });

  it('does not matter where our own signature led to the ticket', async () => {
    const signed: ThreadVerdict = { ...byNumber, by: 'own-message-id' };
    expect(believed(await mailWith(''), signed, SERVER)).toEqual(signed);
  });
});
