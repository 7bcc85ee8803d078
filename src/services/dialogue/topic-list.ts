import type { Topic } from '../../domain/topic.js';
import type { Scene } from './scene.js';

/** Topics by name, in quotes because some names hold commas; «поки що жодної» when there are none. */
export function topicList({ say, locale }: Scene, topics: readonly Topic[]): string {
  if (topics.length === 0) return say('topics.none');
  const [open, close] = locale === 'uk' ? ['«', '»'] : ['“', '”'];
  return topics.map((topic) => `${open}${say(`topic.${topic}`)}${close}`).join(', ');
}
