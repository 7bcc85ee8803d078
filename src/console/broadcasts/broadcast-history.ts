import type { BroadcastView } from '../../services/broadcasts/broadcasts.js';
import type { CityDates } from '../words/dates.js';

/** One thing that happened to a broadcast. */
export interface HistoryLine {
  readonly what: string;
  /** undefined: the service itself */
  readonly who: string | undefined;
  readonly when: string;
}

/** What is known of its course, oldest first. Every single change stands in the book of changes. */
export function broadcastHistory(
  broadcast: BroadcastView,
  nameOf: (id: string) => string,
  dates: CityDates,
): readonly HistoryLine[] {
  const { createdAt, createdBy, approvals, startedAt, finishedAt, recalledAt, amendments, status } =
    broadcast;
  const happened: readonly { at: Date | undefined; what: string; by?: string | undefined }[] = [
    { at: createdAt, what: 'Створено', by: createdBy },
    ...approvals.map(({ at, by, emergencyReason }) => ({
      at,
      what: emergencyReason === undefined ? 'Затверджено' : 'Затверджено одноосібно',
      by,
    })),
    { at: startedAt, what: 'Почала надсилатися' },
    { at: finishedAt, what: status === 'cancelled' ? 'Скасовано остаточно' : 'Завершено' },
    ...amendments.map(({ amends, createdAt: at, createdBy: by }) => ({
      at,
      what: amends.action === 'recall' ? 'Відкликано' : 'Виправлено',
      by,
    })),
    {
      at: amendments.some(({ amends }) => amends.action === 'recall') ? undefined : recalledAt,
      what: 'Відкликано',
    },
  ];
  return happened
    .flatMap(({ at, what, by }) => (at === undefined ? [] : [{ at, what, by }]))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, what, by }) => ({
      what,
      who: by === undefined ? undefined : nameOf(by),
      when: dates.moment(at),
    }));
}
