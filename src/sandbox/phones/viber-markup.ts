import type { PhoneEntity } from '../emulators/phone-message.js';

/** A text without marks, and where formatting applies. */
export interface MarkedText {
  readonly text: string;
  readonly entities: readonly PhoneEntity[];
}

const STYLES: Readonly<Record<string, string>> = { '*': 'bold', _: 'italic', '~': 'strikethrough' };

/** A pair of marks that hugs its words and stands outside of other words, or an address. */
const TOKEN =
  /(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])|https?:\/\/[^\s<>()]+[\p{L}\p{N}/]/u;

/**
 * Reads what Viber's phones format: `*bold*`, `_italic_`, `~strikethrough~` and addresses.
 *
 * @see https://help.viber.com/hc/en-us/articles/8901427253277 text formatting
 */
export function readViberMarkup(source: string): MarkedText {
  let text = '';
  const entities: PhoneEntity[] = [];
  let rest = source;
  for (let match = TOKEN.exec(rest); match !== null; match = TOKEN.exec(rest)) {
    const [token, mark, inner] = match;
    text += rest.slice(0, match.index);
    const offset = text.length;
    if (mark === undefined || inner === undefined) {
      text += token;
      entities.push({ type: 'url', offset, length: token.length });
    } else {
      const marked = readViberMarkup(inner);
      text += marked.text;
      entities.push({ type: STYLES[mark] ?? 'bold', offset, length: marked.text.length });
      entities.push(...marked.entities.map((entity) => ({ ...entity, offset: entity.offset + offset })));
    }
    rest = rest.slice(match.index + token.length);
  }
  return { text: text + rest, entities };
}
