import type { Locale } from './locale.js';

/** Topics that every city has, in the order of the question «Обрати самостійно». */
export const BUILT_IN_TOPICS = ['news', 'utilities', 'events', 'acts', 'petitions', 'greetings'] as const;

declare const ofTheCity: unique symbol;

/** What people choose news by: a built-in topic, or one that staff have added; `parseTopic` makes the latter. */
export type Topic = (typeof BUILT_IN_TOPICS)[number] | (string & { readonly [ofTheCity]: true });

/** What «Головне: новини й оголошення» stands for. */
export const MAIN_TOPICS: readonly Topic[] = ['news', 'utilities'];

/** A topic as the city's settings describe it. */
export interface TopicInfo {
  readonly id: Topic;
  /** As residents and staff read it; an emoji may stand in front */
  readonly names: Readonly<Record<Locale, string>>;
  /** Not offered any more; whoever has it keeps it */
  readonly isHidden: boolean;
}

/** Part of a deep link and of button data, which holds 64 bytes. */
const TOPIC_ID = /^[a-z][a-z0-9-]{1,29}$/;

/** A word as the id of a topic; undefined when it cannot be one. Whether the city has it, its settings say. */
export function parseTopic(word: string): Topic | undefined {
  // The pattern is all that an id has to fulfil.
  return TOPIC_ID.test(word) ? (word as Topic) : undefined;
}

/** What is offered to somebody: every topic but hidden ones, which only those still see who have them. */
export function offeredTopics(
  topics: readonly TopicInfo[],
  chosen: readonly string[] = [],
): readonly TopicInfo[] {
  return topics.filter(({ id, isHidden }) => !isHidden || chosen.includes(id));
}
