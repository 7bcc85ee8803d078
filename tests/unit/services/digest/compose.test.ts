import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_TOPICS } from '../../../../src/domain/topic.js';
import { type DigestItem, digestText } from '../../../../src/services/digest/compose.js';

const words = {
  heading: 'Ніжин, 23 листопада. Головне за день:',
  topics: BUILT_IN_TOPICS.map((id) => ({ id, name: id })),
  more: (count: number) => `ще ${count}`,
  corrected: 'виправлено',
  recalled: 'Новину відкликано',
};

const item = (title: string, topics: DigestItem['topics'], url?: string): DigestItem => ({
  title,
  text: `Про **${title}** докладно.`,
  topics,
  url,
});

describe('the text of a digest', () => {
  it('groups titles by topic, what concerns everybody first', () => {
    const items = [
      item('Ярмарок на площі', ['events'], 'https://nizhyn.example/1'),
      item('Вода зранку', ['utilities', 'news'], 'https://nizhyn.example/2'),
      item('День міста', [], 'https://nizhyn.example/3'),
    ];
    expect(digestText(items, words)).toBe(
      [
        'Ніжин, 23 листопада. Головне за день:',
        '- [День міста](https://nizhyn.example/3)',
        '**news**\n- [Вода зранку](https://nizhyn.example/2)',
        '**events**\n- [Ярмарок на площі](https://nizhyn.example/1)',
      ].join('\n\n'),
    );
  });

  it('adds the first words where there is nothing to open', () => {
    expect(digestText([item('Вода [центр]', ['utilities'])], words)).toContain(
      '- Вода (центр). Про Вода [центр] докладно.',
    );
  });

  it('marks what was corrected since, and leaves nothing of what was recalled', () => {
    const items = [
      { ...item('Вода', ['utilities'], 'https://nizhyn.example/1'), change: 'corrected' },
      { ...item('Світло', ['utilities']), change: 'corrected' },
      { ...item('Газ', ['utilities'], 'https://nizhyn.example/3'), change: 'recalled' },
      { ...item('Тепло', ['utilities']), change: 'recalled' },
    ] as const;
    expect(digestText(items, words).split('\n').slice(3)).toEqual([
      '- [Вода](https://nizhyn.example/1) (виправлено)',
      '- Світло. Про Світло докладно. (виправлено)',
      '- [Новину відкликано](https://nizhyn.example/3)',
      '- Новину відкликано',
    ]);
  });

  it('names at most eight and counts the rest', () => {
    const some = fc.array(fc.subarray([...BUILT_IN_TOPICS]), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(some, (topics) => {
        const items = topics.map((of, index) => item(`№${index};`, of, `https://nizhyn.example/${index}`));
        const text = digestText(items, words);
        const named = items.filter(({ title }) => text.includes(`[${title}]`)).length;
        const counted = Number(/ще (\d+)$/.exec(text)?.[1] ?? 0);
        expect(named).toBe(Math.min(8, items.length));
        expect(named + counted).toBe(items.length);
      }),
    );
  });
});
