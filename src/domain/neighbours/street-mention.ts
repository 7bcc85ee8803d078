/** A street as somebody named it, in an address or in the middle of a sentence. */
export interface StreetMention {
  /** Undefined where only the name was written: «Шевченка, 12» */
  readonly kind: string | undefined;
  /** «Миколи Лисенка», as it was written */
  readonly name: string;
  readonly house: string | undefined;
}

/** Kinds of streets with the forms and abbreviations they are written in; Russian ones too. */
const KINDS: readonly (readonly [kind: string, forms: string])[] = [
  ['вулиця', 'вул|вулиц[яіюею]{1,2}|ул|улиц[аеуы]'],
  ['провулок', 'пров|провул\\p{L}+|пер|переул\\p{L}+'],
  ['проспект', 'просп|проспект\\p{L}*'],
  ['площа', 'пл|площ\\p{L}{1,2}'],
  ['бульвар', 'бульв|бульвар\\p{L}*'],
  ['шосе', 'шосе'],
  ['узвіз', 'узв|узвіз|узвоз\\p{L}+'],
];
const ANY_KIND = new RegExp(
  `(?<!\\p{L})(?:${KINDS.map(([, forms]) => `(${forms})`).join('|')})(?:\\.\\s*|\\s+)`,
  'iu',
);

/** Words with capitals, three at most, or one without: in a sentence nothing else tells where a name ends. */
const NAME =
  /^(?:\d{1,2}(?:-\p{L}{1,3})?\s+(?=\p{Lu}))?(?:\p{Lu}[\p{L}’'ʼ-]*\.?(?:\s*(?<=[.\s])\p{Lu}[\p{L}’'ʼ-]*){0,2}|\p{L}[\p{L}’'ʼ-]*)/u;
/** «, 12», «, буд. 12-А», « біля будинку № 5/2», and no «3 тижні». */
const HOUSE =
  /^[\s,]*(?:біля\s+)?(?:(?:буд|будин\p{L}+|д)\.?\s*)?№?\s*(\d{1,4}(?:-?\p{L})?(?:[/-]\d{1,4}\p{L}?)?)(?![\p{L}\d])(?!\s*(?:тиж|дн|день|міс|рок|рік|раз|год|хв|люд|ліхт|дерев|ям|вечор|доб|штук|метр))/iu;
/** «м. Ніжин, » before an address */
const TOWN = /^\s*(?:м|місто|с|село|смт)\.?\s+\p{L}+[,\s]\s*/iu;

/** The street that an appeal is about: by its address, else as its text names it. */
export function mentionedStreet(address: string | undefined, text: string): StreetMention | undefined {
  const inAddress = address === undefined ? undefined : (streetWithKind(address) ?? bareStreet(address));
  return inAddress ?? streetWithKind(text);
}

/** «… на вулиці Шевченка, 12 …» */
export function streetWithKind(text: string): StreetMention | undefined {
  const found = ANY_KIND.exec(text);
  if (!found) return undefined;
  const rest = text.slice(found.index + found[0].length);
  const kind = KINDS[found.slice(1).findIndex((form) => form !== undefined)]?.[0];
  return named(kind, rest);
}

/** «Шевченка, 12»: without its kind it is a street only before a house. */
function bareStreet(address: string): StreetMention | undefined {
  const mention = named(undefined, address.replace(TOWN, '').trim());
  return mention?.house === undefined ? undefined : mention;
}

function named(kind: string | undefined, rest: string): StreetMention | undefined {
  const name = NAME.exec(rest)?.[0];
  if (name === undefined) return undefined;
  const house = HOUSE.exec(rest.slice(name.length))?.[1];
  return { kind, name: name.replace(/[.\s]+$/u, ''), house: house?.toLowerCase().replace('-', '') };
}
