/** The messengers, in the order they are shown. */
export const CHANNEL_IDS = ['telegram', 'viber'] as const;
export type ChannelId = (typeof CHANNEL_IDS)[number];
