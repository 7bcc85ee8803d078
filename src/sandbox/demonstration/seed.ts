import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Appeal, AppealFile } from '../../domain/appeal.js';
import { chatOf } from '../../domain/appeal-channel.js';
import type { AudienceRule } from '../../domain/broadcast.js';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import type { Picture } from '../../domain/content.js';
import type { AppealStore } from '../../services/appeals/store.js';
import type { CannedReplyStore } from '../../services/canned-replies/canned-replies.js';
import type { Files } from '../../services/files/files.js';
import type { PublicationStore } from '../../services/publications/store.js';
import type { ReportMarksStore } from '../../services/reports/ports.js';
import type { StaffStore } from '../../services/staff/store.js';
import type { SubscriberStore } from '../../services/subscriptions/store.js';
import { samplePhoto } from '../phones/photos.js';
import { APPEAL_STORIES } from './appeal-stories.js';
import { addAppeal } from './appeals.js';
import { preparedNews, preparedNewsId, type SeededSubscriber, sentNews, settledRows } from './broadcasts.js';
import { addCannedReplies } from './canned-replies.js';
import { CROWD_SIZE, crowdOf } from './crowd.js';
import { seedMonths } from './months/seed-months.js';
import { PREPARED_NEWS_ALT, SENT_NEWS } from './news.js';
import type { DemonstrationStore } from './ports.js';
import { addPublications } from './publications.js';
import { RESIDENTS } from './residents.js';
import { addDemonstrationStaff, type StaffIds } from './staff.js';

export interface SeedDeps {
  readonly store: DemonstrationStore;
  readonly accounts: Pick<StaffStore, 'insert' | 'findByEmail'>;
  readonly subscribers: Pick<SubscriberStore, 'ensureKnown' | 'importBatch' | 'audiencePage'>;
  readonly appeals: Pick<AppealStore, 'bySource' | 'nextNumber' | 'insert'>;
  readonly cannedReplies: Pick<CannedReplyStore, 'insert'>;
  readonly publications: Pick<PublicationStore, 'insert' | 'remove'>;
  readonly reportMarks: Pick<ReportMarksStore, 'judge'>;
  readonly files: Pick<Files, 'put' | 'publish'>;
  /** The city's calendar: everything is told relative to this day */
  readonly now: Date;
  /** IANA name */
  readonly timeZone: string;
}

/** What the sandbox's page has to know of its data. */
export interface Demonstration {
  readonly staff: StaffIds;
  /** Draft that the walk's third step approves */
  readonly preparedNewsId: string;
}

const DAY_MS = 24 * 60 * 60_000;
/** The crowd subscribed this long before, when the oldest news had not gone out. */
const SUBSCRIBED_DAYS_AGO = 70;
const PICTURE = new URL('../../../src/sandbox/demonstration/pictures/bus.svg', import.meta.url);

/**
 * Fills an empty sandbox with a small city's data. Safe to repeat, and to be cut off at any point: what was
 * begun is finished with the same rows.
 */
export async function seedDemonstration(deps: SeedDeps): Promise<Demonstration> {
  const { store, timeZone } = deps;
  const { at, finished } = await store.begin(deps.now);
  const staff = await addDemonstrationStaff(deps.accounts, at);
  const demonstration = { staff, preparedNewsId: preparedNewsId(at) };
  if (finished) return demonstration;

  const subscribedAt = new Date(at.getTime() - SUBSCRIBED_DAYS_AGO * DAY_MS);
  // Broadcasts go out in the order of arrival: a stranger with a phone in hand must not wait for the whole crowd.
  for (const { messenger, id, name } of RESIDENTS)
    await deps.subscribers.ensureKnown({ channel: messenger, address: id, name });
  for (const channel of CHANNEL_IDS) await deps.subscribers.importBatch(crowdOf(channel), subscribedAt);
  const everybody = await audienceOf(deps.subscribers, {}, at);
  const picture = await addPicture(deps.files);
  // Before today's, so that lists in the order of arrival begin with what is older.
  await seedMonths({ ...deps, staff, citizens: everybody, photo: picture });
  await addAppeals({ ...deps, now: at }, staff, everybody);
  for (const story of SENT_NEWS) {
    const broadcast = sentNews(story, at, staff, timeZone);
    const subscribers = await audienceOf(deps.subscribers, broadcast.audience, at);
    await store.addBroadcast(broadcast, settledRows(broadcast, subscribers));
  }
  await store.addBroadcast(preparedNews(at, staff, picture), []);
  await addPublications(deps.publications, at, timeZone);
  await addCannedReplies(deps.cannedReplies);
  await store.finish();
  return demonstration;
}

async function audienceOf(
  store: SeedDeps['subscribers'],
  rule: AudienceRule,
  until: Date,
): Promise<SeededSubscriber[]> {
  const subscribers: SeededSubscriber[] = [];
  for (const channel of CHANNEL_IDS) {
    const page = await store.audiencePage(rule, channel, undefined, until, CROWD_SIZE[channel]);
    subscribers.push(...page.map((member) => ({ ...member, channel })));
  }
  return subscribers;
}

async function addAppeals(
  deps: SeedDeps,
  staff: StaffIds,
  subscribers: readonly SeededSubscriber[],
): Promise<void> {
  for (const [index, story] of APPEAL_STORIES.entries()) {
    const citizens = subscribers.filter(({ channel }) => channel === story.channel);
    const citizen = citizens[index * 11];
    if (!citizen) throw new Error('the demonstration has too few subscribers');
    const photo = story.photo === undefined ? undefined : await addPhoto(deps.files, story.photo);
    const sourceId = `demonstration-${index + 1}`;
    const appeal = await addAppeal(deps.appeals, story, { ...deps, citizen, photo, staff, sourceId });
    if (appeal) await addSentAnswers(deps.store, appeal, citizen);
  }
}

async function addSentAnswers(
  store: DemonstrationStore,
  appeal: Appeal,
  citizen: SeededSubscriber,
): Promise<void> {
  const chat = chatOf(appeal);
  for (const { outboxKey, text, at } of appeal.messages) {
    if (outboxKey === undefined || !chat) continue;
    await store.addMessage({
      key: outboxKey,
      content: { format: 'plain', text },
      appealNumber: appeal.number,
      ...chat,
      locale: citizen.locale,
      status: chat.channel === 'viber' ? 'seen' : 'sent',
      code: null,
      at,
    });
  }
}

async function addPhoto(files: SeedDeps['files'], name: string): Promise<AppealFile> {
  const bytes = await samplePhoto(name);
  const { id } = await files.put(bytes, 'image/jpeg');
  return { fileId: id, kind: 'photo', name: 'photo.jpg', contentType: 'image/jpeg', sizeBytes: bytes.length };
}

async function addPicture(files: SeedDeps['files']): Promise<Picture> {
  const bytes = await sharp(fileURLToPath(PICTURE)).jpeg({ quality: 85 }).toBuffer();
  const { id } = await files.put(bytes, 'image/jpeg');
  const { publicName } = await files.publish(id);
  return { fileId: id, publicName, alt: PREPARED_NEWS_ALT };
}
