import type { ChannelId } from '../../domain/channel-id.js';

/** The messengers by the names people know. */
export const MESSENGER_NAMES: Readonly<Record<ChannelId, string>> = { telegram: 'Telegram', viber: 'Viber' };
