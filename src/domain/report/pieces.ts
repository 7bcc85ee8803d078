import { type PluralForms, pluralForm } from '../plural.js';

/** A number, or a name that stands for one row, which somebody may open as a list. */
export interface Figure {
  /** Key of its list among the report's lists */
  readonly key: string;
  /** Rows of that list */
  readonly count: number;
  /** What is printed: «465», «Дня Служби безпеки України» */
  readonly text: string;
}

/** A stretch of a paragraph. */
export type Piece = string | Figure;

/** A text with figures in it, written as a template. */
export function say(words: TemplateStringsArray, ...values: readonly (Piece | readonly Piece[])[]): Piece[] {
  const pieces = words.flatMap((word, index): readonly Piece[] => {
    const value = values[index];
    if (value === undefined) return [word];
    return [word, ...(isPieces(value) ? value : [value])];
  });
  return joined(pieces);
}

/** Puts a separator between the parts: `['a', 'b', 'c']` → «a, b, c». */
export function list(parts: readonly (readonly Piece[])[], separator = ', ', last = separator): Piece[] {
  return joined(
    parts.flatMap((part, index): readonly Piece[] => {
      if (index === 0) return part;
      return [index === parts.length - 1 ? last : separator, ...part];
    }),
  );
}

/** The text as it is read. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

const NUMBER = new Intl.NumberFormat('uk');

/** `4 218` with a no-break space, from 1 000 on. */
export function printedNumber(count: number): string {
  return NUMBER.format(count);
}

/** «88 матеріалів із фотографіями»: the number opens its list, the noun agrees with it. */
export function counted(figure: Figure, forms: PluralForms): Piece[] {
  return [figure, ` ${pluralForm('uk', forms, figure.count)}`];
}

/** «новин – 221» */
export function dashed(words: string, figure: Figure): Piece[] {
  return [`${words} – `, figure];
}

function isPieces(value: Piece | readonly Piece[]): value is readonly Piece[] {
  return Array.isArray(value);
}

/** Neighbouring texts become one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const before = result.at(-1);
    if (typeof piece === 'string' && typeof before === 'string') result[result.length - 1] = before + piece;
    else if (piece !== '') result.push(piece);
  }
  return result;
}
