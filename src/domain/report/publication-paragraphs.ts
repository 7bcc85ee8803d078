import { MEDIA_TYPES } from '../publication.js';
import { asConstant } from './constant-paragraphs.js';
import {
  ACT_WORDS,
  ACTS,
  KIND_WORDS,
  MATERIALS,
  MEDIA_WORDS,
  PHOTO_MATERIALS,
  VIDEOS,
  WITH_PHOTOS_WORDS,
  WITHOUT_PHOTOS_WORDS,
} from './nouns.js';
import type { Composed, Material, ParagraphRule } from './paragraph.js';
import { counted, dashed, list, type Piece, say } from './pieces.js';
import { kindKey, mediaKey, videoKey, WITHOUT_PHOTO_KEY } from './publication-lists.js';

const KINDS: readonly (readonly [key: string, words: string])[] = [
  [kindKey('news'), KIND_WORDS.news],
  ['photo', WITH_PHOTOS_WORDS],
  [WITHOUT_PHOTO_KEY, WITHOUT_PHOTOS_WORDS],
  [kindKey('announcement'), KIND_WORDS.announcement],
  [kindKey('anons'), KIND_WORDS.anons],
  [kindKey('video'), KIND_WORDS.video],
  [kindKey('article'), KIND_WORDS.article],
  [kindKey('greeting'), KIND_WORDS.greeting],
];

/** «Підготовлено та розміщено 465 новин …» */
export const materials: ParagraphRule = {
  key: 'materials',
  whenEmpty: () => 'Новини та інші інформаційні матеріали протягом місяця не розміщувалися.',
  compose: (material) => {
    if (material.count('materials') === 0) return undefined;
    const total = counted(material.figure('materials'), MATERIALS);
    return data(say`Підготовлено та розміщено ${total}.${including(material, KINDS)}`);
  },
};

/** «Оприлюднено на офіційному вебсайті … 259 нормативних актів …» */
export const acts: ParagraphRule = {
  key: 'acts',
  whenEmpty: () => 'Нормативні акти та проєкти актів протягом місяця не оприлюднювалися.',
  compose: (material) => {
    if (material.count('acts') === 0) return undefined;
    const council = material.names.councilNameGenitive;
    const total = counted(material.figure('acts'), ACTS);
    return data(
      say`Оприлюднено на офіційному вебсайті ${council} ${total} ${council} та її виконавчого комітету, розпоряджень міського голови, з метою обговорення громадськістю.${including(material, ACT_WORDS)}`,
    );
  },
};

/** «До ЗМІ надано: інформацій – 46, …»; a constant while no log is kept. */
export const media: ParagraphRule = {
  key: 'media',
  compose: ({ count, figure }) => {
    const parts = MEDIA_TYPES.filter((type) => count(mediaKey(type)) > 0).map((type) =>
      dashed(MEDIA_WORDS[type], figure(mediaKey(type))),
    );
    if (parts.length === 0)
      return asConstant(
        'До ЗМІ надавалися інформації, статті, повідомлення, оголошення, привітання, анонси.',
      );
    return data(say`До ЗМІ надано: ${list(parts)}.`);
  },
};

/** «На офіційному вебсайті … розміщено 20 відеороликів …», by whose they are. */
export const videos: ParagraphRule = {
  key: 'videos',
  compose: ({ keysOf, figure, names }) => {
    const credits = keysOf(videoKey(''));
    if (credits.length === 0)
      return asConstant(
        `Розміщувалися відеоролики ${names.videoSource} на офіційному вебсайті ${names.councilNameGenitive}.`,
      );
    const parts = credits.map((key) => [
      ...counted(figure(key), VIDEOS),
      ` ${key.slice(videoKey('').length)}`,
    ]);
    return data(say`На офіційному вебсайті ${names.councilNameGenitive} розміщено ${list(parts)}.`);
  },
};

/** «Посадовими особами взято участь у нарадах … 88 матеріалів із фотографіями» */
export const photo: ParagraphRule = {
  key: 'photo',
  whenEmpty: () =>
    'Матеріали з фотографіями про наради, засідання та зустрічі протягом місяця не публікувалися.',
  compose: ({ count, figure, names }) => {
    if (count('photo') === 0) return undefined;
    return data(
      say`Посадовими особами взято участь у нарадах, засіданнях, зустрічах та інших заходах, організованих структурними підрозділами виконавчих органів ради, за підсумками яких підготовлено, опрацьовано та опубліковано на офіційному вебсайті ${names.councilNameGenitive} ${counted(figure('photo'), PHOTO_MATERIALS)}.`,
    );
  },
};

/** « У тому числі: …», the greatest part first; parts of nothing are left out. */
function including({ count, figure }: Material, parts: readonly (readonly [string, string])[]): Piece[] {
  const present = parts.filter(([key]) => count(key) > 0).sort(([a], [b]) => count(b) - count(a));
  if (present.length === 0) return [];
  return say` У тому числі: ${list(present.map(([key, words]) => dashed(words, figure(key))))}.`;
}

function data(pieces: readonly Piece[]): Composed {
  return { kind: 'data', pieces };
}
