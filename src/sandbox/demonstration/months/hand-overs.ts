import type { MediaHandOver, MediaType, PublicationKind } from '../../../domain/publication.js';
import type { MonthPlan } from './plan.js';
import { at } from './titles.js';

const OUTLETS = ['Міська газета', 'ДКП ТРК «Ніжинське телебачення»', 'Міське радіо'] as const;

/** Of which kind of material each type of hand-over is. */
const MATERIAL_OF: Readonly<Record<MediaType, PublicationKind>> = {
  information: 'news',
  article: 'article',
  message: 'event-report',
  announcement: 'announcement',
  greeting: 'greeting',
  anons: 'anons',
};

/**
 * What was handed over, by material (`news-0`). The first news went to three outlets, which is three hand-overs of one
 * material.
 */
export function handOversOf({ handOvers }: MonthPlan): ReadonlyMap<string, Omit<MediaHandOver, 'at'>[]> {
  const of = new Map<string, Omit<MediaHandOver, 'at'>[]>();
  for (const [name, count] of Object.entries(handOvers)) {
    const type = name as MediaType; // the plan's keys are these types
    for (let index = 0; index < count; index += 1) {
      const key = `${MATERIAL_OF[type]}-${Math.max(0, index - (OUTLETS.length - 1))}`;
      of.set(key, [...(of.get(key) ?? []), { type, outlet: at(OUTLETS, index) }]);
    }
  }
  return of;
}
