import { safeHtml } from '../../../mail-bridge/mime/safe-html';

describe('HTML from outside', () => {
  test.each([
    ['a script', '<script>alert(1)</script>text', 'text'],
    ['an event', '<p onclick="x()">text</p>', '<p>text</p>'],
    ['a script link', '<a href="javascript:alert(1)">text</a>', '<a>text</a>'],
    ['a script link in disguise', '<a href=" java\nscript:alert(1)">text</a>', '<a>text</a>'],
    ['a frame', '<iframe src="https://x.example"></iframe>text', 'text'],
    ['a remote image', '<img src="https://x.example/pixel.gif" alt="logo">', '<img alt="logo" />'],
    ['a protocol-relative image', '<img src="//x.example/pixel.gif">', '<img />'],
    ['a remote style', '<p style="background:url(https://x.example/a.png)">text</p>', '<p>text</p>'],
    ['a style sheet', '<style>@import url(https://x.example)</style>text', 'text'],
    ['a form', '<form action="https://x.example"><input name="a">text</form>', 'text'],
    ['a drawing with a script', '<svg><script>1</script><circle onload="x"/></svg>text', 'text'],
    ['a page base', '<base href="https://x.example/">text', 'text'],
    ['a data page', '<a href="data:text/html,<script>1</script>">text</a>', '<a>text</a>'],
  ])('%s is taken out, the text stays', (_name, html, expected) => {
    expect(safeHtml(html)).toBe(expected);
  });

  test('what people format stays', () => {
    const html =
      '<p style="color:#ff0000;text-align:left">a <b>b</b></p><table><tr><td colspan="2">c</td></tr></table>';
    expect(safeHtml(html)).toBe(
      '<p style="color:#ff0000;text-align:left">a <b>b</b></p><table><tr><td colspan="2">c</td></tr></table>',
    );
  });

  test('images of the mail itself stay', () => {
    expect(safeHtml('<img src="cid:logo@x">')).toBe('<img src="cid:logo@x" />');
  });

  test('a link opens without a way back', () => {
    expect(safeHtml('<a href="https://x.example">x</a>')).toBe(
      '<a rel="noopener noreferrer nofollow" target="_blank" href="https://x.example">x</a>',
    );
  });
});
