/**
 * The beginning of a text, cut between words and ended by «…» when something was cut; never inside a character.
 *
 * @param max longest result in UTF-16 units, as zod and both messengers count
 */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  // The cut may fall exactly between two words.
  const space = /\s/.test(text.charAt(cut.length))
    ? cut.length
    : Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'));
  return `${cut.slice(0, space > max / 2 ? space : cut.length).trimEnd()}…`;
}
