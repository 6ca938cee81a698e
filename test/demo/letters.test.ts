import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conversationsOf, type Letter, Letters } from '../../demo/page/letters';

const ZOFIA = 'zofia@poczta.test';

function letter(
  id: string,
  at: number,
  references: string[] = [],
  direction: Letter['direction'] = 'in',
): Letter {
  return {
    of: ZOFIA,
    messageId: id,
    references,
    direction,
    from: 'Akademia Jasna <pomoc@akademia-jasna.test>',
    to: ZOFIA,
    subject: `about ${id}`,
    text: 'Hello',
    quote: '',
    replyTo: '',
    cc: [],
    files: [],
    raw: '',
    at,
    automatic: false,
  };
}

const shape = (letters: readonly Letter[]) =>
  conversationsOf(letters, () => false).map(({ letters: own }) => own.map(({ messageId }) => messageId));

describe('the mail of one of the people', () => {
  it('show from whom they come, where an answer goes, and what they carry', () => {
    const asked = {
      ...letter('<a>', 1),
      from: 'Jan via Akademia Jasna <pomoc@akademia-jasna.test>',
      replyTo: 'pomoc+a.t-7k3q9.x@akademia-jasna.test',
      files: [
        { name: 'screen.png', type: 'image/png', bytes: 10 },
        { name: 'page.svg', type: 'image/svg+xml', bytes: 20 },
      ],
    };
    const view = (one: Letter) => conversationsOf([one], () => false)[0]?.letters[0];
    expect(view(asked)).toMatchObject({
      from: 'Jan via Akademia Jasna',
      fromAddress: 'pomoc@akademia-jasna.test',
      replyTo: asked.replyTo,
      files: [
        { name: 'screen.png', bytes: 10, isPicture: true },
        { name: 'page.svg', bytes: 20, isPicture: false },
      ],
    });
    // An older demo has kept no such thing.
    expect(view(letter('<a>', 1))?.replyTo).toBe('pomoc@akademia-jasna.test');
    // What lies in the folder beside it, raw mail and all, is not shown.
    expect(Object.keys(view(asked) ?? {})).not.toContain('raw');
  });

  it('holds letters together that name one another, the newest conversation first', () => {
    const question = letter('<q>', 1, [], 'out');
    const receipt = letter('<r>', 2, ['<q>']);
    const reminder = letter('<m>', 3);
    const answer = letter('<a>', 4, ['<unknown>', '<q>', '<r>']);
    expect(shape([answer, reminder, receipt, question])).toEqual([['<q>', '<r>', '<a>'], ['<m>']]);
  });

  it('lets a letter stand alone whose thread is not in this mailbox', () => {
    expect(shape([letter('<a>', 1, ['<elsewhere>'])])).toEqual([['<a>']]);
  });

  it('takes the subject of the first letter and shows senders without their address', () => {
    const [conversation] = conversationsOf([letter('<b>', 2, ['<a>']), letter('<a>', 1)], () => true);
    expect(conversation?.subject).toBe('about <a>');
    expect(conversation?.letters.map(({ from, unread }) => [from, unread])).toEqual([
      ['Akademia Jasna', true],
      ['Akademia Jasna', true],
    ]);
  });

  it('counts what came in as unread until it is read', () => {
    const letters = new Letters(null);
    letters.add(letter('<q>', 1, [], 'out'));
    letters.add(letter('<a>', 2));
    expect(letters.count(ZOFIA)).toEqual({ letters: 2, unread: 1 });
    expect(letters.markRead('ostap@poshta.test', ['<a>'])).toBe(false);
    expect(letters.markRead(ZOFIA, ['<a>'])).toBe(true);
    expect(letters.markRead(ZOFIA, ['<a>'])).toBe(false);
    expect(letters.count(ZOFIA)).toEqual({ letters: 2, unread: 0 });
  });

  it('is still there after a restart when it is kept', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rowdesk-letters-'));
    try {
      new Letters(folder).add(letter('<a>', 1));
      expect(new Letters(folder).find(ZOFIA, '<a>')).toEqual(letter('<a>', 1));
      expect(new Letters(folder).find('ostap@poshta.test', '<a>')).toBeNull();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
