import { ViberRefusal } from './status.js';

/** A JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

/** True for a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A required text. @throws {ViberRefusal} 4 when missing, 3 when it is not a text or too long */
export function requireText(fields: Fields, name: string, maxUnits: number): string {
  const value = fields[name];
  if (value === undefined || value === null) throw new ViberRefusal('missingData', name);
  return checkText(value, name, maxUnits);
}

/** An optional text. @throws {ViberRefusal} 3 when it is not a text or too long */
export function optionalText(fields: Fields, name: string, maxUnits: number): string | undefined {
  const value = fields[name];
  return value === undefined || value === null ? undefined : checkText(value, name, maxUnits);
}

/** A required finite number in a range. @throws {ViberRefusal} 4 when missing, 3 when out of it */
export function requireNumber(fields: Fields, name: string, min: number, max: number): number {
  const value = fields[name];
  if (value === undefined || value === null) throw new ViberRefusal('missingData', name);
  if (typeof value !== 'number' || !(value >= min && value <= max)) throw new ViberRefusal('badData', name);
  return value;
}

/** A required object. @throws {ViberRefusal} 4 when missing, 3 when it is something else */
export function requireFields(fields: Fields, name: string): Fields {
  const value = fields[name];
  if (value === undefined || value === null) throw new ViberRefusal('missingData', name);
  if (!isFields(value)) throw new ViberRefusal('badData', name);
  return value;
}

function checkText(value: unknown, name: string, maxUnits: number): string {
  if (typeof value !== 'string') throw new ViberRefusal('badData', `${name} is not a string`);
  if (value.length > maxUnits) throw new ViberRefusal('badData', `${name} is over ${maxUnits} characters`);
  return value;
}
