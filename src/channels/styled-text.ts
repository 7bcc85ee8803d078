import type { OutgoingContent } from '../domain/content.js';
import { type Block, type Inline, parseMarkup } from '../domain/markup.js';
import type { Run } from '../domain/shown-message.js';
import type { TextRange } from '../lib/split-text.js';

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

/** The stretch of the visible text as runs: marks that reach over its edges end and begin there. */
export function sliceRuns(runs: readonly Run[], { start, end }: TextRange): readonly Run[] {
  let offset = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    offset += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** Neighbours of one link made one, whatever marks divide its words. */
export function joinLinks(runs: readonly Run[]): readonly Pick<Run, 'text' | 'url'>[] {
  const joint: { text: string; url: string | undefined }[] = [];
  for (const { text, url } of runs) {
    const last = joint.at(-1);
    if (last && last.url === url) last.text += text;
    else joint.push({ text, url });
  }
  return joint;
}

/** Where the links stand in the texts joined. */
export function linkRanges(texts: readonly Pick<Run, 'text' | 'url'>[]): readonly TextRange[] {
  let end = 0;
  return texts.flatMap(({ text, url }) => {
    const start = end;
    end += text.length;
    return url === undefined ? [] : [{ start, end }];
  });
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
