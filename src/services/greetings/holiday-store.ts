import type { Holiday } from '../../domain/holidays/holiday.js';

/** What the city has added to the shipped holidays, and which it does not keep. */
export interface CityHolidays {
  /** Days of its own, in the order they were entered */
  readonly locals: readonly Holiday[];
  /** Ids of holidays, shipped or its own, that are switched off */
  readonly off: ReadonlySet<string>;
}

export interface HolidayStore {
  read(): Promise<CityHolidays>;
  addLocal(holiday: Holiday): Promise<void>;
  /** @returns whether there was such a day */
  removeLocal(id: string): Promise<boolean>;
  switch(id: string, isOn: boolean): Promise<void>;
}
