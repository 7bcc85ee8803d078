/** What old Ukrainian sites are written in when they do not say, the usual one first. */
const LEGACY = ['windows-1251', 'koi8-u'] as const;
/** Where an XML declaration stands, if there is one. */
const DECLARATION_BYTES = 200;

/**
 * The text of a feed. Bytes that are valid UTF-8 are UTF-8, whatever the server and the declaration say: Cyrillic in
 * a single-byte encoding never is by accident, and the two contradict each other on real sites. Else the encoding
 * that is declared; a few broken letters in UTF-8 (a text cut in the middle of one) are left out. Where nothing is
 * declared, or UTF-8 of what is none, the one that makes words of the bytes.
 *
 * @param contentType header of the answer
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | undefined): string {
  const text =
    decodeAs(bytes, utf16Of(bytes) ?? 'utf-8', true) ??
    readable(decodeAs(bytes, declared(bytes, contentType))) ??
    legacyText(bytes);
  return clean(text);
}

/** By its byte order mark, or by the zeros that `<` has in it. */
function utf16Of([first, second]: Uint8Array): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return undefined;
}

/** Of two that are declared, the one that is not UTF-8: that is what servers say of everything. */
function declared(bytes: Uint8Array, contentType = ''): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, DECLARATION_BYTES));
  const labels = [
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1],
    /^\W*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1],
  ].filter((label) => label !== undefined);
  return labels.find((label) => !/^utf-?8$/i.test(label)) ?? labels[0];
}

/** @returns undefined where more letters are broken than Cyrillic */
function readable(text: string | undefined): string | undefined {
  return text !== undefined && countOf(/\uFFFD/g, text) <= countOf(/[\u0400-\u04FF]/g, text)
    ? text
    : undefined;
}

/** In the wrong one of the two, small letters are capitals. */
function legacyText(bytes: Uint8Array): string {
  const texts = LEGACY.map((label) => new TextDecoder(label).decode(bytes));
  const smallLetters = texts.map((text) => countOf(/[а-яґєії]/g, text));
  return texts[smallLetters.indexOf(Math.max(...smallLetters))] ?? '';
}

const countOf = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0;

/** @returns undefined for no label, one that nobody knows, or bytes that it cannot hold */
function decodeAs(bytes: Uint8Array, label: string | undefined, fatal = false): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Without what no messenger shows: control characters, halves of a character, and those that could not be read. */
function clean(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?![\n\t])[\p{Cc}\p{Cs}\uFEFF\uFFFD-\uFFFF]/gu, '');
}
