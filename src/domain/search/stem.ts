/** Endings of nouns, adjectives and verbs as `fold` leaves them, the longest first. */
const ENDINGS = [
  ...['ього', 'ьому', 'ові', 'еві', 'ого', 'ому', 'ьою', 'ами', 'ями', 'ими', 'іми', 'ьми', 'има'],
  ...[
    'ою',
    'ею',
    'ої',
    'еї',
    'ьо',
    'ах',
    'ях',
    'ам',
    'ям',
    'ом',
    'ем',
    'их',
    'іх',
    'им',
    'ім',
    'ий',
    'ій',
    'ів',
  ],
  ...['їв', 'ей', 'а', 'я', 'о', 'е', 'и', 'і', 'ї', 'у', 'ю', 'ь', 'й'],
];

/** What verbs have before their endings; taken from every word alike, so that its forms stay together. */
const VERBAL = [
  ...['вав', 'вал', 'ват', 'ав', 'ал', 'ат', 'яв', 'ял', 'ят', 'ив', 'ил', 'ит', 'іл', 'іт', 'ут', 'ют'],
];

/** Stems whose vowel changes within the word: «двір» – «двору». */
const ONE_WORD: Readonly<Record<string, string>> = {
  двір: 'двор',
  дім: 'дом',
  доріг: 'дорог',
  камін: 'камен',
  київ: 'киев',
  кіт: 'кот',
  ніг: 'ног',
  ніч: 'ноч',
  осіб: 'особ',
  рік: 'рок',
  ріг: 'рог',
  робіт: 'робот',
  сіл: 'сел',
  сторін: 'сторон',
  стіл: 'стол',
  шкіл: 'школ',
};

/** Consonants that change before an ending: «рука» – «руці», «дорога» – «дорозі», «муха» – «мусі». */
const HARD: Readonly<Record<string, string>> = { ц: 'к', з: 'г', с: 'х' };

const CYRILLIC_WORD = /^[а-яіїы]+$/u;
const VOWEL = /[аеиіїоуюяы]/u;
/** «зупинок» – «зупинка», «котел» – «котла» */
const FLEETING = /^(.*[бвгджзйклмнпрстфхцчшщ])[ое]([кцнлр])$/u;

/**
 * What the forms of a Ukrainian word have in common: «вулиця», «вулиць» and «вулицею» give one stem. Light by intent:
 * it joins words wrongly now and then rather than lose one. Anything that is not Cyrillic stays as it is.
 *
 * @param word as `fold` leaves it
 */
export function stem(word: string): string {
  if (!CYRILLIC_WORD.test(word)) return word;
  const bare = trimSoft(without(word.replace(/(?<=.{3})с[яь]$/u, ''), ENDINGS, 2));
  const known = ONE_WORD[bare];
  if (known !== undefined) return known;
  const single = bare.replace(/([бвгджзйклмнпрстфхцчшщ])\1$/u, '$1');
  const root = without(single, VERBAL, 3).replace(/(?<=.{2})іст$/u, 'ост');
  return withoutFleeting(root).replace(/.$/u, (last) => HARD[last] ?? last);
}

/** The longest of these ends is taken off where a root with a vowel stays. */
function without(word: string, ends: readonly string[], least: number): string {
  const end = ends.find((one) => word.endsWith(one) && isRoot(word.slice(0, -one.length), least));
  return end === undefined ? word : word.slice(0, -end.length);
}

/** «каналізацію» and «каналізацій» lose different endings. */
function trimSoft(word: string): string {
  const trimmed = word.replace(/[іїйь]+$/u, '');
  return isRoot(trimmed, 2) ? trimmed : word;
}

function withoutFleeting(word: string): string {
  const [, before = '', last = ''] = FLEETING.exec(word) ?? [];
  return isRoot(before, 2) ? before + last : word;
}

function isRoot(word: string, least: number): boolean {
  return word.length >= least && VOWEL.test(word);
}
