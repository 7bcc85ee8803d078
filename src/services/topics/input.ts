import { z } from 'zod';
import { LOCALES, type Locale } from '../../domain/locale.js';
import { BUILT_IN_TOPICS, parseTopic, type Topic, type TopicInfo } from '../../domain/topic.js';
import { plainText } from '../plain-text.js';

/** A topic at a border; whether the city has it is asked of `Topics`. */
export const topicSchema = z.string().transform((word, context): Topic => {
  const topic = parseTopic(word);
  if (topic !== undefined) return topic;
  context.addIssue({ code: 'custom', message: 'must be the id of a topic' });
  return z.NEVER;
});

/** Two screens of six big buttons; and subscribers are counted by every combination of topics there is. */
export const TOPICS_MAX = 12;
/** The tick and the name make a button of at most 32 characters. */
export const TOPIC_NAME_MAX = 30;

const name = plainText(TOPIC_NAME_MAX)
  .min(1)
  .refine((text) => !text.includes('\n'), 'must be one line');

/** The topics of the city, in the order of the question; the list is given whole. */
export const topicSettings = z.strictObject({
  items: z
    .array(
      z.strictObject({
        id: topicSchema,
        names: z.strictObject({ uk: name, en: name }),
        isHidden: z.boolean(),
      }),
    )
    .max(TOPICS_MAX)
    .superRefine((topics, context) => {
      const missing = BUILT_IN_TOPICS.filter((id) => !topics.some((topic) => topic.id === id));
      const complain = (message: string, path: PropertyKey[] = []) =>
        context.addIssue({ code: 'custom', message, path });
      if (missing.length > 0)
        complain(`must hold the built-in topics ${missing.join(', ')}; they can be hidden`);
      if (topics.every(({ isHidden }) => isHidden)) complain('must offer a topic');
      for (const [at, topic] of topics.entries()) {
        const before = topics.slice(0, at);
        if (before.some(({ id }) => id === topic.id)) complain('must not be taken', [at, 'id']);
        for (const locale of LOCALES)
          if (before.some((other) => isSameName(other, topic, locale)))
            complain('must not be taken', [at, 'names', locale]);
      }
    })
    .readonly(),
});

/** People may type a topic's name instead of pressing it. */
function isSameName(one: TopicInfo, other: TopicInfo, locale: Locale): boolean {
  return one.names[locale].toLowerCase() === other.names[locale].toLowerCase();
}
