import type { Intake, RawUpdate } from './ports.js';
import type { InboxStore } from './store.js';

/** The first arrival waits this long for company; who comes during a write goes with the next one. */
const GATHER_MS = 4;
/** Updates of one write. */
const WRITE_MAX = 500;
/** Characters of bodies held until they are stored; a messenger that brings more is told to come again. */
const HELD_MAX = 32 * 1024 * 1024;

interface Arrival {
  readonly updates: readonly RawUpdate[];
  /** Characters of their bodies */
  readonly size: number;
  readonly receivedAt: Date;
  readonly resolve: (results: { repeated: boolean }[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The way in: every update is stored before its sender is told so. Concurrent arrivals share one insert, so that a
 * burst costs few writes.
 *
 * @param nudge called with each channel that has new rows
 */
export function createIntake(
  store: Pick<InboxStore, 'insert'>,
  now: () => Date,
  nudge: (channel: RawUpdate['channel']) => void,
): Intake {
  const gathered: Arrival[] = [];
  let held = 0;
  let isWriting = false;

  return {
    accept: (updates) =>
      new Promise((resolve, reject) => {
        const size = updates.reduce((sum, { body }) => sum + body.length, 0);
        if (held > 0 && held + size > HELD_MAX)
          return reject(new Error('the database does not keep up with what arrives'));
        held += size;
        gathered.push({ updates, size, receivedAt: now(), resolve, reject });
        if (isWriting) return;
        isWriting = true;
        setTimeout(() => void write(), GATHER_MS);
      }),
  };

  async function write(): Promise<void> {
    while (gathered.length > 0) await insert(takeBatch(gathered));
    isWriting = false;
  }

  async function insert(arrivals: readonly Arrival[]): Promise<void> {
    try {
      const rows = arrivals.flatMap(({ updates, receivedAt }) =>
        updates.map((update) => ({ ...update, receivedAt })),
      );
      const repeated = await store.insert(rows);
      let from = 0;
      for (const { updates, resolve } of arrivals) {
        resolve(repeated.slice(from, from + updates.length).map((again) => ({ repeated: again })));
        from += updates.length;
      }
      for (const channel of new Set(rows.map((row) => row.channel))) nudge(channel);
    } catch (error) {
      for (const { reject } of arrivals) reject(error);
    } finally {
      for (const { size } of arrivals) held -= size;
    }
  }
}

/** Takes what one write holds, and at least one arrival. */
function takeBatch(gathered: Arrival[]): Arrival[] {
  let count = 0;
  const end = gathered.findIndex(({ updates }, index) => {
    count += updates.length;
    return index > 0 && count > WRITE_MAX;
  });
  return gathered.splice(0, end < 0 ? gathered.length : end);
}
