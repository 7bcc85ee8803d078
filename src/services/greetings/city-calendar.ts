import { CALENDAR_YEARS, holidaysOf, SHIPPED_HOLIDAYS } from '../../domain/holidays/calendar.js';
import type { Holiday, HolidayDate } from '../../domain/holidays/holiday.js';
import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';
import { allow } from '../broadcasts/steps.js';
import type { GreetingStore } from './greeting-store.js';
import type { CityHolidays, HolidayStore } from './holiday-store.js';
import type { LocalHolidayInput } from './input.js';

/** A holiday of a year as the city keeps it. */
export interface CityHolidayDate extends HolidayDate {
  /** Staff have switched it off: no draft is opened for it */
  readonly isOff: boolean;
}

/** The shipped holidays with the city's own days, and what it has switched off. */
export interface CityCalendar {
  /** By date, switched off ones included. */
  ofYear(year: number): Promise<readonly CityHolidayDate[]>;
  /** Those of the days from one to another that are kept, by date: `YYYY-MM-DD`, both included. */
  between(from: string, to: string): Promise<readonly CityHolidayDate[]>;
  /** By id, whether or not it is kept; unknown ones are left out. */
  find(ids: readonly string[]): Promise<readonly Holiday[]>;
  /** Days of the city's own, in the order they were entered. */
  locals(): Promise<readonly Holiday[]>;
  addLocal(input: LocalHolidayInput, actor: Actor): Promise<Holiday>;
  /** @throws {Refusal} conflict when a greeting was opened for it */
  removeLocal(id: string, actor: Actor): Promise<void>;
  switch(id: string, isOn: boolean, actor: Actor): Promise<void>;
}

export interface CityCalendarDeps {
  readonly store: HolidayStore;
  readonly greetings: Pick<GreetingStore, 'hasHoliday'>;
  readonly audit: Audit;
  readonly randomId: () => string;
}

/** @returns the calendar of the city, read anew each time */
export function createCityCalendar({ store, greetings, audit, randomId }: CityCalendarDeps): CityCalendar {
  return {
    ofYear: async (year) => datesOf(year, await store.read()),

    async between(from, to) {
      const city = await store.read();
      const years = range(Number(from.slice(0, 4)), Number(to.slice(0, 4)));
      return years
        .flatMap((year) => datesOf(year, city))
        .filter(({ date, isOff }) => !isOff && from <= date && date <= to);
    },

    async find(ids) {
      const holidays = allOf(await store.read());
      return ids.flatMap((id) => holidays.find((holiday) => holiday.id === id) ?? []);
    },

    locals: async () => (await store.read()).locals,

    async addLocal(input, actor) {
      allow(actor, 'broadcasts.write');
      const holiday = toHoliday(`local-${randomId().slice(0, 8)}`, input);
      await store.addLocal(holiday);
      await audit.record({ actor, action: 'holiday.add', subject: holiday.id, after: holiday });
      return holiday;
    },

    async removeLocal(id, actor) {
      allow(actor, 'broadcasts.write');
      if (await greetings.hasHoliday(id))
        throw new Refusal(
          'conflict',
          'holiday.greeted',
          'З цим днем уже є привітання, і звіт його називає. Вимкніть день замість видалення.',
        );
      if (!(await store.removeLocal(id))) throw unknown();
      await audit.record({ actor, action: 'holiday.remove', subject: id });
    },

    async switch(id, isOn, actor) {
      allow(actor, 'broadcasts.write');
      if (!allOf(await store.read()).some((holiday) => holiday.id === id)) throw unknown();
      await store.switch(id, isOn);
      await audit.record({ actor, action: isOn ? 'holiday.switch-on' : 'holiday.switch-off', subject: id });
    },
  };
}

function allOf({ locals }: CityHolidays): readonly Holiday[] {
  return [...SHIPPED_HOLIDAYS, ...locals];
}

function datesOf(year: number, city: CityHolidays): readonly CityHolidayDate[] {
  return holidaysOf(year, allOf(city)).map((entry) => ({ ...entry, isOff: city.off.has(entry.holiday.id) }));
}

function toHoliday(id: string, { forms, date, everyYear, isMemorial }: LocalHolidayInput): Holiday {
  const [year = CALENDAR_YEARS.first, month = 1, day = 1] = date.split('-').map(Number);
  const border = everyYear ? undefined : year;
  return {
    id,
    name: forms,
    shortName: forms,
    reportCase: 'genitive',
    kind: 'local',
    isMemorial,
    rule: { on: 'fixed', month, day },
    validFrom: border,
    validTo: border,
  };
}

function unknown(): Refusal {
  return new Refusal('notFound', 'holiday.unknown', 'Такого свята в календарі немає.');
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
