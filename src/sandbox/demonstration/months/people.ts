import { createHash } from 'node:crypto';
import { CHANNEL_IDS, type ChannelId } from '../../../domain/channel-id.js';
import { localMoment } from '../../../lib/city-time.js';
import type { FormerSubscriber } from '../ports.js';
import { range } from './publications.js';

/** How many were subscribed when March 2021 ended. */
const COUNTS: Readonly<Record<ChannelId, number>> = { telegram: 1_906, viber: 2_312 };
const FIRST_TELEGRAM_ID = 6_100_000_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * People who were subscribed in March 2021 and have been erased since: of such a person only the dates are kept, so
 * they are in no list of today's.
 */
export function formerSubscribers(timeZone: string): FormerSubscriber[] {
  const first = localMoment('2020-12-01', { hour: 9, minute: 0 }, timeZone);
  const leftAt = localMoment('2023-01-31', { hour: 12, minute: 0 }, timeZone);
  return CHANNEL_IDS.flatMap((channel) =>
    range(COUNTS[channel]).map((index) => ({
      channel,
      address: channel === 'telegram' ? String(FIRST_TELEGRAM_ID + index * 7_919) : viberAddress(index),
      createdAt: new Date(first.getTime() + (index % 119) * DAY_MS),
      leftAt,
    })),
  );
}

/** 24 base64 characters, as Viber's user ids are. */
function viberAddress(index: number): string {
  return createHash('sha256').update(`visnyk 2021 ${index}`).digest().subarray(0, 16).toString('base64');
}
