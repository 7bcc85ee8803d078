const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** A character reference that stands at a position. */
export interface CharacterReference {
  readonly text: string;
  /** Where reading goes on */
  readonly end: number;
}

/**
 * Reads `&lt;` `&gt;` `&amp;` `&quot;` or a numeric reference. Others, like `&nbsp;`, stay as typed.
 *
 * @see https://core.telegram.org/bots/api#html-style
 */
export function readCharacterReference(html: string, start: number): CharacterReference | undefined {
  const match = /^&(?:#x([0-9a-fA-F]{1,7})|#(\d{1,7})|([a-zA-Z]+));?/.exec(html.slice(start, start + 12));
  if (match === null) return undefined;
  const [whole, hexadecimal, decimal, name] = match;
  const text = name === undefined ? fromCode(hexadecimal, decimal) : NAMED[name];
  return text === undefined ? undefined : { text, end: start + whole.length };
}

function fromCode(hexadecimal: string | undefined, decimal: string | undefined): string | undefined {
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return code === 0 || code >= 0x10ffff ? undefined : String.fromCodePoint(code);
}

/** Replaces every known reference in an attribute's value. */
export function decodeReferences(value: string): string {
  let decoded = '';
  let position = 0;
  while (position < value.length) {
    const reference = value[position] === '&' ? readCharacterReference(value, position) : undefined;
    decoded += reference?.text ?? value[position];
    position = reference?.end ?? position + 1;
  }
  return decoded;
}
