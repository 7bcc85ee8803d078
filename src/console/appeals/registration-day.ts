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
  const day = formText(form, 'registeredOn');
  if (!/^\d{4}-\d\d-\d\d$/.test(day))
    throw new Refusal('invalid', 'appeal.registration-day', 'Вкажіть дату реєстрації.');
  if (day === localDay(now, timeZone)) return now;
  if (day === localDay(receivedAt, timeZone)) return receivedAt;
  return localMoment(day, { hour: 12, minute: 0 }, timeZone);
}
