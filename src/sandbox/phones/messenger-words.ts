import type { Messenger } from '../emulators/emulator-feed.js';

/** Words of one messenger's phone. */
export const MESSENGER_WORDS = {
  telegram: { name: 'Telegram', start: 'Почати', about: 'бот' },
  viber: { name: 'Viber', start: 'Відкрити чат', about: 'Зазвичай відповідає одразу' },
} as const satisfies Readonly<Record<Messenger, object>>;
