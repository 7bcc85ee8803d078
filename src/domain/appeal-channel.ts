import { CHANNEL_IDS, type ChannelId } from './channel-id.js';

/** How an appeal comes that staff enter: a letter, a call, a personal reception. Its answers go on paper. */
export const DESK_CHANNELS = ['paper', 'phone', 'reception'] as const;
export type DeskChannel = (typeof DESK_CHANNELS)[number];

/** How an appeal came: by a messenger, or over the office's desk. */
export const APPEAL_CHANNELS = [...CHANNEL_IDS, ...DESK_CHANNELS] as const;
export type AppealChannel = (typeof APPEAL_CHANNELS)[number];

/** How an appeal came, as staff read it. */
export const APPEAL_CHANNEL_WORDS: Readonly<Record<AppealChannel, string>> = {
  telegram: 'Telegram',
  viber: 'Viber',
  paper: 'на папері',
  phone: 'телефоном',
  reception: 'на особистому прийомі',
};

/** The chat that an answer goes to. */
export interface Chat {
  readonly channel: ChannelId;
  readonly subscriberId: string;
  readonly address: string;
}

/** The applicant's chat; undefined where answers go on paper. */
export function chatOf(appeal: {
  readonly channel: AppealChannel;
  readonly subscriberId?: string | undefined;
  readonly address?: string | undefined;
}): Chat | undefined {
  const { channel, subscriberId, address } = appeal;
  if (!isMessenger(channel) || subscriberId === undefined || address === undefined) return undefined;
  return { channel, subscriberId, address };
}

function isMessenger(channel: AppealChannel): channel is ChannelId {
  return CHANNEL_IDS.some((id) => id === channel);
}
