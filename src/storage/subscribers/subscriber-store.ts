import { type Connection, type mongo, type QueryFilter, Types } from 'mongoose';
import { CHANNEL_IDS, type ChannelId } from '../../domain/channel-id.js';
import { BUILT_IN_TOPICS, type Topic } from '../../domain/topic.js';
import { groupBy } from '../../lib/group-by.js';
import { upperFirst } from '../../lib/upper-first.js';
import type { KnownPerson, SubscriberStore } from '../../services/subscriptions/store.js';
import type { ImportedSubscriber } from '../../services/subscriptions/subscriptions.js';
import { noteUnsubscribes } from '../broadcasts/unsubscribes.js';
import { isDuplicateKey } from '../connection.js';
import { cursorId, objectId } from '../cursor.js';
import { audienceQueries } from './audience-queries.js';
import { type SubscriberDocument, subscriberModel, topicsKey, toSubscriber } from './subscriber-model.js';

type Filter = QueryFilter<SubscriberDocument>;

/** Edition of the consent that a list brought from elsewhere stands for. */
const IMPORT_CONSENT_VERSION = 1;

/**
 * People of both messengers.
 * @param real stamps when somebody became known: planning draws its line by the real clock, which never goes back
 */
export function createSubscriberStore(connection: Connection, real: () => Date): SubscriberStore {
  const Person = subscriberModel(connection);

  return {
    async ensureKnown({ channel, address, name }, heardAt) {
      const upsert = () =>
        Person.findOneAndUpdate(
          { channel, address },
          {
            ...(name === undefined ? {} : { $set: { name } }),
            ...(heardAt === undefined ? {} : { $max: { heardAt } }),
            $setOnInsert: {
              channel,
              address,
              locale: 'uk',
              status: 'pending',
              ...chosen([]),
              deliveryMode: 'digest',
              digestAt: '18:00',
              createdAt: real(),
            },
          },
          { upsert: true, returnDocument: 'after', lean: true },
        );
      // Two first messages at once may both try to insert; the second one then finds the first.
      const document = await upsert().catch((error: unknown) => {
        if (isDuplicateKey(error)) return upsert();
        throw error;
      });
      if (!document) throw new Error('an upsert returned nothing');
      return toKnown(document.status === 'erased' ? await withoutName(document) : document);
    },

    async known(id) {
      const _id = objectId(id);
      const document = _id && (await Person.findById(_id).lean());
      return document ? toKnown(document) : undefined;
    },

    async disturbable(ids) {
      const documents = await Person.find({
        _id: { $in: ids.map((id) => new Types.ObjectId(id)) },
        $or: [{ 'dialogue.state.form': { $exists: true } }, { quietHours: { $exists: true } }],
      } as Filter).lean();
      return documents.map(toKnown);
    },

    async find(channel, address) {
      const document = await Person.findOne({ channel, address }).lean();
      return document ? toSubscriber(document) : undefined;
    },

    async get(id) {
      const _id = objectId(id);
      const document = _id && (await Person.findById(_id).lean());
      return document ? toSubscriber(document) : undefined;
    },

    async change(id, changes) {
      const _id = new Types.ObjectId(id);
      if (changes.status !== undefined && changes.status !== 'active') await noteLeaving([_id]);
      const { topics } = changes;
      await Person.updateOne({ _id }, { $set: { ...changes, ...(topics && chosen(topics)) } });
    },

    async erase(id, at) {
      const _id = new Types.ObjectId(id);
      await noteLeaving([_id]);
      await Person.updateOne(
        { _id },
        {
          $set: { status: 'erased', ...chosen([]), forgottenAt: at },
          $unset: {
            name: 1,
            ownName: 1,
            applicant: 1,
            consent: 1,
            appealConsent: 1,
            source: 1,
            quietHours: 1,
            heardAt: 1,
          },
        },
      );
    },

    async withdrawAppealConsent(id, at) {
      await Person.updateOne(
        { _id: new Types.ObjectId(id) },
        { $set: { forgottenAt: at }, $unset: { appealConsent: 1, applicant: 1 } },
      );
    },

    async markUnreachable(ids) {
      const gone = ids.map((id) => new Types.ObjectId(id));
      await noteLeaving(gone);
      await Person.updateMany(
        { _id: { $in: gone }, status: { $in: ['active', 'pending'] } },
        { $set: { status: 'unreachable' } },
      );
    },

    async markReachable(id) {
      const gone = { _id: new Types.ObjectId(id), status: 'unreachable' as const };
      await Person.updateOne({ ...gone, consent: { $exists: true } }, { $set: { status: 'active' } });
      await Person.updateOne(gone, { $set: { status: 'pending' } });
    },

    async saveDialogue(id, state, inboxId) {
      await Person.updateOne({ _id: new Types.ObjectId(id) }, { $set: { dialogue: { state, inboxId } } });
    },

    async importBatch(people, at, topics = BUILT_IN_TOPICS) {
      const { upsertedCount } = await Person.collection.bulkWrite(
        people.map((person) => importOperation(person, at, topics)),
        { ordered: false },
      );
      for (const [channel, of] of groupBy(people, (person) => person.channel))
        await Person.updateMany(
          { channel, address: { $in: of.map(({ address }) => address) }, status: 'pending' },
          { $set: agreedByImport(at) },
        );
      return { created: upsertedCount, updated: people.length - upsertedCount };
    },

    async list({ cursor, limit, channel, status, topic }) {
      const after = cursorId(cursor);
      const filter: Filter = {
        ...(channel ? { channel } : {}),
        ...(status ? { status } : {}),
        ...(topic ? { topics: topic } : {}),
        ...(after ? { _id: { $gt: after } } : {}),
      };
      const documents = await Person.find(filter)
        .sort({ _id: 1 })
        .limit(limit + 1)
        .lean();
      const items = documents.slice(0, limit).map(toSubscriber);
      return { items, nextCursor: documents.length > limit ? (items.at(-1)?.id ?? null) : null };
    },

    async search(q, limit) {
      const found = await Promise.all([
        Person.find({ channel: { $in: [...CHANNEL_IDS] }, address: q }, { _id: 1 }).lean(),
        Person.find({ name: beginningWith(q) }, { _id: 1 })
          .limit(limit)
          .lean(),
      ]);
      return found.flat().map(({ _id }) => _id.toHexString());
    },

    async namesOf(ids) {
      const _id = { $in: ids.map((id) => new Types.ObjectId(id)) };
      const named = await Person.find({ _id, name: { $exists: true } }, { name: 1 }).lean();
      return new Map(named.map((person) => [person._id.toHexString(), person.name ?? '']));
    },

    async statusesOf(ids) {
      const _id = { $in: ids.map((id) => new Types.ObjectId(id)) };
      const people = await Person.find({ _id }, { status: 1 }).lean();
      return new Map(people.map((person) => [person._id.toHexString(), person.status]));
    },

    async stats() {
      const of = async (channel: ChannelId) => {
        const count = (status: 'active' | 'stopped' | 'unreachable') =>
          Person.countDocuments({ channel, status });
        const [active, stopped, unreachable] = await Promise.all([
          count('active'),
          count('stopped'),
          count('unreachable'),
        ]);
        return { active, stopped, unreachable };
      };
      const [telegram, viber] = await Promise.all([of('telegram'), of('viber')]);
      return { telegram, viber };
    },

    ...audienceQueries(Person),
  };

  /** Whoever asked to be erased has no name here until they agree to anything again. */
  async function withoutName({ name, ...document }: SubscriberDocument): Promise<SubscriberDocument> {
    if (name !== undefined) await Person.updateOne({ _id: document._id }, { $unset: { name: 1 } });
    return document;
  }

  /** Before the status changes, so that a repeat after a crash finds the person still active. */
  async function noteLeaving(ids: readonly Types.ObjectId[]): Promise<void> {
    const at = real();
    const active = await Person.find({ _id: { $in: ids }, status: 'active' }, { _id: 1 }).lean();
    if (active.length === 0) return;
    const leaving = active.map(({ _id }) => _id);
    await noteUnsubscribes(connection, leaving, at);
    await Person.updateMany({ _id: { $in: leaving } }, { $set: { leftAt: at } });
  }
}

function toKnown(document: SubscriberDocument): KnownPerson {
  const { dialogue } = document;
  return {
    subscriber: toSubscriber(document),
    dialogueState: dialogue?.state,
    lastInboxId: dialogue?.inboxId,
  };
}

/** A range instead of a pattern, so that the index of names serves it; names begin with a capital. */
function beginningWith(q: string) {
  const start = upperFirst(q);
  return { $gte: start, $lt: `${start}\u{ffff}` };
}

/** An imported person is active; one who stopped, left or was erased stays as they are. */
function importOperation(
  person: ImportedSubscriber,
  at: Date,
  allTopics: readonly Topic[],
): mongo.AnyBulkWriteOperation {
  const { channel, address, name, locale, topics } = person;
  const given = {
    ...(name === undefined ? {} : { name }),
    ...(locale === undefined ? {} : { locale }),
    ...(topics && chosen(topics)),
  };
  const defaults = {
    ...agreedByImport(at),
    ...(locale === undefined ? { locale: 'uk' } : {}),
    ...(topics === undefined ? chosen(allTopics) : {}),
    deliveryMode: 'digest',
    digestAt: '18:00',
    source: 'import',
    createdAt: at,
  };
  const update = { ...(Object.keys(given).length > 0 ? { $set: given } : {}), $setOnInsert: defaults };
  return { updateOne: { filter: { channel, address }, update, upsert: true } };
}

function chosen(topics: readonly Topic[]) {
  return { topics: [...topics], topicsKey: topicsKey(topics) };
}

function agreedByImport(at: Date) {
  return {
    status: 'active',
    consent: { source: 'import', version: IMPORT_CONSENT_VERSION, textHash: '', at },
  } as const;
}
