import { renderTelegram, TELEGRAM_LIMITS } from '../../../src/channels/telegram/render.js';
import { renderViber, VIBER_LIMITS } from '../../../src/channels/viber/render.js';
import type { Broadcast } from '../../../src/domain/broadcast.js';
import { type Appearance, appearanceOf } from '../../../src/services/broadcasts/appearance.js';
import { broadcastContent } from '../../../src/services/broadcasts/content.js';

const WORDS = {
  read: 'Читати на сайті',
  less: 'Менше таких',
  allPictures: 'Усі фото',
  comment: 'Надіслати зауваження',
  discussion: '',
  page: 'https://nizhyn.example/n/b1',
};
const LOOK = {
  senderName: 'Ніжинська міська рада',
  pictureUrl: (name: string) => `https://nizhyn.example/media/${name}`,
};

/** How the channels really show a broadcast. */
export function shownInBoth(broadcast: Broadcast): Appearance {
  return appearanceOf(broadcast, () => broadcastContent(broadcast, WORDS), [
    { id: 'telegram', limits: TELEGRAM_LIMITS, render: renderTelegram },
    { id: 'viber', limits: VIBER_LIMITS, render: (content) => renderViber(content, LOOK) },
  ]);
}
