import type { Broadcast } from '../../domain/broadcast.js';
import type { Topic } from '../../domain/topic.js';
import { groupBy } from '../../lib/group-by.js';
import type { Page, PageRequest } from '../../lib/page.js';
import { withNewestText } from './newest.js';
import type { BroadcastStore } from './store.js';

/** Which of the sent broadcasts. */
export interface ArchiveRequest extends PageRequest {
  /** Those for people who chose it, and those for everybody; undefined: all */
  readonly topic?: Topic | undefined;
}

/**
 * What was sent to people, newest first, for those who have no messenger: with the words it has by now. Not what was
 * recalled or cancelled, nor what only repeated an earlier broadcast to those whom it missed.
 */
export type ReadArchive = (request: ArchiveRequest) => Promise<Page<Broadcast>>;

export function createArchive(store: Pick<BroadcastStore, 'sent' | 'amendmentsOf'>): ReadArchive {
  return async (request) => {
    const page = await store.sent(request);
    const amendments = await store.amendmentsOf(page.items.map(({ id }) => id));
    const bySubject = groupBy(amendments, ({ amends }) => amends?.broadcastId ?? '');
    return { ...page, items: page.items.map((item) => withNewestText(item, bySubject.get(item.id) ?? [])) };
  };
}
