import { fold } from '../search/fold.js';
import { searchStems } from '../search/search-stems.js';
import { stem } from '../search/stem.js';

/** Said in every appeal: that two of them share such a word means nothing. */
const COMMON = new Set(
  searchStems([
    'добрий день вечір ранок доброго дня вітаю шановний шановні прошу просимо будь ласка дякую допоможіть',
    'я ми ви він вона воно вони мене мені нас нам вас вам їх його її мій моя моє мої наш наша наше наші ваш',
    'це цей ця ці той та те ті який яка яке які тут там де коли чому тому так ні не немає нема ще вже дуже',
    'також тільки лише навіть знову завжди ніколи давно зараз сьогодні вчора завтра день тиждень місяць рік',
    'кілька багато мало всі все весь уся один одна два три біля коло поруч перед після під над між через',
    'вулиця вул провулок площа проспект будинок буд під’їзд квартира місто район ніжин треба потрібно можна',
    'був була було були бути є має мають може можуть бо щоб якщо або але тобто адреса прохання жителі мешканці',
    'здравствуйте пожалуйста прошу очень уже нет где когда улица дом нас нам',
  ]),
);
/** The trouble is told at the beginning; the rest costs time. */
const TEXT_UNITS_MAX = 1_500;
/** «до», «їх» */
const LEAST = 3;

/**
 * The words of a text that tell what it is about, each by its stem as it was written first.
 *
 * @param left stems that tell nothing here: the name of the street
 */
export function tellingWords(text: string, left: readonly string[]): ReadonlyMap<string, string> {
  const words = text.slice(0, TEXT_UNITS_MAX).match(/\p{L}[\p{L}’'ʼ-]*/gu) ?? [];
  const telling = new Map<string, string>();
  for (const word of words) {
    const root = stem(fold(word));
    if (root.length < LEAST || COMMON.has(root) || left.includes(root) || telling.has(root)) continue;
    telling.set(root, word.toLocaleLowerCase('uk'));
  }
  return telling;
}
