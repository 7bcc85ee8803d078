/** «Управління освіти» → «управління освіти», for the middle of a sentence. «ЦНАП» stays. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}
