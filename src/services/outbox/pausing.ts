import type { Logger } from '../../lib/log.js';
import type { Channel } from './channel.js';
import type { Judge } from './judge.js';
import { type PauseCause, pauseReason } from './pause-reason.js';

export interface PausingDeps {
  readonly channel: Pick<Channel, 'id'>;
  /** Stops a broadcast until staff resume it; `reason` is for them */
  readonly pauseBroadcast: (id: string, reason: string) => Promise<void>;
  readonly real: () => Date;
  readonly log: Logger;
}

export type Pause = (broadcastId: string, cause: PauseCause, code: string) => Promise<void>;

/**
 * Broadcasts that the outbox stops by itself: nothing of one goes out from the moment on which that is known.
 *
 * @param onPause what is claimed of it must go back
 */
export function createPausing(deps: PausingDeps, judge: Judge, onPause: () => void): Pause {
  const { channel, log, pauseBroadcast, real } = deps;
  return async (id, cause, code) => {
    log.error({ channel: channel.id, broadcastId: id, cause, code }, 'outbox: the broadcast pauses itself');
    judge.stop(id);
    try {
      await pauseBroadcast(id, pauseReason(cause, channel.id, code));
    } catch (error) {
      judge.forget(id);
      throw error;
    }
    judge.paused(id, real());
    onPause();
  };
}
