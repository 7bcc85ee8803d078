/** Half-open stretch of a text in UTF-16 units: `text.slice(start, end)`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Longest emoji sequences and stacked accents looked at past the limit. */
const GRAPHEME_MARGIN = 64;
/** A paragraph or line border is preferred to a word's only past this part of the piece. */
const GOOD_FILL = 0.5;

/** White space at which a line may be broken: «5 000 грн» and «м. Ніжин» are held together by the other kinds. */
const SPACES = /[^\S\u00A0\u2007\u202F\uFEFF]+/g;

const graphemes = new Intl.Segmenter('uk', { granularity: 'grapheme' });

/**
 * Cuts a text into pieces of at most `maxUnits` UTF-16 units: between paragraphs if a piece stays at least half
 * full, else between lines, else between words, and only inside a word too long for any piece (then never inside
 * an emoji or a letter with its accents). Spaces at a cut are dropped, everything else is kept.
 *
 * @param maxUnits at least 2
 * @param whole stretches that must not be cut (a link's words), in order; only one longer than a piece is cut
 * @returns ranges in order; none for a blank text
 */
export function splitRanges(
  text: string,
  maxUnits: number,
  whole: readonly TextRange[] = [],
): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let start = skipSpaces(text, 0);
  while (start < text.length) {
    const end = text.length - start <= maxUnits ? text.length : cutAfter(text, start, maxUnits, whole);
    const trimmed = start + text.slice(start, end).trimEnd().length;
    ranges.push({ start, end: trimmed });
    start = skipSpaces(text, end);
  }
  return ranges;
}

/** {@link splitRanges} as texts. */
export function splitText(text: string, maxUnits: number): readonly string[] {
  return splitRanges(text, maxUnits).map(({ start, end }) => text.slice(start, end));
}

function skipSpaces(text: string, from: number): number {
  return text.length - text.slice(from).trimStart().length;
}

function cutAfter(text: string, start: number, maxUnits: number, whole: readonly TextRange[]): number {
  const window = text.slice(start, start + maxUnits + 1);
  const holderOf = (cut: number) => whole.find((range) => range.start < cut && cut < range.end);
  const isFree = (cut: number) => holderOf(cut) === undefined;
  const halfFull = Math.floor(maxUnits * GOOD_FILL);
  const border =
    lastBorder(window, /\n\s*\n/g, start, halfFull, isFree) ??
    lastBorder(window, /\n/g, start, halfFull, isFree) ??
    lastBorder(window, SPACES, start, 1, isFree);
  if (border !== undefined) return border;
  const cut = start + graphemeCut(text.slice(start, start + maxUnits + GRAPHEME_MARGIN), maxUnits);
  const holder = holderOf(cut);
  if (!holder) return cut;
  if (holder.start > start) return holder.start;
  return lastBorder(window, SPACES, start, 1, () => true) ?? cut;
}

function lastBorder(
  window: string,
  border: RegExp,
  start: number,
  atLeast: number,
  isFree: (cut: number) => boolean,
): number | undefined {
  let last: number | undefined;
  for (const { index } of window.matchAll(border)) {
    if (index >= atLeast && isFree(start + index)) last = start + index;
  }
  return last;
}

/** Last border of a visible character within `maxUnits`; of a code point when one character alone is longer. */
function graphemeCut(window: string, maxUnits: number): number {
  const cut = graphemes.segment(window).containing(maxUnits)?.index ?? 0;
  if (cut > 0) return cut;
  const splitsPair = /[\uD800-\uDBFF]/.test(window.charAt(maxUnits - 1));
  return splitsPair ? maxUnits - 1 : maxUnits;
}
