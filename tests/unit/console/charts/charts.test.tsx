import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsOf, DayBars } from '../../../../src/console/charts/day-bars.js';
import { DayLines, linePath } from '../../../../src/console/charts/day-lines.js';
import { topOf } from '../../../../src/console/charts/scale.js';
import { ShareBars } from '../../../../src/console/charts/share-bars.js';

const A_CHART = {
  id: 'c',
  title: 'Підписники',
  description: 'Telegram: було 1, стало 4.',
  days: ['22 листопада', '23 листопада'],
  series: [
    { name: 'Telegram', values: [1, 4] },
    { name: 'Viber', values: [2, 0] },
  ],
};

describe('the scale of a chart', () => {
  it.each([
    [[], 2],
    [[0, 0], 2],
    [[3], 4],
    [[10], 10],
    [[11], 12],
    [[95_000], 100_000],
    [[66_123, 33_877], 80_000],
  ])('of %j ends at %i', (values, top) => {
    expect(topOf(values)).toBe(top);
  });

  it('holds every value, has a whole half, and is never more than twice what is needed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000_000), { minLength: 1 }), (values) => {
        const top = topOf(values);
        const largest = Math.max(2, ...values);
        return top >= largest && top % 2 === 0 && top <= largest * 2;
      }),
    );
  });
});

describe('a chart of lines', () => {
  it('draws each series through the middle of its days', () => {
    expect(linePath([0, 2, 4], 4)).toBe('M0.5 100L1.5 50L2.5 0');
  });

  it('draws a single day as a line that can be seen', () => {
    expect(linePath([3], 4)).toBe('M0 25H1');
  });

  it('is named and told in words, with the numbers behind it', () => {
    const html = String(<DayLines chart={A_CHART} />);
    expect(html).toContain('role="img" aria-labelledby="c-svg-title c-svg-desc"');
    expect(html).toContain('<desc id="c-svg-desc">Telegram: було 1, стало 4.</desc>');
    const cells = [...html.matchAll(/<(?:th scope="row"|td class="number")>([^<]*)</g)].map(
      ([, text]) => text,
    );
    expect(cells).toEqual(['23 листопада', '4', '0', '22 листопада', '1', '2']);
  });

  it('says that there is nothing yet instead of an empty picture', () => {
    const html = String(<DayLines chart={{ ...A_CHART, days: [], series: [] }} />);
    expect(html).toContain('Ще немає що показати');
    expect(html).not.toContain('<svg');
  });
});

describe('a chart of bars', () => {
  it('puts the parts of a day on top of each other and draws nothing for none', () => {
    expect(barsOf(A_CHART, 4)).toEqual([
      { part: 1, day: 0, y: 75, height: 25 },
      { part: 2, day: 0, y: 25, height: 50 },
      { part: 1, day: 1, y: 0, height: 100 },
    ]);
  });

  it('marks the second part by a pattern of its own chart, not by colour alone', () => {
    const html = String(<DayBars chart={A_CHART} />);
    expect(html).toContain('<pattern id="c-hatch"');
    expect(html).toContain('fill="url(#c-hatch)"');
  });
});

describe('a chart of kinds', () => {
  it('gives every kind its number, also when there is none', () => {
    const rows = [
      { name: 'Дороги', count: 3 },
      { name: 'Інше', count: 0 },
    ];
    const html = String(<ShareBars shares={{ id: 't', title: 'Теми', column: 'Тема', rows }} />);
    expect([...html.matchAll(/class="number">(\d+)</g)].map(([, count]) => count)).toEqual(['3', '0']);
    expect(html).toContain('viewBox="0 0 3 1"');
  });
});
