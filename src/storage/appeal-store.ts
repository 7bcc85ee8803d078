import { type Connection, type QueryFilter, Types, type UpdateQuery } from 'mongoose';
import { type Appeal, OPEN_APPEAL_STATUSES } from '../domain/appeal.js';
import type { AppealFilter } from '../services/appeals/appeals.js';
import type { AppealChange, AppealStore } from '../services/appeals/store.js';
import { decodeQueueCursor, encodeQueueCursor } from './appeal-cursor.js';
import { type AppealDocument, appealModel, toAppeal } from './appeal-model.js';
import { isDuplicateKey } from './connection.js';
import { createCounter } from './counter.js';
import { cursorId } from './cursor.js';
import { departmentModel } from './department-model.js';

/** One person's appeals shown to them. */
const OF_SUBSCRIBER_MAX = 200;
/** Registered in one go when the office opens; the rest a minute later. */
const RECEIVED_MAX = 1_000;
/** Answers found unsent after a crash; more are found next time. */
const UNQUEUED_MAX = 1_000;
/** Where no department is entered yet. */
const NO_DEPARTMENT = 'none';
/** Departments of a council. */
const DEPARTMENTS_MAX = 500;
/** Of one message; longer ones are found by their beginning. */
const SEARCHABLE_UNITS = 10_000;
/** Appeals without a due date stand at the end of the queue. */
const END_OF_TIME = new Date('9999-12-31T00:00:00Z');

type Filter = QueryFilter<AppealDocument>;

/** The moderation queue. */
export function createAppealStore(connection: Connection): AppealStore {
  const AppealRow = appealModel(connection);
  const Department = departmentModel(connection);
  const counter = createCounter(connection);

  return {
    nextNumber: (series, year) => counter.next(`appeal:${series}:${year}`),

    async insert(appeal, sourceInboxId) {
      const row = {
        ...appeal,
        sourceInboxId,
        open: OPEN_APPEAL_STATUSES.includes(appeal.status),
        queueAt: appeal.dueAt ?? END_OF_TIME,
        searchTexts: searchTexts(appeal),
      };
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

    async ofSubscriber(subscriberId) {
      const documents = await AppealRow.find({ subscriberId })
        .sort({ _id: -1 })
        .limit(OF_SUBSCRIBER_MAX)
        .lean<AppealDocument[]>();
      return documents.map(toAppeal);
    },

    async change(number, change, { whenFreeFor, whenStatus } = {}) {
      const written = await AppealRow.findOneAndUpdate(
        {
          number,
          ...onlyOnce(change),
          ...(whenFreeFor ? { assigneeId: { $in: [null, whenFreeFor] } } : {}),
          ...(whenStatus ? { status: whenStatus } : {}),
        },
        updateOf(change),
        {
          returnDocument: 'after',
        },
      ).lean<AppealDocument>();
      return view(written ?? (await AppealRow.findOne({ number }).lean<AppealDocument>()));
    },

    async receivedUntil(now) {
      const documents = await AppealRow.find({
        status: 'received',
        door: { $ne: 'anonymous' },
        registeredAt: { $lte: now },
      })
        .sort({ _id: 1 })
        .limit(RECEIVED_MAX)
        .lean<AppealDocument[]>();
      return documents.map(toAppeal);
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

    async list({ cursor, limit, now, ...filter }) {
      const inQueue = isQueue(filter);
      const rows = inQueue
        ? AppealRow.find({ $and: [filterOf(filter, now), after(cursor)] }).sort({ queueAt: 1, _id: 1 })
        : AppealRow.find({ ...filterOf(filter, now), ...before(cursor) }).sort({ _id: -1 });
      const documents = await rows.limit(limit + 1).lean<AppealDocument[]>();
      const page = documents.slice(0, limit);
      const last = page.at(-1);
      const more = documents.length > limit && last;
      return {
        items: page.map(toAppeal),
        nextCursor: more ? (inQueue ? encodeQueueCursor(last) : last._id.toHexString()) : null,
      };
    },

    count: ({ now, ...filter }) => AppealRow.countDocuments(filterOf(filter, now)),

    async departments() {
      const documents = await Department.find().sort({ order: 1 }).limit(DEPARTMENTS_MAX).lean();
      return documents.map(({ _id, name, nameGenitive }) => ({ id: _id, name, nameGenitive }));
    },

    async beginWithDepartments(departments) {
      if ((await Department.findOne().lean()) !== null) return;
      const rows = departments.map(({ id, ...fields }, order) => ({ _id: id, ...fields, order }));
      try {
        await Department.insertMany(rows, { ordered: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error; // another process began at the same moment
      }
    },

    async departmentFor(category) {
      const document =
        (await Department.findOne({ categories: category }).sort({ order: 1 }).lean()) ??
        (await Department.findOne().sort({ order: 1 }).lean());
      return document?._id ?? NO_DEPARTMENT;
    },
  };
}

/** The queue is read by due date; everything else newest first. */
function isQueue({ open, overdue, status }: AppealFilter): boolean {
  return open === true || overdue === true || (status !== undefined && OPEN_APPEAL_STATUSES.includes(status));
}

function filterOf(filter: AppealFilter, now: Date): Filter {
  const { status, channel, departmentId, overdue, assigneeId, open, q } = filter;
  return {
    ...(isQueue(filter) ? { open: true } : open === false ? { open: false } : {}),
    ...(status ? { status } : {}),
    ...(channel ? { channel } : {}),
    ...(departmentId ? { departmentId } : {}),
    ...(assigneeId === null ? { assigneeId: { $exists: false } } : {}),
    ...(assigneeId ? { assigneeId } : {}),
    ...(overdue === true ? { queueAt: { $lt: now } } : {}),
    ...(overdue === false ? { queueAt: { $gte: now } } : {}),
    ...(q ? { searchTexts: { $regex: escapeRegExp(normalise(q)) } } : {}),
  };
}

function after(cursor: string | undefined): Filter {
  if (cursor === undefined) return {};
  const { queueAt, id } = decodeQueueCursor(cursor);
  return { $or: [{ queueAt: { $gt: queueAt } }, { queueAt, _id: { $gt: new Types.ObjectId(id) } }] };
}

function before(cursor: string | undefined): Filter {
  const id = cursorId(cursor);
  return id ? { _id: { $lt: id } } : {};
}

/** A message or note that is there already makes the whole change a repeat. */
function onlyOnce({ message, note }: AppealChange): Filter {
  return {
    ...(message ? { 'messages.id': { $ne: message.id } } : {}),
    ...(note ? { 'notes.id': { $ne: note.id } } : {}),
  };
}

function updateOf(change: AppealChange): UpdateQuery<AppealDocument> {
  const { status, assigneeId, departmentId, rating, message, note, history } = change;
  const set = {
    ...(status ? { status, open: OPEN_APPEAL_STATUSES.includes(status) } : {}),
    ...(assigneeId ? { assigneeId } : {}),
    ...(departmentId ? { departmentId } : {}),
    ...(rating ? { rating } : {}),
  };
  const push = {
    ...(message ? { messages: message, searchTexts: searchable(message.text) } : {}),
    ...(message?.from === 'staff' ? { unqueued: message.id } : {}),
    ...(note ? { notes: note } : {}),
    ...(history ? { history } : {}),
  };
  return {
    ...(Object.keys(set).length > 0 ? { $set: set } : {}),
    ...(Object.keys(push).length > 0 ? { $push: push } : {}),
  };
}

function searchTexts({ number, subject, messages, applicant }: Appeal): readonly string[] {
  const card = `${number} ${subject} ${applicant?.fullName ?? ''}`;
  return [card, ...messages.map(({ text }) => text)].map(searchable);
}

function searchable(text: string): string {
  return normalise(text).slice(0, SEARCHABLE_UNITS);
}

/** Lower case, one kind of apostrophe: how words are compared. */
function normalise(text: string): string {
  return text.toLocaleLowerCase('uk').replace(/['’ʼ]/g, '’').trim();
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function view(document: AppealDocument | null): Appeal | undefined {
  return document ? toAppeal(document) : undefined;
}
