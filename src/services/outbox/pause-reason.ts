import type { ChannelId } from '../../domain/channel-id.js';
import { reasonWords } from './reason-words.js';

/** Why the outbox pauses a broadcast by itself. */
export type PauseCause = 'content' | 'strangers' | 'account';

const NAMES: Readonly<Record<ChannelId, string>> = { telegram: 'Telegram', viber: 'Viber' };

const NEW_TOKEN = 'Перевірте токен у налаштуваннях сервісу, перезапустіть його й продовжте розсилку.';
const ASK_VIBER = 'Зверніться до підтримки Viber, а коли все владнається, продовжте розсилку.';

/** What staff, or the city's IT person, can do: refusal → advice. */
const ADVICE: Readonly<Record<string, string>> = {
  'telegram.401': NEW_TOKEN,
  'telegram.404': NEW_TOKEN,
  'telegram.400.frozen': 'Зверніться до підтримки Telegram, а коли бот знову запрацює, продовжте розсилку.',
  'telegram.400.entities': 'Скасуйте розсилку, спростіть оформлення тексту й створіть нову.',
  'telegram.400.too-long': 'Скасуйте розсилку, скоротіть текст і створіть нову.',
  'telegram.400.button': 'Скасуйте розсилку, виправте посилання кнопок і створіть нову.',
  'telegram.400.file': 'Скасуйте розсилку, замініть картинку й створіть нову.',
  'viber.2': NEW_TOKEN,
  'viber.7': ASK_VIBER,
  'viber.8': NEW_TOKEN,
  'viber.9': ASK_VIBER,
  'viber.10': 'Задайте PUBLIC_URL, перезапустіть сервіс і продовжте розсилку.',
  'viber.15': ASK_VIBER,
  'viber.20': ASK_VIBER,
  'viber.23': 'Дочекайтеся нового місяця або домовтеся з Viber про платні повідомлення й продовжте розсилку.',
  'viber.24': 'Поповніть рахунок у Viber і продовжте розсилку.',
};

/** The reason as staff read it beside the broadcast, with what to do about it. */
export function pauseReason(cause: PauseCause, channel: ChannelId, code: string): string {
  const name = NAMES[channel];
  const why = reasonWords(code);
  switch (cause) {
    case 'content':
      return `${name} не приймає цей матеріал: ${why}. ${ADVICE[code] ?? 'Скасуйте розсилку, виправте матеріал і створіть нову.'}`;
    case 'strangers':
      return `${name} не знає більшості адресатів: імовірно, вказано токен іншого бота. Нікого з підписників не відключено. ${NEW_TOKEN}`;
    case 'account':
      return `${name} не приймає повідомлень бота: ${why}. ${ADVICE[code] ?? 'Перевірте налаштування й продовжте розсилку.'}`;
  }
}
