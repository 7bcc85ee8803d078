import type { Holiday, HolidayKind, HolidayRule } from './holiday.js';
import { formsOfDay, type NameForms } from './name-forms.js';

/**
 * Where a record comes from. `SEED`: the department's own report; `LC`: the Labour Code; `A`: published calendars;
 * `B`: a page seen for that day; `C`: the law and decrees of 2023; `D`: decree 327/2023; `E`: decrees 211/2010,
 * 1110/98 and 52/96; `F`: news of 2024; `mem`: from memory, to be compared with the act.
 */
type Source = 'SEED' | 'LC' | 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'mem';

/** A shipped holiday as its table writes it. */
export interface HolidayRecord {
  readonly id: string;
  /** Its cases follow from the name, unless they are written out */
  readonly name: string | NameForms;
  readonly shortName?: string | undefined;
  readonly reportCase?: Holiday['reportCase'];
  readonly kind: HolidayKind;
  /** Where the kind does not say it: a memorial day that is kept by the Labour Code or by the church */
  readonly isMemorial?: true;
  readonly rule: HolidayRule;
  readonly validFrom?: number;
  readonly validTo?: number;
  readonly source: Source;
}

export const on = (day: number, month: number): HolidayRule => ({ on: 'fixed', month, day });
export const nth = (nth: number, weekday: number, month: number): HolidayRule => ({
  on: 'nth',
  month,
  weekday,
  nth,
});
export const last = (weekday: number, month: number): HolidayRule => ({ on: 'last', month, weekday });
export const easter = (offsetDays: number): HolidayRule => ({ on: 'easter', offsetDays });

export const THURSDAY = 4;
export const SATURDAY = 6;
export const SUNDAY = 7;

/** @throws {TypeError} for a name whose cases nobody wrote */
export function toHoliday(record: HolidayRecord): Holiday {
  const name = formsOf(record.name);
  return {
    id: record.id,
    name,
    shortName: record.shortName === undefined ? name : formsOf(record.shortName),
    reportCase: record.reportCase ?? 'genitive',
    kind: record.kind,
    isMemorial: record.isMemorial ?? record.kind === 'memory',
    rule: record.rule,
    validFrom: record.validFrom,
    validTo: record.validTo,
  };
}

function formsOf(name: string | NameForms): NameForms {
  const forms = typeof name === 'string' ? formsOfDay(name) : name;
  if (!forms) throw new TypeError(`Write the cases of «${String(name)}»`);
  return forms;
}
