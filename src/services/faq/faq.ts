import type { FaqCard } from '../../domain/faq.js';
import type { Actor } from '../../domain/role.js';
import type { FaqCardInput } from './input.js';

/** What people did who were shown a card: went away with its answer, or sent their appeal all the same. */
export const FAQ_OUTCOMES = ['helped', 'submitted'] as const;
export type FaqOutcome = (typeof FAQ_OUTCOMES)[number];

/** A card with how often each outcome was pressed. */
export type CountedFaqCard = FaqCard & { readonly counts: Readonly<Record<FaqOutcome, number>> };

/** Ready answers offered before an appeal is sent. Changes are audited; all throw Refusal when they cannot. */
export interface Faq {
  /** By title, at most {@link FAQ_CARDS_MAX}. */
  list(): Promise<readonly CountedFaqCard[]>;
  get(id: string): Promise<FaqCard>;
  /** @param id undefined: a new one */
  save(id: string | undefined, content: FaqCardInput, actor: Actor): Promise<FaqCard>;
  remove(id: string, actor: Actor): Promise<void>;
  /** Those of an owner that nobody has confirmed in time: they are not shown. */
  staleOf(ownerId: string): Promise<readonly FaqCard[]>;
}

/** More than anybody keeps true; all are looked through at each step of the dialogue. */
export const FAQ_CARDS_MAX = 100;

export interface FaqStore {
  /** By title, at most {@link FAQ_CARDS_MAX}; with a day only those that are confirmed for it. */
  list(confirmedOn?: string): Promise<readonly FaqCard[]>;
  get(id: string): Promise<FaqCard | undefined>;
  insert(card: Omit<FaqCard, 'id'>): Promise<FaqCard>;
  change(id: string, card: Omit<FaqCard, 'id'>): Promise<FaqCard | undefined>;
  remove(id: string): Promise<void>;
  /** Counts an outcome once for each inbox row. */
  count(inboxId: string, cardId: string, outcome: FaqOutcome): Promise<void>;
  counted(cardId: string, outcome: FaqOutcome): Promise<number>;
}
