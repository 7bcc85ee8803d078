import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../src/feeds/parse-feed.js';
import { FeedError } from '../../../src/services/feeds/reader.js';

const reading = { url: 'https://nizhynrada.gov.ua/rss/feed.xml', timeZone: 'Europe/Kyiv' };
const parse = (source: string | Uint8Array, contentType?: string) =>
  parseFeed(typeof source === 'string' ? new TextEncoder().encode(source) : source, contentType, reading);
const rss = (items: string, head = '') =>
  `${head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Новини</title><link>https://nizhynrada.gov.ua/</link>${items}</channel></rss>`;

/** Cyrillic letters and ASCII in an encoding of one byte a letter. */
function inEncoding(encoding: 'windows-1251' | 'koi8-u', text: string): Uint8Array {
  const letters = new Map(
    Array.from({ length: 128 }, (_, place) => [
      new TextDecoder(encoding).decode(Uint8Array.of(place + 128)),
      place + 128,
    ]),
  );
  return Uint8Array.from(text, (letter) => letters.get(letter) ?? letter.charCodeAt(0));
}

const in1251 = (text: string) => inEncoding('windows-1251', text);

function kindOf(source: string): unknown {
  try {
    return parse(source);
  } catch (error) {
    return error instanceof FeedError ? error.kind : error;
  }
}

describe('RSS', () => {
  it('reads what an item says, with relative links made whole', () => {
    const { title, items } = parse(
      rss(`<item><title>Відбулось засідання</title><link>/news/novini/zasidannya-44</link>
        <guid isPermaLink="false">n-44</guid><pubDate>Mon, 01 Mar 2021 10:00:00 +0200</pubDate>
        <description>&lt;p&gt;Розглянули &lt;b&gt;14&lt;/b&gt; питань. &lt;a href="/docs/1.pdf"&gt;Проєкт&lt;/a&gt;&lt;/p&gt;</description></item>`),
    );
    expect(title).toBe('Новини');
    expect(items).toEqual([
      {
        guid: 'n-44',
        url: 'https://nizhynrada.gov.ua/news/novini/zasidannya-44',
        title: 'Відбулось засідання',
        text: 'Розглянули **14** питань. [Проєкт](https://nizhynrada.gov.ua/docs/1.pdf)',
        publishedAt: new Date('2021-03-01T08:00:00Z'),
        pictures: [],
      },
    ]);
  });

  it('takes the guid for the link where it is an address and there is no link', () => {
    const [permanent, opaque] = parse(
      rss(`<item><title>А</title><guid>https://nizhynrada.gov.ua/n/1</guid></item>
           <item><title>Б</title><guid isPermaLink="false">https://nizhynrada.gov.ua/n/2</guid></item>`),
    ).items;
    expect([permanent?.url, opaque?.url]).toEqual(['https://nizhynrada.gov.ua/n/1', undefined]);
  });

  it('keeps items with equal titles apart', () => {
    const item = (n: number) => `<item><title>Відбулось засідання</title><link>/n/${n}</link></item>`;
    expect(parse(rss(item(1) + item(2))).items.map(({ url }) => url)).toEqual([
      'https://nizhynrada.gov.ua/n/1',
      'https://nizhynrada.gov.ua/n/2',
    ]);
  });

  it('reads broken markup as a browser would', () => {
    const [item] = parse(
      rss(
        `<item><title>Тарифи & ціни: вода < 5 грн</title><link>/a?x=1&y=2</link>
           <description>Перше<br>друге <p>абзац <i>без кінця</description></item>`,
        'Warning: mysql_connect()\n',
      ),
    ).items;
    expect(item).toMatchObject({
      title: 'Тарифи & ціни: вода < 5 грн',
      url: 'https://nizhynrada.gov.ua/a?x=1&y=2',
      text: 'Перше\nдруге\n\nабзац без кінця',
    });
  });

  it('prefers the whole text to its beginning', () => {
    const [item] = parse(
      rss(
        '<item><title>А</title><description>Початок…</description><content:encoded><![CDATA[<p>Усе</p>]]></content:encoded></item>',
      ),
    ).items;
    expect(item?.text).toBe('Усе');
  });

  it('gives an item without a title its first line, and drops one that says nothing', () => {
    const { items } = parse(
      rss('<item><description>Вода з 9:00.&lt;br&gt;Далі</description></item><item><link>/x</link></item>'),
    );
    expect(items.map(({ title }) => title)).toEqual(['Вода з 9:00.']);
  });
});

describe('Atom', () => {
  it('reads HTML, XHTML and plain texts, and the alternate link', () => {
    const { items } =
      parse(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://city.ua/news/">
      <title>Місто</title>
      <entry><id>tag:1</id><title type="html">Про &lt;b&gt;воду&lt;/b&gt;</title><link rel="edit" href="/edit"/><link href="1"/>
        <published>2021-03-28T02:30:00+02:00</published><updated>2021-04-01T00:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Так<br/>і так</p></div></content></entry>
      <entry><id>tag:2</id><title>2 &lt; 3</title><summary>Коротко</summary><updated>2021-03-02</updated></entry></feed>`);
    expect(items).toEqual([
      {
        guid: 'tag:1',
        url: 'https://city.ua/news/1',
        title: 'Про воду',
        text: 'Так\nі так',
        publishedAt: new Date('2021-03-28T00:30:00Z'),
        pictures: [],
      },
      {
        guid: 'tag:2',
        url: undefined,
        title: '2 < 3',
        text: 'Коротко',
        publishedAt: new Date('2021-03-01T22:00:00Z'),
        pictures: [],
      },
    ]);
  });
});

describe('JSON Feed', () => {
  it('reads items and passes over what has a wrong type', () => {
    const { items } = parse(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Місто',
        items: [
          {
            id: 7,
            url: '/7',
            title: 'Сім',
            content_html: '<p>Так</p>',
            date_published: '2021-03-01T10:00:00Z',
          },
          5,
          { id: 'x', title: 8 },
        ],
      }),
    );
    expect(items).toEqual([
      {
        guid: '7',
        url: 'https://nizhynrada.gov.ua/7',
        title: 'Сім',
        text: 'Так',
        publishedAt: new Date('2021-03-01T10:00:00Z'),
        pictures: [],
      },
    ]);
  });
});

describe('pictures', () => {
  const picturesOf = (source: string) => parse(source).items[0]?.pictures;

  it('are those that an item names, else the first one of its text', () => {
    expect(
      picturesOf(
        rss(`<item><title>А</title><enclosure url="/a.jpg" type="image/jpeg"/><enclosure url="/b.mp3" type="audio/mpeg"/>
          <media:group><media:content url="/c.png" medium="image"><media:title>Сквер</media:title></media:content>
          <media:content url="/a.jpg" type="image/jpeg"/></media:group></item>`),
      ),
    ).toEqual([
      { url: 'https://nizhynrada.gov.ua/a.jpg', alt: '' },
      { url: 'https://nizhynrada.gov.ua/c.png', alt: 'Сквер' },
    ]);
    expect(
      picturesOf(
        rss(`<item><title>А</title><description><![CDATA[<img src="/count.gif" width="1"><script><img src="/no.jpg"></script>
          <img src="data:image/png;base64,AA"><img src="http://n.ua/plain.jpg"><img alt="Новий &laquo;сквер&raquo;" src="/d.jpg?a=1&amp;b=2"><img src="/e.jpg">]]></description></item>`),
      ),
    ).toEqual([{ url: 'https://nizhynrada.gov.ua/d.jpg?a=1&b=2', alt: 'Новий «сквер»' }]);
  });

  it('are read from Atom and JSON Feed, too', () => {
    expect(
      picturesOf(
        `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>А</title><link rel="enclosure" type="image/png" href="/f.png"/><content type="html">&lt;img src="/g.png"&gt;</content></entry></feed>`,
      ),
    ).toEqual([{ url: 'https://nizhynrada.gov.ua/f.png', alt: '' }]);
    const item = {
      title: 'А',
      image: '/h.jpg',
      attachments: [
        { url: '/i.jpg', mime_type: 'image/jpeg', title: 'Парк' },
        { url: '/j.pdf', mime_type: 'application/pdf' },
      ],
    };
    const source = (given: object) =>
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [given] });
    expect(picturesOf(source(item))).toEqual([
      { url: 'https://nizhynrada.gov.ua/h.jpg', alt: '' },
      { url: 'https://nizhynrada.gov.ua/i.jpg', alt: 'Парк' },
    ]);
    expect(picturesOf(source({ title: 'А', image: 7, attachments: 'x' }))).toEqual([]);
  });
});

describe('encodings', () => {
  const item = '<item><title>Ніжин: їжа й ґанок</title></item>';

  it('reads windows-1251 by the declaration, by the header, and where neither says so', () => {
    const declared = in1251(rss(item, '<?xml version="1.0" encoding="windows-1251"?>'));
    const titles = [
      parse(declared),
      parse(declared, 'text/xml; charset=utf-8'),
      parse(in1251(rss(item)), 'text/xml; charset=windows-1251'),
      parse(in1251(rss(item)), 'text/xml'),
    ].map(({ items }) => items[0]?.title);
    expect(titles).toEqual(Array.from({ length: 4 }, () => 'Ніжин: їжа й ґанок'));
  });

  it.each(['windows-1251', 'koi8-u'] as const)(
    'reads %s, whether it is declared, wrongly declared or not',
    (encoding) => {
      const source = inEncoding(encoding, rss(item));
      const titles = [
        parse(inEncoding(encoding, rss(item, `<?xml version="1.0" encoding="${encoding}"?>`))),
        parse(source),
        parse(source, 'text/xml; charset=utf-8'),
        parse(source, 'text/xml; charset=unheard-of'),
        parse(inEncoding(encoding, rss(item, '<?xml version="1.0" encoding="utf-8"?>'))),
      ].map(({ items }) => items[0]?.title);
      expect(titles).toEqual(Array.from({ length: 5 }, () => 'Ніжин: їжа й ґанок'));
    },
  );

  it('drops what no Word file can hold', () => {
    expect(parse(rss('<item><title>А\uFFFFБ&#xFFFE;В</title></item>')).items[0]?.title).toBe('АБВ');
  });

  it('believes bytes that are UTF-8 rather than a declaration', () => {
    expect(parse(rss(item, '<?xml version="1.0" encoding="windows-1251"?>')).items[0]?.title).toBe(
      'Ніжин: їжа й ґанок',
    );
  });

  it('leaves out a letter of UTF-8 that was cut in half', () => {
    const bytes = new TextEncoder().encode(
      rss('<item><title>АБ#</title></item>', '<?xml version="1.0" encoding="utf-8"?>'),
    );
    bytes[bytes.indexOf(35)] = 0xd0;
    expect(parse(bytes).items[0]?.title).toBe('АБ');
  });
});

describe('what is no feed', () => {
  it.each([
    ['a page', '<!DOCTYPE html><html><body>Сайт на ремонті</body></html>', 'html'],
    ['nothing', ' \n', 'blank'],
    ['a text', 'Not found', 'format'],
    ['other JSON', '{"error":1}', 'format'],
    ['JSON that was cut', '{"version":"https://jsonfeed.org/version/1","items":[{"id"', 'broken'],
    ['a feed that was cut', '<rss><channel><item><title>А</title></item><item><tit', 'broken'],
  ])('is told by its kind: %s', (_, source, kind) => {
    expect(kindOf(source)).toBe(kind);
  });

  it('expands no entities that a document defines', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "${'ха'.repeat(1_000)}"><!ENTITY b "&a;&a;&a;&a;">]>`;
    expect(parse(rss('<item><title>&b;</title></item>', bomb)).items[0]?.title).toBe('&b;');
  });
});
