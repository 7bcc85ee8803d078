import { applicantCount } from '../../../domain/appeal.js';
import { APPEAL_CHANNEL_WORDS } from '../../../domain/appeal-channel.js';
import type { AppealPage } from '../../../services/appeals/appeals.js';
import {
  APPEAL_STATUS_WORDS,
  CATEGORY_WORDS,
  DOOR_WORDS,
  LIMITED_WORDS,
  NATURE_WORDS,
  subjectWords,
} from '../../words/appeal-words.js';
import type { CityDates } from '../../words/dates.js';

type Column = readonly [title: string, cell: (page: AppealPage, dates: CityDates) => string | null];

/** The register as the office keeps it. The anonymous door hides who writes. */
const COLUMNS: readonly Column[] = [
  ['Номер', ({ appeal }) => appeal.number],
  ['Вхідний №', ({ appeal }) => appeal.incomingNumber ?? null],
  ['Отримано', ({ appeal }, dates) => dates.isoDay(appeal.receivedAt)],
  ['Зареєстровано', ({ appeal }, dates) => dates.isoDay(appeal.registeredAt)],
  ['Як надійшло', ({ appeal }) => APPEAL_CHANNEL_WORDS[appeal.channel]],
  ['Як подано', ({ appeal }) => DOOR_WORDS[appeal.door]],
  ['Вид', ({ appeal }) => (appeal.nature ? NATURE_WORDS[appeal.nature] : null)],
  ['Заявник', ({ appeal }) => appeal.applicant?.fullName ?? null],
  ['Місце проживання', ({ appeal }) => appeal.applicant?.residence ?? null],
  ['Заявників', ({ appeal }) => String(applicantCount(appeal))],
  ['Тема', ({ appeal }) => CATEGORY_WORDS[appeal.category]],
  // A table leaves the office's machines.
  ['Зміст', ({ appeal }) => (appeal.accessLimit ? LIMITED_WORDS : subjectWords(appeal.subject))],
  ['Місце', ({ appeal }) => (appeal.accessLimit ? null : (appeal.place?.address ?? null))],
  ['Підрозділ', ({ departmentName }) => departmentName],
  ['Виконавець', ({ assigneeName }) => assigneeName ?? null],
  ['Стан', ({ appeal }) => APPEAL_STATUS_WORDS[appeal.status]],
  ['Строк відповіді', ({ appeal }, dates) => (appeal.dueAt ? dates.isoDay(appeal.dueAt) : null)],
  ['Прострочено', ({ overdue }) => (overdue ? 'так' : 'ні')],
];

export const REGISTER_HEADER = COLUMNS.map(([title]) => title);

/** Appeals as rows of the register. */
export async function* registerRows(
  pages: AsyncIterable<AppealPage>,
  dates: CityDates,
): AsyncGenerator<readonly (string | null)[]> {
  for await (const page of pages) yield COLUMNS.map(([, cell]) => cell(page, dates));
}
