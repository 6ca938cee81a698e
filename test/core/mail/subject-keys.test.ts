/** What of a subject tells one conversation from another. */
import { readSubject, subjectKey, ticketsNamed, ticketTokens } from '../../../core/mail/subject';

describe('prefixes', () => {
  test.each([
    ['Re', 'reply'],
    ['Odpowiedź', 'reply'],
    ['AW', 'reply'],
    ['Відповідь', 'reply'],
    ['На', 'reply'],
    ['Ats', 'reply'],
    ['رد', 'reply'],
    ['Real', 'none'],
    ['Fw', 'forward'],
    ['Fwd', 'forward'],
    ['Přeposláno', 'forward'],
    ['Przekazane', 'forward'],
    ['Przeslane', 'forward'],
    ['TR', 'forward'],
    ['Továbbítás', 'forward'],
    ['転送', 'forward'],
    ['Redir', 'forward'],
    ['Inoltro', 'forward'],
    ['Fow', 'forward'],
  ])('%s: (%s)', (prefix, kind) => {
    const { isReply, isForward } = readSubject(`${prefix}: Lessons`);
    expect({ isReply, isForward }).toEqual({ isReply: kind === 'reply', isForward: kind === 'forward' });
  });

  test('spaces around the subject are none of it', () => {
    expect(readSubject('   Re:   Lessons on Monday  ').base).toBe('Lessons on Monday');
    expect(readSubject('  Re: Lessons').isReply).toBe(true);
  });

  test('a hostile subject of prefixes costs forty of them', () => {
    expect(readSubject(`${'re: '.repeat(40)}x`).base).toBe('x');
    expect(readSubject(`${'re: '.repeat(41)}x`).base).toBe('re: x');
  });

  test('what stands beyond the length of a header line is not read', () => {
    expect(readSubject(`${'x'.repeat(998)}yyy`).base).toHaveLength(998);
    expect(subjectKey(`${'x'.repeat(998)}yyy`)).toHaveLength(998);
    expect(ticketTokens(`${'x'.repeat(998)} [#T-7K3Q9]`)).toEqual([]);
  });
});

describe('the key of a conversation', () => {
  test.each([
    ['Lessons', 'lessons'],
    ['LESSONS', 'lessons'],
    ['  Lessons   on \t Monday ', 'lessons on monday'],
    ['Re: [courses] Lessons', 'lessons'],
    ['[courses]Lessons', 'lessons'],
    ['[courses]   Lessons', 'lessons'],
    ['[a] Re: [b] Fwd: Lessons', 'lessons'],
    ['Lessons [#T-7K3Q9] on Monday', 'lessons on monday'],
    ['Lessons[#T-7K3Q9]on Monday', 'lessons on monday'],
    ['Lessons on Monday [#T-7K3Q9]', 'lessons on monday'],
    ['Lessons [room 4]', 'lessons [room 4]'],
    ['Lessons [#]', 'lessons [#]'],
  ])('of %j', (subject, key) => {
    expect(subjectKey(subject)).toBe(key);
  });

  test('six list tags go, a seventh stays', () => {
    expect(subjectKey('[a] [b] [c] [d] [e] [f] [g] x')).toBe('[g] x');
  });
});

describe('tokens of tickets', () => {
  test.each([
    ['[#T-7K3Q9]', ['T-7K3Q9']],
    ['[ # T-7K3Q9 ]', ['T-7K3Q9']],
    ['[  #  T 7K3Q9  ]', ['T-7K3Q9']],
    ['[#T7K3Q9]', ['T-7K3Q9']],
    ['[#T-7K3Q9] [#T-7K3Q9]', ['T-7K3Q9']],
    ['[#T-7K3Q9] [#T-AAAAA]', ['T-7K3Q9', 'T-AAAAA']],
    ['[#TX7K3Q9]', ['T-X7K3Q9']],
    ['[#T_7K3Q9]', []],
    ['[x#T-7K3Q9]', []],
    ['[#T-7K3Q9x y]', []],
    ['[#T-7K3]', []],
    ['[#T-UUUUU] and [#T-7K3Q9]', ['T-7K3Q9']],
  ])('in %j', (subject, tickets) => {
    expect(ticketTokens(subject)).toEqual(tickets);
  });
});

describe('tickets that a subject names', () => {
  test.each([
    ['in brackets and without', 'T-7K3Q9 and [#T-9QQQ2]', ['T-9QQQ2', 'T-7K3Q9']],
    ['once each', 'Re: [#T-7K3Q9] about T-7K3Q9', ['T-7K3Q9']],
    ['in small letters, with a sign', 'about #t-7k3q9.', ['T-7K3Q9']],
    ['not within another word', 'XT-7K3Q9 T-7K3Q9Ż UT-7K3Q9', []],
  ])('%s', (_, subject, tickets) => {
    expect(ticketsNamed(subject)).toEqual(tickets);
  });
});
