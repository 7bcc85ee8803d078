import { Refusal } from '../../domain/refusal.js';
import { localDay, localMoment } from '../../lib/city-time.js';
import { formText } from '../forms.js';

/**
 * The moment of a registration of which a person names the day: now when it is today, else the end of that working
 * day, never before the receipt.
 *
 * @throws {Refusal} invalid
 */
export function typedRegistration(form: FormData, receivedAt: Date, now: Date, timeZone: string): Date {
  const day = typedDay(form, 'registeredOn') ?? localDay(now, timeZone);
  if (day === localDay(now, timeZone)) return now;
  if (day === localDay(receivedAt, timeZone)) return receivedAt;
  return localMoment(day, { hour: 12, minute: 0 }, timeZone);
}

/** A day as a browser sends it; undefined when the field is empty. @throws {Refusal} invalid: no such day */
export function typedDay(form: FormData, name: string): string | undefined {
  const day = formText(form, name);
  if (day === '') return undefined;
  if (/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))) return day;
  throw new Refusal('invalid', 'appeal.day', 'Вкажіть дату, наприклад 23.11.2026.');
}
