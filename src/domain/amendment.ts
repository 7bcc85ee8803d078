import type { ChannelId } from './channel-id.js';

export const AMENDMENT_ACTIONS = ['correction', 'recall'] as const;
export type AmendmentAction = (typeof AMENDMENT_ACTIONS)[number];

/**
 * What is done for those who got a broadcast by one messenger: their message is edited in place or deleted, a further
 * message tells what is right, or nothing can be done.
 */
export const AMENDMENT_WAYS = ['edit', 'delete', 'message', 'none'] as const;
export type AmendmentWay = (typeof AMENDMENT_WAYS)[number];

/** That a broadcast is no news of its own, but changes what people have from an earlier one. */
export interface Amendment {
  /** The earlier one, never an amendment itself */
  readonly broadcastId: string;
  /** 1 for its first amendment; the highest one counts */
  readonly number: number;
  readonly action: AmendmentAction;
  /** When the first one left */
  readonly sentAt: Date;
  readonly ways: Readonly<Record<ChannelId, AmendmentWay>>;
  /** Why it was recalled, for everybody to read */
  readonly reason: string | undefined;
}

/** For so long a bot may delete what it sent: https://core.telegram.org/bots/api#deletemessage */
export const DELETABLE_MS = 48 * 60 * 60_000;

/** Code of a row `skipped` because its message is too old to be deleted. */
export const TOO_OLD_CODE = 'recall.too-old';
