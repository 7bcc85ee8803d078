import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/role.js';
import { endOfLocalDay, localDay } from '../../lib/city-time.js';
import type { AppealPage } from '../../services/appeals/appeals.js';
import type { BroadcastView } from '../../services/broadcasts/broadcasts.js';
import { countViews } from '../appeals/queue/queue-counts.js';
import { parseQueueFilter, toAppealFilter } from '../appeals/queue/queue-filter.js';
import { PAGE_SIZE } from '../components/pager.js';
import type { ConsoleParts } from '../parts.js';
import { readToday } from '../today/today-facts.js';
import type { ReadVersion } from './watchers.js';

/**
 * How to read the version of what a page shows, by `watch` in its address.
 *
 * @returns undefined for something nobody shows
 */
export function versionReader(
  parts: ConsoleParts,
  query: Readonly<Record<string, string>>,
  viewer: Actor,
): ReadVersion | undefined {
  const { appeals, broadcasts } = parts;
  // Due dates are told in days, so a page is another one tomorrow.
  const today = () => localDay(parts.clocks.now(), parts.timeZone);
  const endOfToday = () => endOfLocalDay(today(), parts.timeZone);
  const { watch, number = '', id = '' } = query;
  switch (watch) {
    case 'queue': {
      const { cursor, ...filter } = parseQueueFilter(query);
      const request = {
        ...toAppealFilter({ ...filter, cursor }, viewer.id, endOfToday()),
        cursor,
        limit: PAGE_SIZE,
      };
      return async () => {
        const [page, counts] = await Promise.all([
          appeals.list(request, viewer),
          countViews(appeals, viewer, endOfToday()),
        ]);
        return digest([today(), page.items.map(appealVersion), [...counts]]);
      };
    }
    case 'today':
      return async () => {
        const { due, asked, lost, escalated } = await readToday(parts, viewer);
        const calls = [asked.map(({ id }) => id), lost.map(({ page }) => appealVersion(page))];
        return digest([today(), [...due, ...escalated].map(appealVersion), calls]);
      };
    case 'appeal':
      return async () => {
        const page = await appeals.get(number, viewer);
        await parts.presence.stay(number, viewer);
        return digest([today(), appealVersion(page), await parts.presence.others(number, viewer.id)]);
      };
    case 'broadcast':
      return async () => digest(broadcastVersion(await broadcasts.get(id)));
    case 'broadcasts':
      return async () => digest((await broadcasts.list({ limit: PAGE_SIZE })).items.map(broadcastVersion));
    case 'home':
      return async () => {
        const [queue, sent] = await Promise.all([
          appeals.list({ open: true, limit: PAGE_SIZE }, viewer),
          broadcasts.list({ limit: PAGE_SIZE }),
        ]);
        return digest([today(), queue.items.map(appealVersion), sent.items.map(broadcastVersion)]);
      };
    default:
      return undefined;
  }
}

/** Pages that show the same share one look. «Mine» differs from person to person. */
export function watchKey(query: Readonly<Record<string, string>>, staffId: string): string {
  return JSON.stringify([staffId, Object.entries(query).sort()]);
}

function appealVersion({ appeal, deliveryStates, overdue }: AppealPage) {
  const { number, status, assigneeId, departmentId, dueAt, messages, notes, history, rating } = appeal;
  const states = [...deliveryStates].map(([message, state]) => [message, state.status]);
  const sizes = [messages.length, notes.length, history.length];
  return [number, status, assigneeId, departmentId, dueAt, rating, overdue, sizes, states];
}

function broadcastVersion({ id, status, hash, departure, counts, channels, amendments }: BroadcastView) {
  // Without a reason it leaves «at once», whenever that is.
  const waitsUntil = departure?.reason && departure.at;
  const changes = amendments.map((amendment) => [amendment.status, amendment.counts]);
  return [id, status, hash, departure?.reason, waitsUntil, counts, channels, changes];
}

function digest(version: unknown): string {
  return createHash('sha256').update(JSON.stringify(version)).digest('base64');
}
