/** «{вулиця}»: begins with a letter, in one line. */
const FIELD = /\{(\p{L}[\p{L}\p{N} '’ʼ.,№-]{0,39})\}/gu;

/** Names of the fields that texts leave open, each once, in the order they are met. */
export function fieldsIn(texts: readonly string[]): readonly string[] {
  const names = texts.flatMap((text) => [...text.matchAll(FIELD)].map(([, name = '']) => name));
  return [...new Set(names)];
}

/** The text with its fields filled; one without a value stays as it is. */
export function fillFields(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(FIELD, (field, name: string) => values.get(name) ?? field);
}
