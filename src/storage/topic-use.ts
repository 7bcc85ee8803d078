import type { Connection } from 'mongoose';
import type { Topic } from '../domain/topic.js';

/** Where topics stand. */
const PLACES = [
  { collection: 'subscribers', field: 'topics' },
  { collection: 'publications', field: 'topic' },
  { collection: 'broadcasts', field: 'audience.topics' },
  { collection: 'templates', field: 'audience.topics' },
  { collection: 'feeds', field: 'topic' },
] as const;

/** Whether a person, a publication (a deleted one, too), a broadcast, a template or a feed has a topic. */
export function createIsTopicUsed(connection: Connection): (topic: Topic) => Promise<boolean> {
  return async (topic) => {
    const found = await Promise.all(
      PLACES.map(({ collection, field }) =>
        connection.collection(collection).findOne({ [field]: topic }, { projection: { _id: 1 } }),
      ),
    );
    return found.some((one) => one !== null);
  };
}
