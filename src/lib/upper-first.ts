/** The text with a capital first letter, as a sentence or a title begins. */
export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('uk') + text.slice(1);
}
