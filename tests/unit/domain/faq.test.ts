import { describe, expect, it } from 'vitest';
import { type FaqCard, faqFor, isStaleCard } from '../../../src/domain/faq.js';

const card: FaqCard = {
  id: 'f1',
  title: 'Як оформити субсидію?',
  text: 'Зверніться до управління соцзахисту.',
  stems: ['субсид', 'графік відключ'],
  ownerId: 'm1',
  checkBy: '2026-12-31',
};

describe('a ready answer', () => {
  it.each(['Як отримати СУБСИДІЮ на газ?', 'Де подивитися графік погодинних відключень'])(
    'is found for «%s»',
    (text) => {
      expect(faqFor(text, [card])).toBe(card);
    },
  );

  it.each(['', 'Не горить ліхтар', 'Графік прийому міського голови', 'бездоглядна несубсидія'])(
    'is not shown for «%s»',
    (text) => {
      expect(faqFor(text, [card])).toBeUndefined();
    },
  );

  it('is stale from the day after its check', () => {
    expect(isStaleCard(card, '2026-12-31')).toBe(false);
    expect(isStaleCard(card, '2027-01-01')).toBe(true);
  });
});
