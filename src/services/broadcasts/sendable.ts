import { addressedChannels, isImportant } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import { mourningAgainst } from '../../domain/holidays/mourning.js';
import { earliestSendAt, holdsOf } from '../../domain/sending-hours.js';
import { localDay } from '../../lib/city-time.js';
import type { SendableBroadcast } from '../outbox/store.js';
import type { ReadRules } from './rules.js';
import type { BroadcastStore } from './store.js';

/** What is claimed leaves within this time, so the line closes as much earlier. */
const LEAVING_MS = 2_000;

/**
 * Broadcasts whose rows may leave by a messenger now. One that is still being sent when the quiet hours begin keeps its rows
 * queued, and goes on when they end.
 */
export function createSendable(deps: {
  readonly store: Pick<BroadcastStore, 'inStatus'>;
  readonly rules: ReadRules;
  readonly now: () => Date;
}): (channel: ChannelId) => Promise<readonly SendableBroadcast[]> {
  return async (channel) => {
    const [sending, { hours, mournings, timeZone }] = await Promise.all([
      deps.store.inStatus(['sending']),
      deps.rules(),
    ]);
    const now = deps.now();
    const soon = new Date(now.getTime() + LEAVING_MS);
    return sending
      .filter(({ audience }) => addressedChannels(audience).includes(channel))
      .filter((broadcast) => !mourningAgainst(broadcast, localDay(now, timeZone), mournings))
      .filter((broadcast) => {
        // What people have changes without a sound: that may be done at night, too.
        const isSilent = broadcast.amends && broadcast.amends.ways[channel] !== 'message';
        const holds = isSilent ? [] : holdsOf(broadcast, hours);
        return [now, soon].every((moment) => earliestSendAt(moment, holds, timeZone).reason === undefined);
      })
      .map((broadcast) => ({
        id: broadcast.id,
        alert: broadcast.kind === 'alert',
        important: isImportant(broadcast),
      }));
  };
}
