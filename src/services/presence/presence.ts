/** Who has the page of an appeal open: kept in the database, so that several processes agree. */
export interface Presence {
  /** The page is still open. Written every few seconds at most, however often it is called. */
  stay(number: string, person: { readonly id: string; readonly name: string }): Promise<void>;
  /** Names of the others who have it open, in alphabetical order. */
  others(number: string, staffId: string): Promise<readonly string[]>;
}

export interface PresenceStore {
  touch(number: string, person: { readonly id: string; readonly name: string }, seenAt: Date): Promise<void>;
  /** Those seen since, at most 50. */
  seenSince(number: string, since: Date): Promise<readonly { readonly id: string; readonly name: string }[]>;
}

/** A page is written down as open this often. */
const TOUCH_MS = 2_000;
/** Not heard of for so long, it is closed. */
const GONE_MS = 6_000;
/** Open pages of one process; the oldest are forgotten, which costs a write more. */
const REMEMBERED = 1_000;

const UKRAINIAN = new Intl.Collator('uk');

/** @param real the real clock: the sandbox's calendar may jump */
export function createPresence(store: PresenceStore, real: () => Date): Presence {
  const touchedAt = new Map<string, number>();
  return {
    async stay(number, person) {
      const key = JSON.stringify([number, person.id]);
      const now = real();
      if (now.getTime() - (touchedAt.get(key) ?? 0) < TOUCH_MS) return;
      touchedAt.delete(key);
      touchedAt.set(key, now.getTime());
      const [oldest] = touchedAt.keys();
      if (touchedAt.size > REMEMBERED && oldest !== undefined) touchedAt.delete(oldest);
      await store.touch(number, person, now);
    },

    async others(number, staffId) {
      const present = await store.seenSince(number, new Date(real().getTime() - GONE_MS));
      const names = present.filter(({ id }) => id !== staffId).map(({ name }) => name);
      return names.sort(UKRAINIAN.compare);
    },
  };
}
