import type { NewPublication } from '../../../services/publications/store.js';
import { momentOf, SITE, toPublication } from './publications.js';

const LAST_MINUTE = 23 * 60 + 59;
/** The page that the walk moves to April: published in the last minute of March, which belongs to March. */
export const MOVABLE_SLUG = 'pidsumky-misyatsya';

/**
 * What stands around March and must not be counted in it: the last minute of February, the first of April, drafts,
 * and the same page under two more spellings of the host. The first and the last minute of March itself are the
 * month's own: they take the places of two of its news.
 */
export function neighboursOfMarch(timeZone: string): NewPublication[] {
  const news = (month: string, day: number, minutes: number, title: string, slug: string) =>
    toPublication(
      month,
      { kind: 'news', title, slug, publishedAt: momentOf(month, day, minutes, timeZone) },
      day,
    );
  return [
    news('2021-02', 28, LAST_MINUTE, 'Підсумки лютого', 'pidsumky-lyutoho'),
    news('2021-04', 1, 0, 'Квітень у громаді: що заплановано', 'plany-na-kviten'),
    ...[1, 2, 3].map((number) =>
      toPublication(
        '2021-03',
        {
          kind: 'news',
          title: `Чернетка: зустріч з мешканцями, частина ${number}`,
          slug: `chernetka-${number}`,
          publishedAt: undefined,
          status: 'draft',
        },
        number,
      ),
    ),
    ...['https://mail.nizhynrada.gov.ua', 'https://nizhynrada.gov.ua.'].map((host) =>
      sameFrom(host, timeZone),
    ),
  ];
}

/** News that were published in March and taken down again. */
export function deletedOfMarch(timeZone: string): NewPublication[] {
  return [1, 2].map((number) =>
    toPublication(
      '2021-03',
      {
        kind: 'news',
        title: `Оголошення з помилкою в даті, варіант ${number}`,
        slug: `pomylka-${number}`,
        publishedAt: momentOf('2021-03', 16, 12 * 60 + number, timeZone),
      },
      number,
    ),
  );
}

/** The first and the last minute of the month, in place of its first and last news. */
export function withEdges(publications: readonly NewPublication[], timeZone: string): NewPublication[] {
  const isNews = ({ kind }: NewPublication) => kind === 'news';
  const first = publications.findIndex(isNews);
  const last = publications.findLastIndex(isNews);
  return publications.map((publication, index) => {
    if (index === first) return { ...publication, publishedAt: momentOf('2021-03', 1, 0, timeZone) };
    if (index !== last) return publication;
    const slug = MOVABLE_SLUG;
    const publishedAt = momentOf('2021-03', 31, LAST_MINUTE, timeZone);
    return toPublication('2021-03', { kind: 'news', title: 'Підсумки березня', slug, publishedAt }, index);
  });
}

/** The page of the month's second news, as another host of the same site serves it. */
function sameFrom(host: string, timeZone: string): NewPublication {
  const publishedAt = momentOf('2021-03', 2, 10 * 60, timeZone);
  const same = toPublication('2021-03', { kind: 'news', title: 'Повтор', slug: 'news-2', publishedAt }, 0);
  return { ...same, url: same.url?.replace(SITE, host) };
}
