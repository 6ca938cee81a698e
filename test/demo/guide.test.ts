import { Guide, type GuideEvent } from '../../demo/page/guide';

const TICKETS: Readonly<Record<string, string>> = { '<mine>': 'T-MINE1', '<other>': 'T-OTHER' };
const acknowledged = (id: string): GuideEvent => ({
  kind: 'news',
  news: [{ kind: 'acknowledged', id, who: 'Priya' }],
});

function afterwards(...events: GuideEvent[]) {
  const guide = new Guide((messageId) => TICKETS[messageId] ?? null);
  for (const event of events) guide.note(event);
  return guide.done;
}

describe('the guide checks a step off', () => {
  it('when the newcomer has written', () => {
    expect(afterwards({ kind: 'sent', messageId: '<mine>' })).toEqual(['write']);
  });

  it('when the newcomer’s own ticket is acknowledged, not when another one is', () => {
    const sent: GuideEvent = { kind: 'sent', messageId: '<mine>' };
    expect(afterwards(sent, acknowledged('T-OTHER'))).toEqual(['write']);
    expect(afterwards(sent, acknowledged('T-MINE1'))).toEqual(['write', 'arrive']);
  });

  it('when an answer from the Sheet arrives in its thread', () => {
    const queued: GuideEvent = { kind: 'queued-answer', ticketId: 'T-MINE1' };
    const received = (references: string[], automatic = false): GuideEvent => ({
      kind: 'received',
      automatic,
      references,
    });
    expect(afterwards(queued)).toEqual(['answer']);
    expect(afterwards(queued, received([]))).toEqual(['answer']);
    expect(afterwards(queued, received(['<other>']))).toEqual(['answer']);
    expect(afterwards(queued, received(['<mine>'], true))).toEqual(['answer']);
    expect(afterwards(queued, received(['<mine>']))).toEqual(['answer', 'receive']);
    expect(afterwards(received(['<mine>']))).toEqual([]);
  });

  it('when an answer that the newcomer gave as a trainer has reached the participant', () => {
    const answered = (id: string): GuideEvent => ({
      kind: 'news',
      news: [{ kind: 'answered', id, who: 'Jan' }],
    });
    const byMail: GuideEvent = { kind: 'answered-by-mail', ticketId: 'T-OTHER' };
    expect(afterwards(byMail)).toEqual([]);
    expect(afterwards(byMail, answered('T-MINE1'))).toEqual([]);
    expect(afterwards(answered('T-OTHER'), byMail)).toEqual([]);
    expect(afterwards(byMail, answered('T-OTHER'))).toEqual(['trainer']);
  });

  it('in the order of the list, whatever the order in which things happened', () => {
    expect(
      afterwards({ kind: 'saw-dashboard' }, { kind: 'moved-clock' }, { kind: 'sent', messageId: '<mine>' }),
    ).toEqual(['write', 'clock', 'dashboard']);
  });
});
