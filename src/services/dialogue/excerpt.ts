/** The beginning of a text on one line, at most `length` characters, ended by «…» when something was cut. */
export function excerpt(text: string, length: number): string {
  return cut(text.replace(/\s+/gu, ' ').trim(), length);
}

/** The beginning of a text as it was written, ended by «…» when something was cut. Never splits an emoji. */
export function cut(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  return `${characters.slice(0, length).join('').trimEnd()}…`;
}
