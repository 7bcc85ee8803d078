import { oneApostrophe } from './search/apostrophe.js';

/** A ready answer to a frequent question, offered before an appeal is sent. */
export interface FaqCard {
  readonly id: string;
  /** The question, as residents read it */
  readonly title: string;
  readonly text: string;
  /**
   * What an appeal's text must hold for the card to be shown: one of these lines, each of beginnings of words that
   * stand in the text in any order («графік відключ»)
   */
  readonly stems: readonly string[];
  /** Staff account of who keeps it true */
  readonly ownerId: string;
  /** «Перевірити до»: after this day it is not shown until its owner has looked, `YYYY-MM-DD` */
  readonly checkBy: string;
}

/** Whether nobody has confirmed the card for too long. */
export function isStaleCard({ checkBy }: FaqCard, today: string): boolean {
  return checkBy < today;
}

/** The first card that answers the text; undefined when none does. */
export function faqFor(text: string, cards: readonly FaqCard[]): FaqCard | undefined {
  const words = wordsOf(text);
  const holds = (line: string) => {
    const stems = wordsOf(line);
    return stems.length > 0 && stems.every((stem) => words.some((word) => word.startsWith(stem)));
  };
  return cards.find(({ stems }) => stems.some(holds));
}

function wordsOf(text: string): readonly string[] {
  return oneApostrophe(text.toLowerCase())
    .split(/[^\p{L}\p{N}’]+/u)
    .filter(Boolean);
}
