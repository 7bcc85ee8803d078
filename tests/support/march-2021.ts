import { readFileSync } from 'node:fs';
import type { ReportInput } from '../../src/domain/report/compose.js';
import { CONSTANT_PARAGRAPHS } from '../../src/domain/report/constant-paragraphs.js';
import { monthWords } from '../../src/domain/report/month.js';
import type { GreetedHoliday, ParagraphKey } from '../../src/domain/report/paragraph.js';
import type { ReportLists, ReportRow } from '../../src/domain/report/rows.js';
import type { ReportNames } from '../../src/domain/report/wording.js';

/** The report of March 2021 as the department would sign it, without the signature. */
export const MARCH_2021_MARKDOWN = readFileSync(
  new URL('../fixtures/report-2021-03.md', import.meta.url),
  'utf8',
).trimEnd();

export const NIZHYN_NAMES: ReportNames = {
  validFrom: '2020-01-01',
  departmentGenitive: 'відділу інформаційно-аналітичної роботи та комунікацій з громадськістю',
  organGenitive: 'виконавчого комітету Ніжинської міської ради',
  councilName: 'Ніжинська міська рада',
  councilNameGenitive: 'Ніжинської міської ради',
  cityLocative: 'Ніжині',
  addresseeGenitive:
    'Департаменту інформаційної діяльності та комунікацій з громадськістю Чернігівської обласної державної адміністрації',
  videoSource: 'ДКП ТРК «Ніжинське телебачення»',
  signerPost: 'Начальник відділу',
  signerName: 'Олена КОВАЛЬ',
};

/** Numbers of the example, by the key of their list. */
export const MARCH_2021_COUNTS: Readonly<Record<string, number>> = {
  materials: 465,
  'materials.news': 221,
  photo: 88,
  'materials.announcement': 72,
  'materials.anons': 41,
  'materials.video': 20,
  'materials.article': 18,
  'materials.greeting': 5,
  acts: 259,
  'acts.council.draft': 84,
  'acts.executive-committee.draft': 61,
  'acts.executive-committee.adopted': 52,
  'acts.council.adopted': 37,
  'acts.mayor.order': 25,
  'media.information': 46,
  'media.article': 12,
  'media.message': 31,
  'media.announcement': 27,
  'media.greeting': 5,
  'media.anons': 19,
  'videos.ДКП ТРК «Ніжинське телебачення»': 20,
  'public-council': 1,
  events: 3,
  'greetings.sbu': 1,
  'greetings.water': 1,
  'greetings.zhkg': 1,
  'greetings.dobrovolets': 1,
  'greetings.women': 1,
  appeals: 74,
  'appeals.official': 61,
  'appeals.anonymous': 13,
  'appeals.answered': 52,
  'appeals.forwarded': 4,
  'appeals.open': 5,
  'appeals.considered': 56,
  'appeals.in-time': 55,
  'appeals.late': 1,
  'appeals.topic.lighting': 19,
  'appeals.topic.roads': 16,
  'appeals.topic.trees': 12,
  'appeals.topic.welfare': 10,
  'appeals.topic.animals': 8,
  'appeals.topic.other': 9,
  ratings: 31,
  'ratings.solved': 22,
  'ratings.partly': 6,
  'ratings.unsolved': 3,
  subscribers: 4218,
  'subscribers.telegram': 1906,
  'subscribers.viber': 2312,
  broadcasts: 41,
};

/** Lists of so many rows. */
export function listsWith(counts: Readonly<Record<string, number>>): ReportLists {
  return new Map(
    Object.entries(counts).map(([key, count]) => [
      key,
      Array.from(
        { length: count },
        (_, index): ReportRow => ({
          id: `${key}-${index}`,
          at: '2021-03-15T10:00:00.000Z',
          title: key,
          href: null,
          preparedBy: null,
          note: null,
        }),
      ),
    ]),
  );
}

/** Everything the report of March 2021 is written from, all constants confirmed. */
export function march2021(changes: Partial<ReportInput> = {}): ReportInput {
  const names = changes.names ?? NIZHYN_NAMES;
  const month = changes.month ?? '2021-03';
  return {
    month,
    names,
    counts: MARCH_2021_COUNTS,
    events: [
      {
        name: 'Семінар',
        nameLocative: 'у семінарі «Комунікація та залучення громадян до прийняття рішень»',
      },
      {
        name: 'Зустріч',
        nameLocative: 'в координаційній зустрічі ІТ-компоненту програми Social Boost',
      },
      { name: 'Співбесіда', nameLocative: 'співбесіді з куратором Програми «ДОБРЕ»' },
    ],
    holidays: [
      holiday('women', '2021-03-08', 'Міжнародного жіночого дня', 'Міжнародним жіночим днем', 'instrumental'),
      holiday('sbu', '2021-03-25', 'Дня Служби безпеки України', 'Днем Служби безпеки України'),
      holiday('dobrovolets', '2021-03-14', 'Дня українського добровольця', 'Днем українського добровольця'),
      holiday('zhkg', '2021-03-21', 'Дня працівників ЖКГ', 'Днем працівників ЖКГ'),
      holiday('water', '2021-03-22', 'Всесвітнього дня водних ресурсів', 'Всесвітнім днем водних ресурсів'),
    ],
    verdicts: new Map(
      Object.entries(CONSTANT_PARAGRAPHS).map(([key, write]) => [
        key as ParagraphKey,
        { text: write({ month: monthWords(month), names }), isTrue: true },
      ]),
    ),
    sentences: [],
    saysWhenEmpty: false,
    ...changes,
  };
}

function holiday(
  id: string,
  day: string,
  genitive: string,
  instrumental: string,
  reportCase: GreetedHoliday['reportCase'] = 'genitive',
) {
  return { id, day, genitive, instrumental, reportCase };
}
