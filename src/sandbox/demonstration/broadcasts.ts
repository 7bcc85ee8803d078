import type { Broadcast, BroadcastContent } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { Picture } from '../../domain/content.js';
import { addDays, localDay, localMoment } from '../../lib/city-time.js';
import { contentHash } from '../../services/broadcasts/hash.js';
import type { AudienceMember } from '../../services/subscriptions/store.js';
import { type NewsStory, PREPARED_NEWS, type SentNewsStory } from './news.js';
import type { SettledRow } from './ports.js';
import { stableId } from './stable-id.js';
import type { StaffIds } from './staff.js';

const MINUTE_MS = 60_000;
/** Telegram's budget: the crowd took this long. */
const SENDING_MS = 40_000;

/** A subscriber with the messenger they are in. */
export interface SeededSubscriber extends AudienceMember {
  readonly channel: ChannelId;
}

/** Id of the draft that waits to be approved. @param seededAt when the data was begun */
export function preparedNewsId(seededAt: Date): string {
  return stableId(seededAt, 'prepared-news');
}

/** The draft that waits to be approved: at once and at any hour, to everybody. */
export function preparedNews(seededAt: Date, staff: StaffIds, picture: Picture): Broadcast {
  const content = { ...contentOf(PREPARED_NEWS, [picture]), ignoreQuietHours: true };
  return {
    ...draft(content, staff, new Date(seededAt.getTime() - 20 * MINUTE_MS)),
    id: preparedNewsId(seededAt),
  };
}

/** A broadcast that was sent, approved by another person than its author. */
export function sentNews(story: SentNewsStory, seededAt: Date, staff: StaffIds, timeZone: string): Broadcast {
  const [hour, minute] = story.at;
  const day = addDays(localDay(seededAt, timeZone), -story.daysAgo);
  const startedAt = localMoment(day, { hour, minute }, timeZone);
  const base = draft(contentOf(story, []), staff, new Date(startedAt.getTime() - 55 * MINUTE_MS));
  return {
    ...base,
    id: stableId(startedAt, story.title),
    status: 'finished',
    approvals: [{ by: staff.approver, hash: base.hash, at: startedAt }],
    startedAt,
    finishedAt: new Date(startedAt.getTime() + SENDING_MS),
  };
}

/** Codes that the channels really give. */
const FAILURES: Readonly<Record<ChannelId, string>> = { telegram: 'network.unreachable', viber: 'viber.11' };

/** How each subscriber's copy of a sent broadcast ended: Viber tells what was delivered and seen. */
export function settledRows(
  { startedAt }: Broadcast,
  subscribers: readonly SeededSubscriber[],
): SettledRow[] {
  const startMs = startedAt?.getTime() ?? 0;
  return subscribers.map(({ id, address, locale, channel }, index) => {
    const failed = index % 311 === 97;
    return {
      channel,
      subscriberId: id,
      address,
      locale,
      status: failed ? 'failed' : statusIn(channel, index),
      code: failed ? FAILURES[channel] : null,
      at: new Date(startMs + Math.round((SENDING_MS * index) / subscribers.length)),
    };
  });
}

function statusIn(channel: ChannelId, index: number): 'sent' | 'delivered' | 'seen' {
  if (channel === 'telegram') return 'sent';
  return index % 5 < 3 ? 'seen' : 'delivered';
}

function contentOf(story: NewsStory, pictures: readonly Picture[]): BroadcastContent {
  return {
    kind: story.kind,
    title: story.title,
    text: story.text,
    link: story.link,
    pictures,
    buttons: [],
    audience: story.topics.length > 0 ? { topics: story.topics } : {},
    sendAt: undefined,
    delivery: 'instant',
    ignoreQuietHours: false,
  };
}

function draft(content: BroadcastContent, staff: StaffIds, createdAt: Date): Omit<Broadcast, 'id'> {
  return {
    ...content,
    status: 'draft',
    hash: contentHash(content),
    createdBy: staff.editor,
    createdAt,
    editedBy: staff.editor,
    approvals: [],
    undoUntil: undefined,
    pauseReason: undefined,
    startedAt: undefined,
    finishedAt: undefined,
  };
}
