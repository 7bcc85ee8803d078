import type { FaqCard } from '../../src/domain/faq.js';
import type { FaqStore } from '../../src/services/faq/faq.js';

/** Ready answers in memory; ids are f1, f2 … */
export function memoryFaq(kept: readonly FaqCard[] = []): FaqStore {
  const cards = new Map(kept.map((card) => [card.id, card]));
  const outcomes = new Map<string, string>();
  const put = (card: FaqCard) => {
    cards.set(card.id, card);
    return card;
  };
  return {
    list: async (day = '') => [...cards.values()].filter(({ checkBy }) => checkBy >= day),
    get: async (id) => cards.get(id),
    insert: async (card) => put({ ...card, id: `f${cards.size + 1}` }),
    change: async (id, card) => (cards.has(id) ? put({ ...card, id }) : undefined),
    remove: async (id) => void cards.delete(id),
    count: async (inboxId, cardId, outcome) => void outcomes.set(inboxId, `${cardId}:${outcome}`),
    counted: async (cardId, outcome) =>
      [...outcomes.values()].filter((kept) => kept === `${cardId}:${outcome}`).length,
  };
}
