import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../../src/domain/canonical-url.js';

const PAGE = 'https://nizhynrada.gov.ua/news/novini/z-dnem-mista';

describe('spellings of one page', () => {
  it.each([
    ['http', 'http://nizhynrada.gov.ua/news/novini/z-dnem-mista'],
    ['case of the host', 'https://NizhynRada.GOV.ua/news/novini/z-dnem-mista'],
    ['a final dot', 'https://nizhynrada.gov.ua./news/novini/z-dnem-mista'],
    ['www.', 'https://www.nizhynrada.gov.ua/news/novini/z-dnem-mista'],
    [
      'mail., where the same machine serves the site, too',
      'https://mail.nizhynrada.gov.ua/news/novini/z-dnem-mista',
    ],
    ['a final slash', `${PAGE}/`],
    ['a campaign', `${PAGE}?utm_source=viber&UTM_Medium=bot`],
    ['marks of advertisers', `${PAGE}?fbclid=a&gclid=b&igsh=c&yclid=d&msclkid=e`],
    ['a fragment', `${PAGE}#photos`],
    ['the usual port', 'https://nizhynrada.gov.ua:443/news/novini/z-dnem-mista'],
    ['spaces around it', ` ${PAGE} `],
    ['all at once', 'HTTP://WWW.NizhynRada.gov.ua.:80/news/novini/z-dnem-mista/?utm_id=1#top'],
  ])('%s makes no difference', (_what, spelling) => {
    expect(canonicalUrl(spelling)).toBe(PAGE);
  });

  it('knows a Cyrillic address by its bytes', () => {
    const written = 'https://ніжин.укр/новини/день міста';
    expect(canonicalUrl(written)).toBe(canonicalUrl(new URL(written).href.replaceAll('%D0', '%d0')));
  });
});

describe('pages that differ', () => {
  it.each([
    ['a parameter that chooses the page', `${PAGE}?id=2`],
    ['another path', `${PAGE}-1`],
    ['case of the path', PAGE.replace('novini', 'Novini')],
    ['another host', PAGE.replace('nizhynrada', 'rada')],
    ['another port', PAGE.replace('gov.ua', 'gov.ua:8443')],
    ['a name that only begins like a mark', `${PAGE}?utmost=1`],
  ])('%s is another page', (_what, other) => {
    expect(canonicalUrl(other)).not.toBe(canonicalUrl(PAGE));
  });

  it('keeps what is left of the parameters in their order', () => {
    expect(canonicalUrl(`${PAGE}?b=2&utm_source=x&a=1&`)).toBe(`${PAGE}?b=2&a=1`);
  });
});

it.each([
  '',
  'новини',
  '/news/1',
  'ftp://nizhynrada.gov.ua/a',
  'javascript:alert(1)',
  'mailto:a@b.ua',
  'https://',
])('has no canonical form of %j', (text) => {
  expect(canonicalUrl(text)).toBeUndefined();
});

it('changes nothing when it is applied to its own result', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const once = canonicalUrl(url);
      expect(canonicalUrl(once ?? '')).toBe(once);
    }),
  );
});

it('is the same for every spelling of a host', () => {
  const spelling = fc.tuple(
    fc.domain(),
    fc.constantFrom('', 'www.', 'WWW.', 'mail.'),
    fc.constantFrom('', '.', '/', './'),
  );
  fc.assert(
    fc.property(spelling, ([host, prefix, end]) => {
      expect(canonicalUrl(`http://${prefix}${host.toUpperCase()}${end}`)).toBe(
        canonicalUrl(`https://${host}`),
      );
    }),
  );
});
