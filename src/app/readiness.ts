import { statfs } from 'node:fs/promises';
import type { ChannelId } from '../domain/channel-id.js';
import { sleep } from '../lib/sleep.js';
import type { AccountTrouble, OutboxStore } from '../services/outbox/store.js';
import type { Readiness } from '../web/health.js';
import type { ConnectedChannel } from './channels.js';

/** A database that takes longer does not answer, for whoever waits for a page. */
const ANSWER_MS = 2_000;
/** However often it is asked: each look is a durable write. */
const LOOK_EVERY_MS = 1_000;
/** Room for a few of the largest videos that residents may send. */
const ENOUGH_BYTES = 256 * 1024 ** 2;
/** With less, not even one photo is sure to be kept. */
const FULL_BYTES = 16 * 1024 ** 2;

/**
 * Ready when the database keeps what it is given: then this process sends, or stands by for the one that does. A
 * messenger that has asked for silence or refuses our token, and a disk with little room for files, is a part
 * missing, not an outage.
 */
export function createReadiness(deps: {
  /** Writes something durably, or throws */
  readonly heartbeat: () => Promise<void>;
  /** Room on the disk of the data directory */
  readonly freeBytes: () => Promise<number>;
  readonly outbox: Pick<OutboxStore, 'pausedUntil' | 'trouble'>;
  readonly channels: readonly ConnectedChannel[];
  readonly real: () => Date;
}): () => Promise<Readiness> {
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  let trouble: Promise<string | undefined> = Promise.resolve(undefined);

  return async () => {
    if (performance.now() - lookedAtMs >= LOOK_EVERY_MS) {
      lookedAtMs = performance.now();
      trouble = troubleOf(deps.heartbeat());
    }
    const outage = await trouble;
    if (outage !== undefined) return { status: 'unready', reasons: [outage] };
    const reasons: string[] = [];
    const freeBytes = await deps.freeBytes();
    const left = `the disk of DATA_DIR has ${Math.floor(freeBytes / 1024 ** 2)} MB left`;
    if (freeBytes < FULL_BYTES) return { status: 'unready', reasons: [left] };
    if (freeBytes < ENOUGH_BYTES) reasons.push(left);
    for (const { channel } of deps.channels) {
      const until = await deps.outbox.pausedUntil(channel.id);
      if (until && until > deps.real()) reasons.push(`${channel.id} is silent until ${until.toISOString()}`);
      const refusal = await deps.outbox.trouble(channel.id);
      if (refusal) reasons.push(refusalWords(channel.id, refusal));
    }
    return { status: reasons.length > 0 ? 'degraded' : 'ready', reasons };
  };
}

function refusalWords(channel: ChannelId, { code, since, oneByOne }: AccountTrouble): string {
  const time = since.toISOString();
  return oneByOne
    ? `${channel} refuses messages to many at once since ${time} (${code}); people get them one by one`
    : `${channel} refuses this bot since ${time} (${code}); its broadcasts are paused`;
}

/** What keeps the database from writing, in words. */
async function troubleOf(heartbeat: Promise<void>): Promise<string | undefined> {
  const late = new AbortController();
  const written = heartbeat.then(
    () => undefined,
    (error: unknown) => `the database refuses to write: ${error instanceof Error ? error.message : error}`,
  );
  const tooLate = sleep(ANSWER_MS, late.signal).then(() => 'the database does not answer');
  try {
    return await Promise.race([written, tooLate]);
  } finally {
    late.abort();
  }
}

/** Room on the disk of a directory, for this user. */
export async function freeBytesOf(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}
