import type { Topic } from '../../domain/topic.js';
import type { Scene } from './scene.js';

/** A topic by its name in the scene's language; by its id where the city has it no longer. */
export function topicName({ context, locale }: Scene, topic: Topic): string {
  return context.topics.find(({ id }) => id === topic)?.names[locale] ?? topic;
}

/** Topics by name, in quotes because some names hold commas; «поки що жодної» when there are none. */
export function topicList(scene: Scene, topics: readonly Topic[]): string {
  if (topics.length === 0) return scene.say('topics.none');
  const [open, close] = scene.locale === 'uk' ? ['«', '»'] : ['“', '”'];
  return topics.map((topic) => `${open}${topicName(scene, topic)}${close}`).join(', ');
}
