/** UTF-16 units that an appeal's subject takes in lists. */
const SUBJECT_UNITS = 80;

/** The title of an appeal: its first line, cut at a word, without the dot that ends a sentence. '' without words. */
export function appealSubject(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  if (line.length <= SUBJECT_UNITS) return withoutFinalDot(line);
  const end = Math.max(line.lastIndexOf(' ', SUBJECT_UNITS), SUBJECT_UNITS / 2);
  const halfAnEmoji = /[\uD800-\uDBFF]$/;
  return `${withoutFinalDot(line.slice(0, end).replace(halfAnEmoji, ''))}…`;
}

/** «Не горить ліхтар.» → «Не горить ліхтар»: words that stand in brackets, in quotes or in a list. */
export function withoutFinalDot(text: string): string {
  return text.replace(/[\s.,;:]+$/u, '');
}
