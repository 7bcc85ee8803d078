/** A holiday's name in the cases that its sentences need. */
export interface NameForms {
  readonly nominative: string;
  /** After «з нагоди» */
  readonly genitive: string;
  /** After «вітаємо з» */
  readonly instrumental: string;
}

/** Beginnings of names that are declined; what follows them («… Служби безпеки України») stays as it is. */
const HEADS: readonly (readonly [nominative: string, genitive: string, instrumental: string])[] = [
  ['Міжнародний день', 'Міжнародного дня', 'Міжнародним днем'],
  ['Міжнародний жіночий день', 'Міжнародного жіночого дня', 'Міжнародним жіночим днем'],
  ['Всесвітній день', 'Всесвітнього дня', 'Всесвітнім днем'],
  ['Всеукраїнський день', 'Всеукраїнського дня', 'Всеукраїнським днем'],
  ['День', 'Дня', 'Днем'],
];

/**
 * The cases of a name that begins with «День», «Міжнародний день» and the like.
 *
 * @returns undefined for any other name: somebody has to write its cases
 */
export function formsOfDay(name: string): NameForms | undefined {
  const head = HEADS.find(([nominative]) => name === nominative || name.startsWith(`${nominative} `));
  if (!head) return undefined;
  const [nominative, genitive, instrumental] = head;
  const rest = name.slice(nominative.length);
  return { nominative: name, genitive: genitive + rest, instrumental: instrumental + rest };
}
