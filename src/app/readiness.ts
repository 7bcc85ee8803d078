import type { Connection } from 'mongoose';
import type { OutboxStore } from '../services/outbox/store.js';
import type { Readiness } from '../web/health.js';
import type { ConnectedChannel } from './channels.js';

/** A database that takes longer does not answer, for whoever waits for a page. */
const PING_MS = 2_000;

/**
 * Ready when the database answers: then this process sends, or stands by for the one that does. A messenger that has
 * asked for silence, or refuses our token, is a part missing, not an outage.
 */
export function createReadiness(deps: {
  readonly connection: Connection;
  readonly outbox: Pick<OutboxStore, 'pausedUntil' | 'trouble'>;
  readonly channels: readonly ConnectedChannel[];
  readonly real: () => Date;
}): () => Promise<Readiness> {
  return async () => {
    if (!(await answers(deps.connection)))
      return { status: 'unready', reasons: ['the database does not answer'] };
    const reasons: string[] = [];
    for (const { channel } of deps.channels) {
      const until = await deps.outbox.pausedUntil(channel.id);
      if (until && until > deps.real()) reasons.push(`${channel.id} is silent until ${until.toISOString()}`);
      const trouble = await deps.outbox.trouble(channel.id);
      if (trouble)
        reasons.push(
          `${channel.id} refuses this bot since ${trouble.since.toISOString()} (${trouble.code}); its broadcasts are paused`,
        );
    }
    return { status: reasons.length > 0 ? 'degraded' : 'ready', reasons };
  };
}

async function answers({ db }: Connection): Promise<boolean> {
  if (!db) return false;
  try {
    await db.command({ ping: 1 }, { timeoutMS: PING_MS });
    return true;
  } catch {
    return false; // whatever the reason, it is the answer
  }
}
