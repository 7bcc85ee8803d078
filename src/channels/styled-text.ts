import type { OutgoingContent } from '../domain/content.js';
import { type Block, type Inline, parseMarkup } from '../domain/markup.js';

/** A stretch of visible text in one style. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly url: string | undefined;
}

type Style = Omit<Run, 'text'>;

const PLAIN: Style = { bold: false, italic: false, url: undefined };
const BLOCK_GAP = '\n\n';

/** What a person will read: the title in bold, then the text, as runs in order. Their texts joined are the whole. */
export function styledRuns({
  format,
  title,
  text,
}: Pick<OutgoingContent, 'format' | 'title' | 'text'>): readonly Run[] {
  const body =
    format === 'plain'
      ? [{ ...PLAIN, text: text.trim() }]
      : joined(parseMarkup(text).map(blockRuns), BLOCK_GAP);
  const heading = title?.trim() ? [{ ...PLAIN, bold: true, text: title.trim() }] : [];
  return joined([heading, body], BLOCK_GAP).map((run) => ({ ...run, text: wellFormed(run.text) }));
}

function blockRuns(block: Block): Run[] {
  if (block.kind === 'paragraph') return inlineRuns(block.children, PLAIN);
  const items = block.items.map(({ marker, children }) => [
    { ...PLAIN, text: `${marker} ` },
    ...inlineRuns(children, PLAIN),
  ]);
  return joined(items, '\n');
}

function inlineRuns(children: readonly Inline[], style: Style): Run[] {
  return children.flatMap((child) =>
    child.kind === 'text'
      ? [{ ...style, text: child.text }]
      : inlineRuns(child.children, styled(style, child)),
  );
}

function styled(style: Style, mark: Exclude<Inline, { readonly kind: 'text' }>): Style {
  switch (mark.kind) {
    case 'bold':
      return { ...style, bold: true };
    case 'italic':
      return { ...style, italic: true };
    case 'link':
      return { ...style, url: mark.url };
  }
}

function joined(groups: readonly (readonly Run[])[], gap: string): Run[] {
  return groups
    .filter((group) => group.some(({ text }) => text !== ''))
    .flatMap((group, index) => (index === 0 ? group : [{ ...PLAIN, text: gap }, ...group]));
}

/** Half an emoji, left by a cut somewhere before us, would make the messenger refuse the whole message. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
