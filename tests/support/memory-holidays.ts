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

/** Greetings by day, in memory. */
export function memoryGreetings(): GreetingStore {
  const kept = new Map<string, Greeting>();
  return {
    get: async (day) => kept.get(day),
    between: async (from, to) => [...kept.values()].filter(({ day }) => from <= day && day <= to),
    keep: async (greeting) => {
      if (!kept.has(greeting.day)) kept.set(greeting.day, greeting);
    },
    choose: async (day, holidayIds) => {
      const greeting = kept.get(day);
      if (greeting) kept.set(day, { ...greeting, holidayIds });
    },
    hasHoliday: async (id) => [...kept.values()].some(({ holidayIds }) => holidayIds.includes(id)),
  };
}
