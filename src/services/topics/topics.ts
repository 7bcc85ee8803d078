import { Refusal } from '../../domain/refusal.js';
import type { Topic, TopicInfo } from '../../domain/topic.js';
import type { Settings } from '../settings/settings.js';

/** The topics of the city. */
export interface Topics {
  /** Hidden ones, too, in the order of the question «Обрати самостійно» */
  list(): Promise<readonly TopicInfo[]>;
  /** @throws {Refusal} invalid, with the list of those there are, when the city has not all of these */
  assertKnown(topics: readonly Topic[]): Promise<void>;
}

/** Topics as the settings have them. */
export function createTopics(settings: Pick<Settings, 'get'>): Topics {
  const list = async () => (await settings.get()).topics.items;

  return {
    list,
    async assertKnown(topics) {
      if (topics.length === 0) return;
      const complaint = topicComplaint(topics, await list());
      if (complaint !== undefined) throw new Refusal('invalid', 'topic.unknown', complaint);
    },
  };
}

/** What is wrong with topics that the city does not have, in words; undefined: it has them all. */
export function topicComplaint(topics: readonly Topic[], known: readonly TopicInfo[]): string | undefined {
  const unknown = topics.find((topic) => !known.some(({ id }) => id === topic));
  if (unknown === undefined) return undefined;
  return `Теми «${unknown}» немає. Є такі: ${known.map(({ id }) => id).join(', ')}.`;
}
