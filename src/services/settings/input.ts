import { z } from 'zod';
import { plainText } from '../plain-text.js';

const optionalLine = plainText(200);
const line = optionalLine.min(1);
const hours = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d–([01]?\d|2[0-3]):[0-5]\d$/, 'має бути на зразок 8:00–17:00');

/** The organisation's own words and numbers, see `Organisation` of the dialogue. */
const organisation = z.strictObject({
  councilName: line,
  councilNameGenitive: line,
  dataOwner: line,
  cityName: optionalLine,
  address: optionalLine,
  phone: optionalLine,
  officeHours: hours,
  lunchBreak: hours,
  /** A circle that holds the whole hromada */
  territory: z.strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    radiusKm: z.number().positive().max(1_000),
  }),
  territoryNameGenitive: line,
});

/** What staff can change without a developer; every field may be given alone. */
export const settingsInput = z.strictObject({ organisation: organisation.partial().optional() });
export type SettingsInput = z.output<typeof settingsInput>;

/** All settings as they stand. */
export const settingsValues = z.strictObject({ organisation });
export type SettingsValues = z.output<typeof settingsValues>;
