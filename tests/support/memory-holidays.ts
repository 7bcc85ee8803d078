import type { BroadcastStatus } from '../../src/domain/broadcast.js';
import type { Holiday } from '../../src/domain/holidays/holiday.js';
import type { Greeting, GreetingStore } from '../../src/services/greetings/greeting-store.js';
import type { HolidayStore } from '../../src/services/greetings/holiday-store.js';

/** What the city says of holidays, in memory. */
export function memoryHolidays(): HolidayStore {
  const locals = new Map<string, Holiday>();
  const off = new Set<string>();
  return {
    read: async () => ({ locals: [...locals.values()], off }),
    addLocal: async (holiday) => void locals.set(holiday.id, holiday),
    removeLocal: async (id) => locals.delete(id),
    switch: async (id, isOn) => void (isOn ? off.delete(id) : off.add(id)),
  };
}

/** Greetings by day, in memory; a broadcast that `statuses` does not hold is a draft. */
export function memoryGreetings(statuses: ReadonlyMap<string, BroadcastStatus> = new Map()): GreetingStore {
  const kept = new Map<string, Greeting>();
  const change = (day: string, changes: Partial<Greeting>) => {
    const greeting = kept.get(day);
    if (greeting) kept.set(day, { ...greeting, ...changes });
  };
  return {
    get: async (day) => kept.get(day),
    between: async (from, to) => [...kept.values()].filter(({ day }) => from <= day && day <= to),
    async begin(greeting) {
      const { day } = greeting;
      const begun = { publicationId: `p-${day}`, broadcastId: `b-${day}`, isOpen: false, ...greeting };
      kept.set(day, kept.get(day) ?? begun);
      return kept.get(day) ?? begun;
    },
    finish: async (day) => change(day, { isOpen: true }),
    choose: async (day, holidayIds) => change(day, { holidayIds }),
    hasHoliday: async (id) => [...kept.values()].some(({ holidayIds }) => holidayIds.includes(id)),
    statusesOf: async (ids) => new Map(ids.map((id) => [id, statuses.get(id) ?? 'draft'])),
  };
}
