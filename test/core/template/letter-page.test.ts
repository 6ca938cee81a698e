/** The text of a mail as a page: what people typed stays what they typed. */
import fc from 'fast-check';
import { htmlPart } from '../../../core/template/html-part';
import { letterHtml } from '../../../core/template/letter-markup';

const html = (text: string, facts = false) => letterHtml(text, { facts });

describe('a person’s words', () => {
  test.each([
    ['paragraphs and line ends', 'one\ntwo\n\nthree', '<p>one<br>\ntwo</p>\n<p>three</p>'],
    ['a heading', '# one\n\nTwo\n===', '<p># one</p>\n<p>Two<br>\n===</p>'],
    ['emphasis', '*a* _b_ **c** `d` ~~e~~', '<p>*a* _b_ **c** `d` ~~e~~</p>'],
    ['markup', '<b onclick="x">&amp;</b>', '<p>&lt;b onclick=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;</p>'],
    ['a link of Markdown', '[a](b) ![c](d)', '<p>[a](b) ![c](d)</p>'],
    ['backslashes', 'C:\\temp \\* \\', '<p>C:\\temp \\* \\</p>'],
    ['an indented line', '    one\n\n\ttwo', '<p>one</p>\n<p>two</p>'],
    ['more than five', '>5 zł', '<p>&gt;5 zł</p>'],
    ['a telephone number', '+ 48 600', '<p>+\u00a048 600</p>'],
    ['a note', '* see below', '<p>*\u00a0see below</p>'],
    ['a year', '2026. Start', '<p>2026.\u00a0Start</p>'],
    ['a number in brackets', '1) one\n2) two', '<p>1)\u00a0one<br>\n2)\u00a0two</p>'],
    ['a line of dashes', '- - - -', '<p>-\u00a0- - -</p>'],
    ['a sign alone', 'a\n-\n1.\n+', '<p>a<br>\n-\u00a0<br>\n1.\u00a0<br>\n+\u00a0</p>'],
    ['a number behind a dash', '- 1. one', '<p>-\u00a01. one</p>'],
    ['wide gaps', 'a   b', '<p>a\u00a0\u00a0 b</p>'],
    ['a fact', 'Uwaga: a\nTermin: b', '<p>Uwaga: a<br>\nTermin: b</p>'],
    ['a rule', 'a\n\n---\n\nb', '<p>a</p>\n<p>---</p>\n<p>b</p>'],
  ])('%s', (_name, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  test('any text shows all its letters and makes no other elements', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'ab #*_`~<>&"[]()!\\|-+1.2)\n:\t=^{}'.split('')),
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, (written) => {
        const page = html(written);
        expect(
          page.replace(
            /<\/?(?:p|br|ul|ol|li|blockquote)(?: (?:(?:start|value)="\d+"|class="gmail_quote"))?>/g,
            '',
          ),
        ).not.toMatch(/[<>]/);
        const letters = (of: string) => of.replace(/[^abc]/g, '');
        expect(letters(page.replace(/<[^>]*>|&[a-z]+;/g, ''))).toBe(letters(written));
      }),
    );
  });
});

describe('quotations', () => {
  const flat = (text: string) => html(text).replace(/\n/g, '').split(' class="gmail_quote"').join('');
  test.each([
    ['a line', '> one', '<blockquote><p>one</p></blockquote>'],
    ['paragraphs', '> one\n>\n> two', '<blockquote><p>one</p><p>two</p></blockquote>'],
    ['what is below begins anew', '> one\ntwo', '<blockquote><p>one</p></blockquote><p>two</p>'],
    ['what is above ends', 'one\n> two', '<p>one</p><blockquote><p>two</p></blockquote>'],
    ['lists', '> - one\n> - two', '<blockquote><ul><li>one</li><li>two</li></ul></blockquote>'],
    [
      'what was quoted in it',
      '> one\n> > two',
      '<blockquote><p>one</p><blockquote><p>two</p></blockquote></blockquote>',
    ],
    ['only at the beginning of a line', 'a > b', '<p>a &gt; b</p>'],
    ['no markup of others', '> <b>x</b>', '<blockquote><p>&lt;b&gt;x&lt;/b&gt;</p></blockquote>'],
  ])('%s', (_name, text, expected) => {
    expect(flat(text)).toBe(expected);
  });

  test('are of the class that mail programs fold', () => {
    expect(html('> one')).toBe('<blockquote class="gmail_quote">\n<p>one</p>\n</blockquote>');
  });

  test('lose nothing, however deep people quote each other', () => {
    const deep = Array.from({ length: 300 }, (_, level) => `${'> '.repeat(level)}x${level}`).join('\n');
    expect(html(deep).match(/x\d+/g)).toHaveLength(300);
  });
});

describe('lists', () => {
  test('lose nothing, however deep somebody goes', () => {
    for (const step of ['  ', '    ', '\t']) {
      const deep = Array.from({ length: 200 }, (_, level) => `${step.repeat(level)}- x${level}`).join('\n');
      expect(html(deep).match(/x\d+/g)).toHaveLength(200);
    }
  });

  const items = (text: string) => html(text).replace(/\n/g, '');
  test.each([
    ['with dashes', '- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['with numbers', '1. one\n2. two', '<ol><li value="1">one</li><li value="2">two</li></ol>'],
    [
      'keep a number that somebody left out',
      '1. one\n3. three',
      '<ol><li value="1">one</li><li value="3">three</li></ol>',
    ],
    ['below a line of text', 'So:\n- one', '<p>So:</p><ul><li>one</li></ul>'],
    [
      'end where the next line begins',
      '1. one\nThen rest.',
      '<ol><li value="1">one</li></ol><p>Then rest.</p>',
    ],
    ['go on in an indented line', '- one\n  more\nrest', '<ul><li>one<br>more</li></ul><p>rest</p>'],
  ])('%s', (_name, text, expected) => {
    expect(items(text)).toBe(expected);
  });
});

describe('links', () => {
  const link = (href: string, shown = href) => `<p><a href="${href}">${shown}</a></p>`;
  const long = `https://spotkania.test/${'a'.repeat(80)}`;
  test.each([
    ['https://spotkania.test/a?b=c&d', link('https://spotkania.test/a?b=c&amp;d')],
    ['pomoc@akademia.school', link('mailto:pomoc@akademia.school', 'pomoc@akademia.school')],
    [
      'mailto:pomoc@x.test?subject=stop%20ab12',
      link('mailto:pomoc@x.test?subject=stop%20ab12', 'pomoc@x.test'),
    ],
    [long, link(long, `${long.slice(0, 69)}…`)],
    [
      `https://x.test/exec?stop=${'0'.repeat(60)}`,
      link(`https://x.test/exec?stop=${'0'.repeat(60)}`, 'https://x.test/exec?…'),
    ],
    ['plik.pl', '<p>plik.pl</p>'],
    ['www.example.com', '<p>www.example.com</p>'],
    ['javascript:alert(1)', '<p>javascript:alert(1)</p>'],
    ['ftp://example.com/a', '<p>ftp://example.com/a</p>'],
    ['//example.com/a', '<p>//example.com/a</p>'],
    ['data:text/html,x', '<p>data:text/html,x</p>'],
    ['mailto:a@x.test?bcc=b@x.test', '<p><a href="mailto:a@x.test">a@x.test</a>?bcc=b@x.test</p>'],
  ])('%s', (text, expected) => {
    expect(html(text).replace('?bcc=<a href="mailto:b@x.test">b@x.test</a>', '?bcc=b@x.test')).toBe(expected);
  });

  test('do not take the full stop of the sentence with them', () => {
    expect(html('See https://x.test/a.')).toBe('<p>See <a href="https://x.test/a">https://x.test/a</a>.</p>');
  });
});

describe('facts of a template', () => {
  test('are set off', () => {
    expect(html('Kurs: Excel\nDołącz tutaj: https://x.test/a', true)).toBe(
      '<p class="facts"><strong>Kurs:</strong> Excel<br>\n' +
        '<strong>Dołącz tutaj:</strong> <a href="https://x.test/a">https://x.test/a</a></p>',
    );
  });
  test.each([
    ['one line', 'Kurs: Excel'],
    ['a sentence among them', 'Kurs: Excel\nDo zobaczenia'],
    ['a sentence with a colon', 'Kurs: Excel\nSprawdź to dziś. Jutro już nie: za późno'],
    ['a colon without a blank', 'Kurs: Excel\nhttps://x.test'],
    ['items', '- Kurs: Excel\n- Kiedy: dziś'],
  ])('not %s', (_name, text) => {
    expect(html(text, true)).not.toMatch(/facts|strong/);
  });
});

describe('the page', () => {
  const page = (text: string, automatic = true) =>
    htmlPart({ language: 'pl', subject: 'Jutro: <Excel> & "Word"', text, automatic });
  test('says its language and its title, in the head and where programs on the web keep it', () => {
    expect(page('a')).toContain('<html lang="pl">');
    expect(page('a')).toContain('<div lang="pl"');
    expect(page('a')).toContain('<title>Jutro: &lt;Excel&gt; &amp; &quot;Word&quot;</title>');
  });
  test('has its subject for a heading, except where a person writes', () => {
    expect(page('a')).toContain('<h1>Jutro: &lt;Excel&gt; &amp; &quot;Word&quot;</h1>');
    expect(page('a', false)).not.toContain('<h1');
  });
  test('sets the help off, and nothing where there is none', () => {
    expect(page('a\n-- \nPomoc?')).toMatch(/<p>a<\/p>\n<div class="help"[^>]*>\n<p>Pomoc\?<\/p>\n<\/div>/);
    expect(page('a\n-- \nPomoc?')).not.toContain('-- ');
    expect(page('a')).not.toContain('<div class="help"');
  });
  test('fetches nothing and runs nothing', () => {
    expect(page('https://x.test/a.png')).not.toMatch(
      /<(?:img|link|script|iframe|object|base|form)|url\(|@import/i,
    );
  });
});
