/** A stretch of one line of thought; marks may hold each other, but never themselves. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold'; readonly children: readonly Inline[] }
  | { readonly kind: 'italic'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] };

export interface ListItem {
  /** As it was typed: «•» for a bullet, else «1.» or «1)» */
  readonly marker: string;
  readonly children: readonly Inline[];
}

/** A paragraph keeps its single line breaks as '\n' inside texts. */
export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] };

const LIST_LINE = /^(?:[-•*]|(\d{1,3}[.)]))[ \t]+(\S.*)$/;

/**
 * Reads the small safe markup of news and answers: paragraphs (divided by an empty line), `**bold**`,
 * `_italic_`, `[text](https://…)`, lists (`- item`, `1. item`). Nothing else has a meaning, and a mark without
 * its pair is ordinary text: nothing an editor typed is ever lost or refused. Links are http or https only.
 * Takes time proportional to the text, whatever the text is.
 */
export function parseMarkup(source: string): readonly Block[] {
  return source
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .flatMap(parseChunk);
}

/** The words alone, without marks and addresses of links: for lists, subjects and searching. */
export function inlineText(children: readonly Inline[]): string {
  return children.map((child) => (child.kind === 'text' ? child.text : inlineText(child.children))).join('');
}

function parseChunk(chunk: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let items: ListItem[] = [];
  let ordered = false;
  const endParagraph = () => {
    const text = paragraph.join('\n').trim();
    if (text) blocks.push({ kind: 'paragraph', children: parseInline(text) });
    paragraph = [];
  };
  const endList = () => {
    if (items.length > 0) blocks.push({ kind: 'list', ordered, items });
    items = [];
  };
  for (const line of chunk.split('\n')) {
    const [isItem, number, text] = LIST_LINE.exec(line.trim()) ?? [];
    if (isItem === undefined || text === undefined) {
      endList();
      paragraph.push(line);
      continue;
    }
    endParagraph();
    if (ordered !== (number !== undefined)) endList();
    ordered = number !== undefined;
    items.push({ marker: number ?? '•', children: parseInline(text) });
  }
  endParagraph();
  endList();
  return blocks;
}

/** A mark that was opened and waits for its pair. */
interface Frame {
  readonly kind: 'bold' | 'italic' | 'link' | 'root';
  readonly opening: string;
  readonly children: Inline[];
}

/** Addresses standing bare in the text (no marks inside), the end of a link, the marks; `__` is a blank to fill in. */
const TOKEN =
  /https?:\/\/[^\s*[\]()<>]*[\p{L}\p{N}/]|\]\((https?:\/\/[^\s()<>"]+(?:\([^\s()<>"]*\)[^\s()<>"]*)*)\)|\*\*|_+|\[/gu;
const SPACE = /^\s?$/;
const WORD = /^[\p{L}\p{N}]$/u;

function parseInline(text: string): readonly Inline[] {
  const stack: Frame[] = [{ kind: 'root', opening: '', children: [] }];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token, url] = match;
    appendText(top(stack), text.slice(end, match.index));
    end = match.index + token.length;
    const before = text.charAt(match.index - 1);
    const after = text.charAt(end);
    if (url !== undefined) closeLink(stack, token, url);
    else if (token === '[') openLink(stack);
    else if (token === '**') toggle(stack, 'bold', token, !SPACE.test(after), !SPACE.test(before));
    else if (token === '_') {
      const opens = !SPACE.test(after) && !WORD.test(before);
      toggle(stack, 'italic', token, opens, !SPACE.test(before) && !WORD.test(after));
    } else appendText(top(stack), token);
  }
  appendText(top(stack), text.slice(end));
  while (stack.length > 1) dissolve(stack, stack.length - 1);
  return top(stack).children;
}

function toggle(
  stack: Frame[],
  kind: 'bold' | 'italic',
  token: string,
  opens: boolean,
  closes: boolean,
): void {
  const opened = stack.findIndex((frame) => frame.kind === kind);
  if (opened > 0 && closes && close(stack, opened, (children) => ({ kind, children }))) return;
  if (opened < 0 && opens) stack.push({ kind, opening: token, children: [] });
  else appendText(top(stack), token);
}

/** Links do not nest: the nearest bracket wins, an earlier one was just a bracket. */
function openLink(stack: Frame[]): void {
  const earlier = stack.findIndex((frame) => frame.kind === 'link');
  if (earlier > 0) dissolve(stack, earlier);
  stack.push({ kind: 'link', opening: '[', children: [] });
}

function closeLink(stack: Frame[], token: string, url: string): void {
  const opened = stack.findIndex((frame) => frame.kind === 'link');
  const closed =
    opened > 0 && URL.canParse(url) && close(stack, opened, (children) => ({ kind: 'link', url, children }));
  if (!closed) appendText(top(stack), token);
}

/** Ends the mark at `index`; marks opened inside it and not closed were ordinary text. False when it is empty. */
function close(stack: Frame[], index: number, build: (children: readonly Inline[]) => Inline): boolean {
  while (stack.length - 1 > index) dissolve(stack, stack.length - 1);
  const frame = top(stack);
  if (inlineText(frame.children).trim() === '') return false;
  stack.pop();
  top(stack).children.push(build(frame.children));
  return true;
}

/** Turns a mark without a pair back into text: what it held goes to the mark around it. */
function dissolve(stack: Frame[], index: number): void {
  const [frame] = stack.splice(index, 1);
  const around = stack[index - 1];
  if (!frame || !around) return;
  appendText(around, frame.opening);
  for (const child of frame.children) {
    if (child.kind === 'text') appendText(around, child.text);
    else around.children.push(child);
  }
}

function appendText(frame: Frame, text: string): void {
  if (text === '') return;
  const last = frame.children.at(-1);
  if (last?.kind === 'text')
    frame.children[frame.children.length - 1] = { kind: 'text', text: last.text + text };
  else frame.children.push({ kind: 'text', text });
}

function top(stack: readonly Frame[]): Frame {
  const frame = stack.at(-1);
  if (!frame) throw new RangeError('the root of a text is never closed');
  return frame;
}
