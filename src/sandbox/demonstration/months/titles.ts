/** Kinds whose titles are made of patterns. */
export type PatternedKind = 'news' | 'announcement' | 'anons' | 'video' | 'article';

/** Titles as a council's site has them; what stands in braces is filled from the lists below. All of it is invented. */
const PATTERNS: Readonly<Record<PatternedKind, readonly string[]>> = {
  news: [
    'На {street} оновлюють водопровідну мережу',
    'У {school} відкрили оновлену бібліотеку',
    'Комунальники завершили поточний ремонт на {street}',
    'Нові світильники встановлено на {street}',
    'Команда {school} перемогла в міській олімпіаді',
    'Як у громаді триває вакцинація: дані за тиждень',
    'У {place} триває запис до гуртків',
    'Міська рада відповіла на запитання мешканців {street}',
    'Волонтери прибрали територію біля {ofPlace}',
    'Надходження до міського бюджету за тиждень',
    'Учні {school} представлять громаду на обласному конкурсі',
    'На {street} облаштовують пішохідний перехід',
    'Біля {school} висадили алею',
    'До {ofPlace} надійшло нове обладнання',
  ],
  announcement: [
    'Тимчасове відключення води на {street}',
    'Перекриття руху на {street}: схема об’їзду',
    'Конкурс на посаду в управлінні житлово-комунального господарства',
    'Графік прийому громадян керівництвом міста',
    'Електронні торги: ремонт тротуару на {street}',
    'Запис дітей до першого класу {school}',
    'Планові роботи на електромережі: відключення на {street}',
  ],
  anons: [
    'Запрошуємо на концерт у {place}',
    'Громадське обговорення ремонту {street}',
    'День відкритих дверей у {school}',
    'Виставка місцевих митців у {place}',
    'Толока на {street}: приєднуйтеся',
  ],
  video: [
    'Сюжет: будні {school}',
    'Репортаж: що змінилося на {street} за рік',
    'Сюжет: майстер-клас у {place}',
    'Розмова з працівниками комунального підприємства',
  ],
  article: [
    'Історія {street}: від ярмарків до сьогодення',
    'Люди громади: вчителька {school}',
    'Пам’ятки довкола {ofPlace}: як їх зберегти',
  ],
};

const LISTS: Readonly<Record<string, readonly string[]>> = {
  street: [
    'Шевченка',
    'Незалежності',
    'Гребінки',
    'Франка',
    'Богуна',
    'Гоголя',
    'Грушевського',
    'Лесі Українки',
  ].map((name) => `вулиці ${name}`),
  school: ['2', '3', '7', '10', '14', '16'].map((number) => `гімназії № ${number}`),
  place: [
    'Будинку культури',
    'міській бібліотеці',
    'краєзнавчому музеї',
    'школі мистецтв',
    'молодіжному центрі',
  ],
  ofPlace: [
    'Будинку культури',
    'міської бібліотеки',
    'краєзнавчого музею',
    'школи мистецтв',
    'молодіжного центру',
  ],
};

/** The title of the material with that number among its kind. */
export function patternedTitle(kind: PatternedKind, index: number): string {
  const patterns = PATTERNS[kind];
  const round = Math.floor(index / patterns.length);
  return at(patterns, index).replace(/\{(\w+)\}/g, (_, name: string) => at(LISTS[name] ?? [], round + index));
}

/** What an event of a department was about. */
const EVENT_TITLES = [
  'Нарада щодо підготовки до весняного благоустрою',
  'Зустріч з головами будинкових комітетів',
  'Засідання комісії з питань безпеки дорожнього руху',
  'Урочисте вручення відзнак медикам',
  'Нарада з керівниками комунальних підприємств',
  'Засідання виконавчого комітету',
  'Зустріч з молодіжною радою',
  'Заняття для учнів у пожежній частині',
  'Нарада директорів гімназій',
  'Засідання комісії з питань захисту прав дитини',
  'Зустріч з ветеранами',
] as const;

/** Many sittings a month have one and the same title: each is a material of its own. */
export const EQUAL_TITLE = 'Відбулося засідання постійної комісії міської ради';

export function eventTitle(index: number): string {
  return at(EVENT_TITLES, index);
}

const ACT_SUBJECTS = [
  'Про внесення змін до бюджету громади',
  'Про надання дозволу на розміщення зовнішньої реклами',
  'Про передачу в оренду комунального майна',
  'Про затвердження проєкту землеустрою',
  'Про організацію громадських робіт',
  'Про надання матеріальної допомоги',
  'Про погодження режиму роботи',
  'Про встановлення тарифів на вивезення відходів',
  'Про проведення міських заходів',
  'Про затвердження протоколу комісії',
] as const;

export function actTitle(index: number): string {
  return at(ACT_SUBJECTS, index);
}

/** An item of a list that goes round and round. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('an empty list');
  return item;
}
