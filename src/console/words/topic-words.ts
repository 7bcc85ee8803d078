import { offeredTopics, type Topic, type TopicInfo } from '../../domain/topic.js';
import type { Option } from '../components/field.js';

/** A topic as residents see it in question T2; its id where the city has it no longer. */
export function topicWord(topics: readonly TopicInfo[], topic: string): string {
  return topics.find(({ id }) => id === topic)?.names.uk ?? topic;
}

/** «Новини міста», «Привітання» – in quotes because some names hold commas. */
export function topicWords(topics: readonly TopicInfo[], chosen: readonly string[]): string {
  return chosen.map((topic) => `«${topicWord(topics, topic)}»`).join(', ');
}

/** Topics to choose from: what the city offers, and what was chosen before it was hidden. */
export function topicOptions(
  topics: readonly TopicInfo[],
  chosen: readonly string[] = [],
): readonly Option[] {
  return offeredTopics(topics, chosen).map(({ id, names }) => ({ value: id, label: names.uk }));
}

/** The topic that a word of an address or a form names; undefined: the city has none such. */
export function topicOf(topics: readonly TopicInfo[], word: string): Topic | undefined {
  return topics.find(({ id }) => id === word)?.id;
}
