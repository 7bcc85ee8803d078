import { describe, expect, it } from 'vitest';
import { countedLinks, withCountedLinks } from '../../../../src/services/broadcasts/links.js';
import { aBroadcast } from '../../../support/console/builders.js';

const BROADCAST = aBroadcast({
  text: 'Читайте **[перелік](https://rada.gov.ua/a_(1))** і [ще](https://rada.gov.ua/b).\n\n- [перелік](https://rada.gov.ua/a_(1))\n\nhttps://rada.gov.ua/bare',
  link: { url: 'https://rada.gov.ua/news', label: 'На сайті' },
  buttons: [{ url: 'https://rada.gov.ua/b', label: 'Ще' }],
});

describe('counted links', () => {
  it('are the link, the buttons and the links in the text, each address once', () => {
    const links = countedLinks(BROADCAST);
    expect(links.map(({ url }) => url)).toEqual([
      'https://rada.gov.ua/news',
      'https://rada.gov.ua/b',
      'https://rada.gov.ua/a_(1)',
    ]);
    expect(new Set(links.map(({ code }) => code)).size).toBe(3);
    for (const { code } of links) expect(code).toMatch(/^[\w-]{10}$/);
  });

  it('stand where the addresses stood; a bare address stays readable', () => {
    const [link, button, text] = countedLinks(BROADCAST).map(({ code }) => `https://visnyk.ua/r/${code}`);
    const sent = withCountedLinks(BROADCAST, 'https://visnyk.ua');
    expect(sent.link).toEqual({ url: link, label: 'На сайті' });
    expect(sent.buttons).toEqual([{ url: button, label: 'Ще' }]);
    expect(sent.text).toBe(
      `Читайте **[перелік](${text})** і [ще](${button}).\n\n- [перелік](${text})\n\nhttps://rada.gov.ua/bare`,
    );
  });

  it('differ from broadcast to broadcast', () => {
    const codes = (id: string) => countedLinks({ ...BROADCAST, id }).map(({ code }) => code);
    expect(codes('one')).toEqual(codes('one'));
    expect(codes('one')).not.toEqual(codes('two'));
  });
});
