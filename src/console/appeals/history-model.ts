import type { AppealHistoryEntry } from '../../domain/appeal.js';
import { legalDate } from '../../domain/ukrainian-date.js';
import type { Department } from '../../services/appeals/appeals.js';
import {
  APPEAL_STATUS_WORDS,
  ESCALATION_WORDS,
  MISSING_WORDS,
  RESOLUTION_WORDS,
} from '../words/appeal-words.js';
import type { CityDates } from '../words/dates.js';

/** One line of what happened to an appeal. */
export interface HistoryModel {
  readonly words: string;
  readonly when: string;
  readonly by: string;
  readonly reason: string | undefined;
}

export function historyModel(
  entry: AppealHistoryEntry,
  staffNames: ReadonlyMap<string, string>,
  departments: readonly Department[],
  dates: CityDates,
): HistoryModel {
  return {
    words: words(entry, staffNames, departments, dates),
    when: dates.moment(entry.at),
    by: actorWords(entry.by, staffNames),
    reason: entry.reason === undefined ? undefined : reasonWords(entry.reason),
  };
}

function words(
  entry: AppealHistoryEntry,
  staffNames: ReadonlyMap<string, string>,
  departments: readonly Department[],
  dates: CityDates,
): string {
  const {
    status,
    departmentId,
    assigneeId,
    until,
    mergedInto,
    outside,
    missing,
    review,
    escalation,
    access,
  } = entry;
  const department = departments.find(({ id }) => id === departmentId);
  const untilDay = until === undefined ? '' : ` до ${dates.fullDay(until)}`;
  if (department) return `Передано підрозділу: ${department.name}`;
  if (escalation) return `Нагадано${toWhom(entry, staffNames)}: ${ESCALATION_WORDS[escalation]}`;
  if (assigneeId) return `Призначено виконавця: ${staffNames.get(assigneeId) ?? 'працівник'}`;
  if (access) return access === 'limited' ? 'Доступ обмежено' : 'Обмеження доступу знято';
  if (mergedInto === null) return 'Від’єднано від інших звернень';
  if (mergedInto) return `Об’єднано зі зверненням ${mergedInto}`;
  if (outside)
    return `Надіслано за належністю: ${outside.addressee}, лист № ${outside.letterNumber} від ${legalDate(outside.letterDay)}`;
  if (missing) return `Бракує: ${missing.map((one) => MISSING_WORDS[one]).join(', ')}. Чекаємо${untilDay}`;
  if (review === 'asked') return `Відповідь не допомогла: перевірити${untilDay}`;
  if (review === 'upheld') return 'Перевірено: відповідь не змінено';
  if (review === 'reopened') return 'Перевірено: повернуто в роботу';
  return until ? `Строк продовжено${untilDay}` : APPEAL_STATUS_WORDS[status];
}

/** « (Олена Коваль, Петро Мороз)»: who was told */
function toWhom({ told = [] }: AppealHistoryEntry, staffNames: ReadonlyMap<string, string>): string {
  const names = told.flatMap((id) => staffNames.get(id) ?? []);
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

/** A closing keeps its resolution as the reason; every other reason was typed by a person. */
function reasonWords(reason: string): string {
  return Object.entries(RESOLUTION_WORDS).find(([resolution]) => resolution === reason)?.[1] ?? reason;
}

/** Who did it, as staff read it. */
export function actorWords(by: string, staffNames: ReadonlyMap<string, string>): string {
  if (by === 'citizen') return 'заявник';
  if (by === 'system') return 'Вісник';
  return staffNames.get(by) ?? 'працівник';
}
