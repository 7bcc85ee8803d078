import type { AppealHistoryEntry } from '../../domain/appeal.js';
import type { Department } from '../../services/appeals/appeals.js';
import { APPEAL_STATUS_WORDS, RESOLUTION_WORDS } from '../words/appeal-words.js';
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
  { status, departmentId, assigneeId, until, mergedInto }: AppealHistoryEntry,
  staffNames: ReadonlyMap<string, string>,
  departments: readonly Department[],
  dates: CityDates,
): string {
  const department = departments.find(({ id }) => id === departmentId);
  if (department) return `Передано підрозділу: ${department.name}`;
  if (assigneeId) return `Призначено виконавця: ${staffNames.get(assigneeId) ?? 'працівник'}`;
  if (mergedInto === null) return 'Від’єднано від інших звернень';
  if (mergedInto) return `Об’єднано зі зверненням ${mergedInto}`;
  return until ? `Строк продовжено до ${dates.fullDay(until)}` : APPEAL_STATUS_WORDS[status];
}

/** A closing keeps its resolution as the reason; every other reason was typed by a person. */
function reasonWords(reason: string): string {
  return Object.entries(RESOLUTION_WORDS).find(([resolution]) => resolution === reason)?.[1] ?? reason;
}

function actorWords(by: string, staffNames: ReadonlyMap<string, string>): string {
  if (by === 'citizen') return 'заявник';
  if (by === 'system') return 'Вісник';
  return staffNames.get(by) ?? 'працівник';
}
