import type { ChannelId } from '../../domain/channel-id.js';

/** Why the outbox pauses a broadcast by itself. */
export type PauseCause = 'content' | 'strangers' | 'account';

const NAMES: Readonly<Record<ChannelId, string>> = { telegram: 'Telegram', viber: 'Viber' };

/** The reason as staff read it beside the broadcast, with what to do about it. */
export function pauseReason(cause: PauseCause, channel: ChannelId, code: string): string {
  const name = NAMES[channel];
  switch (cause) {
    case 'content':
      return `${name} не приймає цей матеріал (${code}). Скасуйте розсилку, виправте матеріал і створіть нову.`;
    case 'strangers':
      return `${name} не знає більшості адресатів (${code}): імовірно, вказано токен іншого бота. Нікого з підписників не відключено. Перевірте налаштування й продовжте розсилку.`;
    case 'account':
      return `${name} не приймає токен або обліковий запис бота (${code}). Перевірте налаштування й продовжте розсилку.`;
  }
}
