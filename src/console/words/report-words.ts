import type { PluralForms } from '../../domain/plural.js';
import { monthWords, type ReportMonth } from '../../domain/report/month.js';
import type { ParagraphKey } from '../../domain/report/paragraph.js';
import type { Discrepancy, ReportProblems } from '../../services/reports/reports.js';
import { formatNumber, plural } from './plural.js';

const PARAGRAPHS: PluralForms = { one: 'абзац', few: 'абзаци', other: 'абзаців' };

/** What a paragraph is about, where its sentence would be too long. */
export const PARAGRAPH_WORDS: Readonly<Record<ParagraphKey, string>> = {
  activity: 'Спрямованість роботи',
  parties: 'Партії та громадські організації',
  materials: 'Новини та інші матеріали',
  acts: 'Нормативні акти',
  press: 'Висвітлення в ЗМІ',
  media: 'Надано до ЗМІ',
  videos: 'Відеоролики',
  monitoring: 'Моніторинг ЗМІ',
  petitions: 'Місцеві петиції',
  website: 'Робота з вебсайтом',
  budget: 'Відкритий бюджет',
  informing: 'Інформування про ситуацію',
  'public-council': 'Громадська рада',
  events: 'Семінари й зустрічі',
  photo: 'Матеріали з фотографіями',
  greetings: 'Привітання',
  appeals: 'Звернення мешканців',
};

/** «березень 2021 року» */
export function monthName(month: ReportMonth): string {
  const { accusative, year } = monthWords(month);
  return `${accusative} ${year} року`;
}

/** What is left to do before signing: «Лишилося підтвердити: 8 абзаців»; undefined when nothing is. */
export function leftToDo({ unconfirmed, toFill, disagreements }: ReportProblems): string | undefined {
  if (disagreements.length > 0) return 'Числа не сходяться';
  if (unconfirmed.length > 0) return `Лишилося підтвердити: ${plural(unconfirmed.length, PARAGRAPHS)}`;
  if (toFill.length > 0) return `Лишилося вписати: ${plural(toFill.length, PARAGRAPHS)}`;
  return undefined;
}

/** «матеріалів стало 464 (підписано 465)»; as many others instead of some are said to be others. */
export function changeWords(words: string, { count, signedCount }: Discrepancy): string {
  if (count === signedCount) return `${words} стільки само (${formatNumber(count)}), але не ті самі`;
  return `${words} стало ${formatNumber(count)} (підписано ${formatNumber(signedCount)})`;
}
