import { describe, expect, it } from 'vitest';
import type { TopicInfo } from '../../../../src/domain/topic.js';
import { parseTopic } from '../../../../src/domain/topic.js';
import { SOME_TOPICS } from '../../../support/some-topics.js';
import { Resident } from './resident.js';

function added(id: string, uk: string, isHidden = false): TopicInfo {
  const topic = parseTopic(id);
  if (topic === undefined) throw new Error(`${id} is no topic`);
  return { id: topic, names: { uk, en: id }, isHidden };
}

const SORTING = added('waste-sorting', '♻️ Сортування');

/** Somebody at «Мої теми» of a city with these topics. */
function atTopics(topics: readonly TopicInfo[]): Resident {
  const resident = Resident.subscribed();
  resident.topics = topics;
  return resident.say('/topics');
}

describe('topics that staff have added', () => {
  it('are offered behind the first six, and chosen as any other', () => {
    const resident = atTopics([...SOME_TOPICS, SORTING]);
    expect(resident.labels).toEqual([
      ...['✓ Новини міста', '✓ Вода, світло, тепло, дороги', 'Анонси подій', 'Проєкти рішень'],
      ...['Петиції та бюджет', 'Привітання', 'Інші теми', 'Готово', 'Скасувати'],
    ]);
    resident.press('Інші теми').press('♻️ Сортування');
    expect(resident.labels).toEqual(['✓ ♻️ Сортування', 'Інші теми', 'Готово', 'Скасувати']);
    resident.press('Готово');
    expect(resident.effects).toEqual([{ kind: 'setTopics', topics: ['news', 'utilities', 'waste-sorting'] }]);
    expect(resident.text).toContain(
      'Обрано 3 теми: «Новини міста», «Вода, світло, тепло, дороги», «♻️ Сортування».',
    );
  });

  it('are opened by a link, and turned off under a broadcast', () => {
    const resident = Resident.subscribed();
    resident.topics = [...SOME_TOPICS, SORTING];
    resident.start('topic-waste-sorting').press('Готово');
    expect(resident.person.topics).toContain('waste-sorting');
    resident.pressData('less:waste-sorting').press('Вимкнути тему «♻️ Сортування»');
    expect(resident.person.topics).toEqual(['news', 'utilities']);
  });

  it('are not offered once hidden, but for those who have them', () => {
    const hidden = SOME_TOPICS.map((topic) => ({ ...topic, isHidden: topic.id === 'acts' }));
    expect(atTopics(hidden).labels).not.toContain('Проєкти рішень');
    const reader = Resident.subscribed();
    reader.topics = hidden;
    reader.person = { ...reader.person, topics: ['news', 'acts'] };
    expect(reader.say('/topics').labels).toContain('✓ Проєкти рішень');
  });
});
