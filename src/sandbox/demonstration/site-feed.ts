const SITE = 'https://nizhynrada.gov.ua';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** An item of the demonstration site; nothing in it needs to be escaped in XML. */
interface SiteItem {
  readonly title: string;
  readonly text: string;
  /** How long before the feed is read it came out */
  readonly ageMs: number;
  /** How long after the feed was first asked for it is there */
  readonly appearsAfterMs: number;
}

const past = (daysAgo: number, title: string, text: string): SiteItem => ({
  title,
  text,
  ageMs: daysAgo * DAY_MS,
  appearsAfterMs: Number.NEGATIVE_INFINITY,
});
const fresh = (appearsAfterMs: number, title: string, text: string): SiteItem => ({
  title,
  text,
  ageMs: MINUTE_MS,
  appearsAfterMs,
});

/** The newest last; new ones come a minute, ten minutes and an hour after somebody has tried the feed. */
const ITEMS: readonly SiteItem[] = [
  past(5, 'Відбулось засідання виконавчого комітету', 'Розглянуто 14 питань порядку денного.'),
  past(4, 'Бібліотека запрошує на читання казок', 'Щосуботи об 11:00 у дитячому залі.'),
  past(3, 'Розпочато підготовку тепломереж до зими', 'Перевіряють котельні та насоси.'),
  past(2, 'Відбулось засідання виконавчого комітету', 'Затверджено програму благоустрою.'),
  past(1, 'Школярі перемогли на обласній олімпіаді', 'Три перші місця з математики.'),
  fresh(MINUTE_MS, 'На вулиці Шевченка відновили освітлення', 'Замінено 12 світильників.'),
  fresh(10 * MINUTE_MS, 'Міський автобус №\u00A04 змінює маршрут', 'З понеділка – через вулицю Гоголя.'),
  fresh(60 * MINUTE_MS, 'У парку висадили 40 молодих лип', 'Дякуємо всім, хто прийшов на толоку.'),
];

/**
 * The feed of the demonstration site as RSS 2.0: its past, and after a while something new.
 *
 * @param now the city's clock
 * @param sinceFirstMs how long ago the feed was asked for the first time
 */
export function siteFeed(now: Date, sinceFirstMs: number): string {
  const items = ITEMS.map((item, index) => ({
    ...item,
    url: `${SITE}/news/novini/demonstration-${index + 1}`,
  }))
    .filter(({ appearsAfterMs }) => appearsAfterMs <= sinceFirstMs)
    .map(({ title, text, ageMs, url }) => {
      const date = new Date(now.getTime() - ageMs).toUTCString();
      return `<item><title>${title}</title><link>${url}</link><description>${text}</description><pubDate>${date}</pubDate></item>`;
    });
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Демонстраційний сайт</title><link>${SITE}/</link>${items.reverse().join('')}</channel></rss>`;
}
