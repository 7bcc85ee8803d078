import { z } from 'zod';
import { APPEAL_CATEGORIES, APPEAL_STATUSES } from '../../../domain/appeal.js';
import { APPEAL_CHANNELS } from '../../../domain/appeal-channel.js';
import type { AppealFilter } from '../../../services/appeals/appeals.js';
import { plainText } from '../../../services/plain-text.js';

/** Ready-made views of the queue, in the order of the tabs. */
export const QUEUE_VIEWS = ['open', 'mine', 'unassigned', 'overdue', 'today', 'quarantine', 'all'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/**
 * What the address of the queue asks for. A value nobody offered is taken as not given: a link typed wrong
 * shows the queue rather than an error.
 */
const schema = z.object({
  view: z.enum(QUEUE_VIEWS).catch('open'),
  department: z.string().max(100).catch(''),
  topic: z.enum([...APPEAL_CATEGORIES, '']).catch(''),
  channel: z.enum([...APPEAL_CHANNELS, '']).catch(''),
  status: z.enum([...APPEAL_STATUSES, '']).catch(''),
  q: plainText(200).catch(''),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type QueueFilter = z.infer<typeof schema>;

export function parseQueueFilter(query: Readonly<Record<string, string>>): QueueFilter {
  return schema.parse(query);
}

/** The part of the filter that stays when the page turns; empty values are left out of the address. */
export function queueQuery({
  view,
  department,
  topic,
  channel,
  status,
  q,
}: QueueFilter): Record<string, string> {
  const all = { view: view === 'open' ? '' : view, department, topic, channel, status, q };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/**
 * What the service is asked. A chosen status looks beyond open appeals.
 *
 * @param today its end in the city's time
 */
export function toAppealFilter(filter: QueueFilter, staffId: string, today: Date): AppealFilter {
  const { view, department, topic, channel, status, q } = filter;
  return {
    ...(view === 'quarantine' && { quarantined: true }),
    ...(view !== 'all' && view !== 'quarantine' && status === '' && { open: true }),
    ...(view === 'mine' && { workOf: staffId }),
    ...(view === 'unassigned' && { assigneeId: null }),
    ...(view === 'overdue' && { overdue: true }),
    ...(view === 'today' && { overdue: false, dueUntil: today }),
    ...(department !== '' && { departmentId: department }),
    ...(topic !== '' && { category: topic }),
    ...(channel !== '' && { channel }),
    ...(status !== '' && { status }),
    ...(q !== '' && { q }),
  };
}

export const QUEUE = '/appeals';

/** The queue as a form was sent from it. Only the queue itself: a form may be asked to lead anywhere. */
export function queueAddress(given: string): string {
  return /^\/appeals(?:\?[^#]*)?$/.test(given) ? given : QUEUE;
}

/** The address of the queue that is asked for in this way. */
export function queueHref(query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? QUEUE : `${QUEUE}?${text}`;
}
