/** Answers of a trainer with pictures between the words, as the programs of people write them. Invented throughout. */

export interface Part {
  readonly head: readonly string[];
  readonly body: string;
}

export const picture = (of: string): Buffer => Buffer.from(`\u0089PNG\r\n${of}`, 'latin1');

export const text = (type: 'plain' | 'html', body: string): Part => ({
  head: [`Content-Type: text/${type}; charset=utf-8`, 'Content-Transfer-Encoding: 8bit'],
  body,
});

export const file = (name: string, type: string, bytes: Buffer, ...more: readonly string[]): Part => ({
  head: [
    `Content-Type: ${type}; name="${name}"`,
    ...(more.some((line) => /^Content-Disposition/i.test(line))
      ? []
      : [`Content-Disposition: attachment; filename="${name}"`]),
    'Content-Transfer-Encoding: base64',
    ...more,
  ],
  body: bytes.toString('base64').replace(/.{76}/g, '$&\r\n'),
});

export const inline = (name: string, contentId: string, bytes: Buffer, type = 'image/png'): Part =>
  file(name, type, bytes, `Content-ID: <${contentId}>`, `Content-Disposition: inline; filename="${name}"`);

let boundaries = 0;
export function multipart(subtype: string, ...parts: readonly Part[]): Part {
  boundaries += 1;
  const boundary = `part-${boundaries}`;
  const each = parts.map(({ head, body }) => `--${boundary}\r\n${head.join('\r\n')}\r\n\r\n${body}\r\n`);
  return {
    head: [`Content-Type: multipart/${subtype}; boundary="${boundary}"`],
    body: `${each.join('')}--${boundary}--\r\n`,
  };
}

export function mailOf({ head, body }: Part): Buffer {
  const headers = [
    'From: Lena Wrona <lena@trainers.test>',
    'To: support@firm.test',
    'Subject: Re: [#T-7K3Q9] The recording',
    'Date: Mon, 23 Nov 2026 10:00:00 +0100',
    'Message-ID: <answer@trainers.test>',
    'In-Reply-To: <b1a_7K3Q9.x@firm.test>',
    'MIME-Version: 1.0',
  ];
  return Buffer.from([...headers, ...head, '', body].join('\r\n'));
}

/** `[image: name]` in the plain text; the quoted mail's picture and the logo of the signature are there too. */
export const gmail = (): Buffer =>
  mailOf(
    multipart(
      'related',
      multipart(
        'alternative',
        text(
          'plain',
          [
            'Click here:',
            '',
            '[image: Screenshot 2026-11-23 at the very beginning of the lesson, page',
            'one.png]',
            'and then here: [image: image.png]',
            '',
            '-- ',
            'Lena',
            '[image: logo.png]',
            '',
            'On Mon, 23 Nov 2026 at 09:00, Firm <support@firm.test> wrote:',
            '',
            '> This is what I see:',
            '> [image: image.png]',
            '>',
          ].join('\r\n'),
        ),
        text(
          'html',
          '<div dir="ltr"><div>Click here:</div><div><br></div><div><img src="cid:ii_1" ' +
            'alt="Screenshot 2026-11-23 at the very beginning of the lesson, page one.png" width="542" height="300"></div>' +
            '<div>and then here: <img src="cid:ii_2" alt="image.png" width="20" height="200"></div>' +
            '<br clear="all"><span class="gmail_signature_prefix">-- </span><br>' +
            '<div class="gmail_signature">Lena<br><img src="cid:ii_logo" alt="logo.png"></div></div><br>' +
            '<div class="gmail_quote gmail_quote_container"><div class="gmail_attr">On Mon, 23 Nov 2026 at 09:00, Firm ' +
            '&lt;support@firm.test&gt; wrote:<br></div><blockquote class="gmail_quote">This is what I see:<br>' +
            '<img src="cid:ii_quoted" alt="image.png"></blockquote></div>',
        ),
      ),
      inline(
        'Screenshot 2026-11-23 at the very beginning of the lesson, page one.png',
        'ii_1',
        picture('one'),
      ),
      inline('image.png', 'ii_2', picture('two')),
      inline('logo.png', 'ii_logo', picture('logo')),
      inline('image.png', 'ii_quoted', picture('quoted')),
    ),
  );

/** `[cid:…]` in the plain text, icons that lead to pages in the signature. */
export const outlook = (): Buffer =>
  mailOf(
    multipart(
      'related',
      multipart(
        'alternative',
        text(
          'plain',
          [
            'Proszę kliknąć tutaj:',
            '',
            '[cid:image001.png@01DC5C2A.5A0D7F50]',
            '',
            'Lena',
            '[cid:image002.png@01DC5C2A.5A0D7F50]<https://page.test/>',
            '',
            'From: Firm <support@firm.test>',
            'Sent: Monday, November 23, 2026 9:00 AM',
            'To: Lena Wrona <lena@trainers.test>',
            'Subject: [#T-7K3Q9] The recording',
            '',
            'This is what I see',
          ].join('\r\n'),
        ),
        text(
          'html',
          '<html><body><div class="WordSection1"><p class="MsoNormal">Proszę kliknąć tutaj:</p>' +
            '<p class="MsoNormal"><img width="624" height="351" src="cid:image001.png@01DC5C2A.5A0D7F50" ' +
            'alt="Obraz zawierający tekst"></p><p class="MsoNormal">Lena</p><p class="MsoNormal">' +
            '<a href="https://page.test/"><span><img src="cid:image002.png@01DC5C2A.5A0D7F50"></span></a></p>' +
            '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>From:</b> Firm ' +
            '&lt;support@firm.test&gt;<br><b>Sent:</b> Monday, November 23, 2026 9:00 AM<br><b>To:</b> Lena</p></div>' +
            '<p class="MsoNormal">This is what I see</p></div></body></html>',
        ),
      ),
      inline('image001.png', 'image001.png@01DC5C2A.5A0D7F50', picture('one')),
      inline('image002.png', 'image002.png@01DC5C2A.5A0D7F50', picture('icon')),
    ),
  );

/** Nothing in the plain text; a PDF shown in the midst of the page, and a photo that few programs show. */
export const apple = (): Buffer =>
  mailOf(
    multipart(
      'alternative',
      text(
        'plain',
        'Here it is:\r\n\r\n\r\n\r\nand the plan.\r\n\r\n> On 23 Nov 2026, at 09:00, Firm <support@firm.test> wrote:\r\n> \r\n> I see nothing\r\n',
      ),
      multipart(
        'related',
        text(
          'html',
          '<html><body><div>Here it is:</div><div><br></div><div><img src="cid:9F%2B1@mac" alt="IMG_1.jpeg"></div>' +
            '<div><img src="cid:9F2@mac" alt="IMG_2.heic"></div><div><object type="application/x-apple-msg-attachment" ' +
            'data="cid:9F3@mac"></object></div><div>and the plan.</div><div><br><blockquote type="cite">' +
            '<div>On 23 Nov 2026, at 09:00, Firm &lt;support@firm.test&gt; wrote:</div><br><div>I see nothing</div>' +
            '</blockquote></div></body></html>',
        ),
        inline('IMG_1.jpeg', '9F+1@mac', picture('photo'), 'image/jpeg'),
        inline('IMG_2.heic', '9F2@mac', picture('heic'), 'image/heic'),
        inline('plan.pdf', '9F3@mac', Buffer.from('%PDF-1.7'), 'application/pdf'),
      ),
    ),
  );
