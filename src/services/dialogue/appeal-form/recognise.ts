import type { AppealCategory } from '../../../domain/appeal.js';
import { oneApostrophe } from '../../../domain/search/apostrophe.js';

/** Stems by which a category is told for certain; `\p{L}*` ends of words are left open on purpose. */
const CATEGORY_STEMS: readonly (readonly [AppealCategory, RegExp])[] = [
  [
    'roads',
    words(
      'тротуар',
      'асфальт',
      'вибоїн',
      'доріг',
      'дорог(?:а|и|у|ою|ам|ами|ах)(?!\\p{L})',
      'ям(?:а|и|у|ою|і|ами|ах|ка|ки|ку)(?!\\p{L})',
      'пішохідн\\p{L}* перех',
    ),
  ],
  ['lighting', words('ліхтар', 'освітлен', 'вуличн\\p{L}* світл')],
  [
    'utilities',
    words(
      'водопостач',
      'водопров',
      'водоканал',
      'каналізац',
      'опален',
      'теплопостач',
      'електропостач',
      'знеструм',
      '(?:нема|немає|без|зникл[аои]|відключил[аио]) (?:\\p{L}+ )?(?:вод|світл[ао]|тепл[ао]|газу|електро)',
      '(?:вод[аи]|світл[ао]|тепл[ао]|газу) (?:\\p{L}+ )?(?:нема|немає|зник)',
    ),
  ],
  [
    'yards',
    words(
      'сміт',
      'дерев(?:о|а|у|ом|ах|ами)(?!\\p{L})',
      'гілк',
      'гілля',
      'подвір',
      'двор',
      'прибудинков',
      'дитяч\\p{L}* майданч',
    ),
  ],
  ['welfare', words('субсиді', 'пільг', 'соціальн\\p{L}* допомог', 'матеріальн\\p{L}* допомог', 'виплат')],
];

/** What may mean a danger to life. «Не горить ліхтар» must not. */
const DANGER = words(
  'пожеж',
  'загоря',
  'горить (?:будин|кварт|хат|дах|авто|машин|підвал|сміт|трав|ліс)',
  '(?:будинок|квартира|хата|дах|підвал) (?:\\p{L}+ )?горить',
  'запах\\p{L}* газ',
  'пахне газом',
  'тхне газом',
  'виті?к\\p{L}* газ',
  'обірван\\p{L}* (?:дріт|дрот|провід|провод|кабел|ліні)',
  'обірва\\p{L}* (?:дріт|дрот|провід|провод|кабел|ліні)',
  '(?:дріт|дроти|провід|проводи|кабель) (?:\\p{L}+ )?(?:обірва|іскр|звиса|впа|на землі)',
  'іскри(?:ть|ться)',
  'вибух',
  'непритомн',
  'тоне(?!\\p{L})',
  'б’є струмом',
  'уда\\p{L}* струмом',
  'завал(?:ом|ами)',
  'загроз\\p{L}* життю',
);

/** The category, when the words point to exactly one; undefined when the person must be asked. */
export function recogniseCategory(text: string): AppealCategory | undefined {
  const plain = plainText(text);
  const found = CATEGORY_STEMS.filter(([, stems]) => stems.test(plain));
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** Whether the emergency numbers must be shown before anything else is asked. */
export function isDangerous(text: string): boolean {
  return DANGER.test(plainText(text));
}

function plainText(text: string): string {
  return oneApostrophe(text.toLowerCase()).replace(/\s+/gu, ' ');
}

function words(...stems: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${stems.join('|')})`, 'u');
}
