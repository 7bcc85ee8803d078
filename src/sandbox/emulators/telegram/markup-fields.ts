import { badRequest } from './api-error.js';

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Flags are booleans or absent. @throws {ApiError} 400 naming the first that is neither */
export function requireBooleans(record: Record<string, unknown>, fields: readonly string[]): void {
  for (const field of fields) {
    if (record[field] !== undefined && typeof record[field] !== 'boolean') {
      throw badRequest(`field "${field}" must be of type Boolean`);
    }
  }
}

/** Rows of a keyboard. @throws {ApiError} 400 unless it is an array of arrays */
export function requireRows(markup: Record<string, unknown>, field: string): readonly (readonly unknown[])[] {
  const rows = markup[field];
  if (!Array.isArray(rows)) throw badRequest(`field "${field}" must be of type Array`);
  for (const row of rows) {
    if (!Array.isArray(row)) throw badRequest(`field "${field}" must be an Array of Arrays`);
  }
  return rows;
}
