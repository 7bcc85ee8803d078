import type { Connection } from 'mongoose';
import type { Appeal } from '../../domain/appeal.js';
import type { AppealStore } from '../../services/appeals/store.js';
import { isDuplicateKey } from '../connection.js';
import { createCounter } from '../counter.js';
import { allowedBy, onlyOnce, stemsOf, updateOf } from './appeal-change.js';
import { createAppealList } from './appeal-list.js';
import { type AppealDocument, appealModel, toAppeal } from './appeal-model.js';
import { createFindNearby } from './appeal-neighbours.js';
import { BY_LIMIT, OF_LIMITED_ACCESS } from './appeal-order.js';
import { type Asking, filterOf } from './appeal-query.js';
import { appealRow } from './appeal-row.js';
import { createAppealWords } from './appeal-words.js';
import { createDepartments } from './departments.js';
import { createEscalations } from './escalations.js';

/** Appeals of one person, or of one problem, that are looked at together. */
const TOGETHER_MAX = 200;
/** On one draft: a council that gets more reads them elsewhere. */
const COMMENTS_MAX = 1_000;
/** Registered in one go when the office opens; the rest a minute later. */
const UNREGISTERED_MAX = 1_000;
/** Answers found unsent after a crash; more are found next time. */
const UNQUEUED_MAX = 1_000;

/** The moderation queue. */
export function createAppealStore(connection: Connection): AppealStore {
  const AppealRow = appealModel(connection);
  const counter = createCounter(connection);
  const words = createAppealWords(connection);
  const list = createAppealList(AppealRow, words);

  return {
    nextNumber: (series, year) => counter.next(`appeal:${series}:${year}`),

    async insert(appeal, sourceInboxId) {
      const row = appealRow(appeal, sourceInboxId);
      await words.remember(row.stems);
      try {
        await new AppealRow(row).save();
        return appeal;
      } catch (error) {
        if (isDuplicateKey(error)) return undefined;
        throw error;
      }
    },

    async bySource(inboxId) {
      return view(await AppealRow.findOne({ sourceInboxId: inboxId }).lean<AppealDocument>());
    },

    async get(number) {
      return view(await AppealRow.findOne({ number }).lean<AppealDocument>());
    },

    async ofNumbers(numbers) {
      const documents = await AppealRow.find({ number: { $in: [...numbers] } }).lean<AppealDocument[]>();
      return documents.map(toAppeal);
    },

    async ofSubscriber(subscriberId) {
      const documents = await AppealRow.find({ subscriberId })
        .sort({ _id: -1 })
        .limit(TOGETHER_MAX)
        .lean<AppealDocument[]>();
      return documents.map(toAppeal);
    },

    async change(number, change, guard = {}) {
      await words.remember(stemsOf(change));
      const written = await AppealRow.findOneAndUpdate(
        { number, ...onlyOnce(change), ...allowedBy(guard) },
        updateOf(change),
        { returnDocument: 'after' },
      ).lean<AppealDocument>();
      return view(written ?? (await AppealRow.findOne({ number }).lean<AppealDocument>()));
    },

    async underReview(within) {
      const documents = await AppealRow.find({
        'review.until': { $gt: new Date(0) },
        ...(within ? { departmentId: { $in: [...within] } } : {}),
      })
        .sort({ 'review.until': 1 })
        .limit(TOGETHER_MAX)
        .lean<AppealDocument[]>();
      return documents.map(toAppeal);
    },

    ...createEscalations(AppealRow),

    async mergedInto(number) {
      const documents = await AppealRow.find({ mergedInto: number })
        .sort({ _id: -1 })
        .limit(TOGETHER_MAX)
        .lean<AppealDocument[]>();
      return documents.map(toAppeal);
    },

    async commentsOn(publicationId) {
      const documents = await AppealRow.find({ commentsOn: publicationId })
        .sort({ _id: 1 })
        .limit(COMMENTS_MAX)
        .lean<AppealDocument[]>();
      return documents.map(toAppeal);
    },

    nearby: createFindNearby(AppealRow),

    async unregisteredUntil(now) {
      const documents = await AppealRow.find({ unregistered: true, registeredAt: { $lte: now } })
        .sort({ registeredAt: 1 })
        .limit(UNREGISTERED_MAX)
        .lean<AppealDocument[]>();
      return documents.map(toAppeal);
    },

    async register(number, entry) {
      const waiting = { number, unregistered: true } as const;
      const written = {
        $unset: { unregistered: 1 as const },
        $push: { history: { $each: [entry], $sort: { at: 1 as const } } },
      };
      const { modifiedCount } = await AppealRow.updateOne(
        { ...waiting, status: 'received' },
        { ...written, $set: { status: entry.status } },
      );
      if (modifiedCount === 0) await AppealRow.updateOne(waiting, written);
    },

    async markQueued(number, messageId) {
      await AppealRow.updateOne({ number }, { $pull: { unqueued: messageId } });
    },

    async withUnqueued() {
      const documents = await AppealRow.find({ unqueued: { $gt: '' } })
        .limit(UNQUEUED_MAX)
        .lean<AppealDocument[]>();
      return documents.map((document) => ({
        appeal: toAppeal(document),
        messageIds: document.unqueued ?? [],
      }));
    },

    async withUnshared() {
      const documents = await AppealRow.find({ 'unshared.number': { $gt: '' } })
        .limit(UNQUEUED_MAX)
        .lean<AppealDocument[]>();
      return documents.map((document) => ({ appeal: toAppeal(document), unshared: document.unshared ?? [] }));
    },

    async markShared(number, messageId, sharedWith) {
      await AppealRow.updateOne({ number }, { $pull: { unshared: { messageId, number: sharedWith } } });
    },

    async list(request) {
      const { items, nextCursor } = await list.page(request);
      return { items: items.map(toAppeal), nextCursor };
    },

    count,
    countUpTo: list.countUpTo,

    ...createDepartments(connection),
  };

  /** Those of limited access are few, and have an index of their own; the rest is counted without reading a row. */
  async function count({ withoutLimited, ...asking }: Asking): Promise<number> {
    const all = AppealRow.countDocuments(filterOf(asking));
    if (!withoutLimited) return all;
    const limited = AppealRow.countDocuments({ ...filterOf(asking), ...OF_LIMITED_ACCESS }).hint(BY_LIMIT);
    return (await all) - (await limited);
  }
}

function view(document: AppealDocument | null): Appeal | undefined {
  return document ? toAppeal(document) : undefined;
}
