import type { ChannelId } from '../../domain/channel-id.js';

/** Names of the messengers, as they write themselves. */
export const CHANNEL_WORDS: Readonly<Record<ChannelId, string>> = { telegram: 'Telegram', viber: 'Viber' };
