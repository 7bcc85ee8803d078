import { fold } from './search/fold.js';

/** What shows positions, movements, air defence at work or consequences of strikes. */
interface Sign {
  /** As staff read it */
  readonly name: string;
  /** Beginnings of words, any of which is a sign */
  readonly words: readonly string[];
  /** Beginnings of words, one of which stands next to it; absent: the word says enough */
  readonly near?: readonly string[];
}

/**
 * Signs of what may not be shown before it is told officially. Cautious: an appeal about a soldier's benefit or the
 * enlistment office has none of them, and a person takes back what was marked wrongly.
 *
 * @see https://zakon.rada.gov.ua/laws/show/2341-14#n4106 Criminal Code, article 114-2
 */
const SIGNS: readonly Sign[] = [
  { name: 'приліт', words: ['приліт', 'прильот', 'прилет'] },
  { name: 'влучання', words: ['влучан', 'влучил', 'влучен'] },
  { name: 'обстріл', words: ['обстріл', 'обстрел'] },
  { name: 'ракета', words: ['ракет'] },
  { name: 'безпілотник', words: ['шахед', 'безпілотник', 'беспилотник', 'бпла', 'дронів', 'дрони'] },
  { name: 'уламки', words: ['уламк', 'обломк'], near: ['дрон', 'збит', 'сбит', 'впал', 'упал'] },
  {
    name: 'протиповітряна оборона',
    words: ['ппо', 'пво', 'зенітн'],
    near: ['прац', 'робот', 'збил', 'збив', 'стрі', 'сто', 'позиц', 'розташ', 'установк', 'розрах', 'ракет'],
  },
  { name: 'блокпост', words: ['блокпост', 'блок-пост'] },
  {
    name: 'позиції',
    words: ['позиці', 'позици', 'розташуван', 'расположени', 'переміщен', 'передислок', 'дислок'],
    near: [
      'військ',
      'войск',
      'зсу',
      'всу',
      'технік',
      'техник',
      'артил',
      'підрозділ',
      'бригад',
      'батальйон',
      'наш',
    ],
  },
  {
    name: 'колона техніки',
    words: ['колон'],
    near: ['військ', 'войск', 'воєн', 'технік', 'техник', 'танк', 'бтр', 'машин'],
  },
  { name: 'військова техніка', words: ['військов', 'военн', 'бойов'], near: ['технік', 'техник', 'колон'] },
  { name: 'військова частина', words: ['військов', 'воинск'], near: ['частин', 'част'] },
  {
    name: 'озброєння',
    words: ['бтр', 'бмп', 'зрк', 'рсзв', 'гаубиц', 'хаймарс', 'himars', 'боєприпас', 'боеприпас'],
  },
];
const FOLDED = SIGNS.map(({ name, words, near }) => ({
  name,
  words: words.map(fold),
  near: near?.map(fold),
}));

/** Words between which two stand next to each other. */
const REACH = 3;

/** The signs in a text, by name, each once; none in most. */
export function militarySigns(text: string): readonly string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  return FOLDED.filter(({ words: signs, near }) =>
    words.some((word, at) => {
      if (!begins(word, signs)) return false;
      const around = [...words.slice(Math.max(0, at - REACH), at), ...words.slice(at + 1, at + 1 + REACH)];
      return near === undefined || around.some((other) => begins(other, near));
    }),
  ).map(({ name }) => name);
}

function begins(word: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => word.startsWith(beginning));
}
