import type { Connection, QueryFilter, Types } from 'mongoose';
import { parseState } from '../../services/dialogue/state.js';
import type { Files } from '../../services/files/files.js';
import type { Timer } from '../../services/retention/ports.js';
import { type SubscriberDocument, subscriberModel } from '../subscribers/subscriber-model.js';

type Filter = QueryFilter<SubscriberDocument>;

/** What was kept for mailings of somebody who left them; that they left stays, so that no list signs them up again. */
export function unsubscribedTimer(connection: Connection): Timer {
  const Person = subscriberModel(connection);
  const due = (before: Date): Filter => ({
    leftAt: { $lt: before },
    status: { $in: ['stopped', 'unreachable'] },
    'consent.at': { $exists: true },
  });
  return {
    count: (before, max) => Person.countDocuments(due(before)).limit(max),
    async forget(before, limit) {
      const people = await Person.find(due(before), { _id: 1 }).sort({ leftAt: 1 }).limit(limit).lean();
      const { modifiedCount } = await Person.updateMany(
        // Somebody may have come back in between.
        { ...due(before), _id: { $in: people.map(({ _id }) => _id) } },
        {
          $set: { topics: [], topicsKey: '' },
          $unset: { consent: 1, name: 1, ownName: 1, source: 1, quietHours: 1, heardAt: 1 },
        },
      );
      return modifiedCount;
    },
  };
}

const PLACES = ['form', 'kept'] as const;

/** Unfinished appeals, with their files. */
export function formTimer(connection: Connection, files: Pick<Files, 'remove'>): Timer {
  const Person = subscriberModel(connection);
  const pathOf = (place: (typeof PLACES)[number]) => `dialogue.state.${place}`;
  const due = (place: (typeof PLACES)[number], before: Date) =>
    ({ [`${pathOf(place)}.savedAt`]: { $lt: before.toISOString() } }) as Filter;

  return {
    async count(before, max) {
      const counts = await Promise.all(
        PLACES.map((place) => Person.countDocuments(due(place, before)).limit(max)),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
    async forget(before, limit) {
      let count = 0;
      for (const place of PLACES) {
        const people = await Person.find(due(place, before), { dialogue: 1 })
          .limit(limit - count)
          .lean();
        for (const { _id, dialogue } of people)
          count += await forgetForm(_id, place, dialogue?.state, before);
        if (count >= limit) break;
      }
      return count;
    },
  };

  /** @returns 0 when the person has written on in between */
  async function forgetForm(
    _id: Types.ObjectId,
    place: (typeof PLACES)[number],
    state: unknown,
    before: Date,
  ): Promise<number> {
    const { modifiedCount } = await Person.updateOne(
      { ...due(place, before), _id },
      { $unset: { [pathOf(place)]: 1 } },
    );
    if (modifiedCount > 0)
      await files.remove((parseState(state)[place]?.files ?? []).map(({ file }) => file.fileId));
    return modifiedCount;
  }
}
