import type { Intake, RawUpdate } from './ports.js';
import type { InboxStore } from './store.js';

/** Arrivals wait at most this long for company, so that a burst costs few writes. */
const GATHER_MS = 4;
/** Updates of one insert. */
const GATHER_MAX = 500;
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
 * The way in: every update is stored before its sender is told so. Concurrent arrivals share one insert.
 *
 * @param nudge called with each channel that has new rows
 */
export function createIntake(
  store: Pick<InboxStore, 'insert'>,
  now: () => Date,
  nudge: (channel: RawUpdate['channel']) => void,
): Intake {
  let gathered: Arrival[] = [];
  let count = 0;
  let held = 0;
  let timer: NodeJS.Timeout | undefined;

  return {
    accept: (updates) =>
      new Promise((resolve, reject) => {
        const size = updates.reduce((sum, { body }) => sum + body.length, 0);
        if (held > 0 && held + size > HELD_MAX)
          return reject(new Error('the database does not keep up with what arrives'));
        held += size;
        gathered.push({ updates, size, receivedAt: now(), resolve, reject });
        count += updates.length;
        if (count >= GATHER_MAX) write();
        else timer ??= setTimeout(write, GATHER_MS);
      }),
  };

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const arrivals = gathered;
    gathered = [];
    count = 0;
    void insert(arrivals);
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
