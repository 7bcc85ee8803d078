import type { Broadcast } from '../../domain/broadcast.js';
import { type Block, inlineText, parseMarkup } from '../../domain/markup.js';
import { excerpt } from '../dialogue/excerpt.js';

/** Letters of a text, after its title. */
const EXCERPT_LENGTH = 200;

/** Title and first words of a broadcast that has no page to be read on: «Міст закрито. Рух обмежено до 5…» */
export function openingWords({ title, text }: Pick<Broadcast, 'title' | 'text'>): string {
  const sentence = /[.!?…]$/u.test(title) ? title : `${title}.`;
  return `${sentence} ${excerpt(parseMarkup(text).map(blockText).join(' '), EXCERPT_LENGTH)}`;
}

function blockText(block: Block): string {
  if (block.kind === 'paragraph') return inlineText(block.children);
  return block.items.map(({ children }) => inlineText(children)).join('; ');
}
