import type { Logger } from '../../lib/log.js';

/** How often a watched thing is read again, in milliseconds: one look for all who watch the same. */
const INTERVAL_MS = 1_000;

/** Reads what is watched as a text that differs exactly when a page would. */
export type ReadVersion = () => Promise<string>;

/** Tells open pages that something they show has changed, whichever process changed it. */
export interface Watchers {
  /** @returns stops watching; the last one to leave ends the looking */
  watch(key: string, read: ReadVersion, onChange: () => void): () => void;
  /** People watching now */
  readonly count: number;
}

interface Watched {
  readonly listeners: Set<() => void>;
  readonly timer: NodeJS.Timeout;
  version: string | undefined;
  isReading: boolean;
}

/**
 * Looks at watched things while somebody watches them. Asking the database rather than listening to this
 * process keeps pages right when several processes share one database.
 */
export function createWatchers(log: Logger, intervalMs: number = INTERVAL_MS): Watchers {
  const watched = new Map<string, Watched>();

  async function look(thing: Watched, read: ReadVersion): Promise<void> {
    if (thing.isReading) return;
    thing.isReading = true;
    try {
      const version = await read();
      const isChanged = thing.version !== undefined && thing.version !== version;
      thing.version = version;
      if (isChanged) for (const listener of thing.listeners) listener();
    } catch (error) {
      log.warn({ errorName: error instanceof Error ? error.name : typeof error }, 'live update not read');
    } finally {
      thing.isReading = false;
    }
  }

  function start(key: string, read: ReadVersion): Watched {
    const thing: Watched = {
      listeners: new Set(),
      timer: setInterval(() => void look(thing, read), intervalMs),
      version: undefined,
      isReading: false,
    };
    watched.set(key, thing);
    void look(thing, read);
    return thing;
  }

  return {
    watch(key, read, onChange) {
      const thing = watched.get(key) ?? start(key, read);
      thing.listeners.add(onChange);
      return () => {
        thing.listeners.delete(onChange);
        if (thing.listeners.size > 0) return;
        clearInterval(thing.timer);
        watched.delete(key);
      };
    },
    get count() {
      return [...watched.values()].reduce((sum, { listeners }) => sum + listeners.size, 0);
    },
  };
}
