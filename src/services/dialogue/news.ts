import { localDay } from '../../lib/city-time.js';
import { shortDay } from './dates.js';
import type { NewsView } from './ports.js';
import type { Scene } from './scene.js';
import { choice, menuChoice, type ScreenDefinition } from './screen.js';
import { goTo, type Turn } from './turn.js';

const ITEMS_PER_PAGE = 5;

/** N1: today's news, or those of the last day that had any. Asked for, so no consent to mailings is needed. */
export const news: ScreenDefinition<'news'> = {
  card: true,
  ask(scene) {
    const { page } = scene.screen;
    const { items } = scene.context.news;
    const from = page * ITEMS_PER_PAGE;
    const lines = items.slice(from, from + ITEMS_PER_PAGE).map(newsLine);
    const more = items.length > from + ITEMS_PER_PAGE;
    return {
      text: [newsHeading(scene), ...lines].join('\n'),
      choices: [
        ...(more
          ? [choice('more', scene.say('common.more'), () => goTo(scene, { id: 'news', page: page + 1 }))]
          : []),
        menuChoice(scene),
      ],
    };
  },
};

/** «Новини сьогодні» */
export function openNews(scene: Scene): Turn {
  return goTo(scene, { id: 'news', page: 0 });
}

function newsLine({ title, url, openingWords }: NewsView): string {
  return url === undefined ? openingWords : `${title} ${url}`;
}

function newsHeading(scene: Scene): string {
  const { news: latest, now, timeZone } = scene.context;
  const count = latest.items.length;
  if (count === 0) return scene.say('news.none');
  const date = shortDay(scene, latest.day);
  const today = latest.day === localDay(now, timeZone);
  return today ? scene.say('news.today', { date, count }) : scene.say('news.noneToday', { date });
}
