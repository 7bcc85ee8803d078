import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { CALENDAR_YEARS } from '../domain/holidays/calendar.js';
import { Refusal } from '../domain/refusal.js';
import { dueOf } from '../domain/terms/due.js';
import { explainDue } from '../domain/terms/explain.js';
import { type Office, registrationOf } from '../domain/terms/office.js';
import { CLOCKS } from '../domain/terms/rules.js';
import { isDay, localMoment } from '../lib/city-time.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { jsonAnswer, refusals } from './schema.js';

const { first, last } = CALENDAR_YEARS;
/** A plus sign that was not escaped arrives as a space. */
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+ -]\d\d:\d\d)?$/;

const receivedAt = z
  .string()
  .regex(
    ISO_TIME,
    'must be an ISO time, such as 2026-01-31T12:00:00+02:00; without an offset it is the city’s',
  )
  .openapi({
    format: 'date-time',
    description: 'When it was received; without an offset by the city’s clock',
  });

const dueRoute = createRoute({
  method: 'get',
  path: '/api/v1/calendar/due',
  summary: 'When a term of the law ends, and how that was found',
  description:
    'What comes outside office hours is registered at the next opening; the term runs from registration. Day clocks end at 23:59:59 of the last day in the city’s time.',
  middleware: permit('read'),
  request: { query: z.strictObject({ clock: z.enum(CLOCKS), from: receivedAt }) },
  responses: {
    200: jsonAnswer(
      z
        .strictObject({
          registeredAt: z.iso.datetime(),
          dueAt: z.iso.datetime(),
          steps: z.array(z.string()).openapi({ description: 'In Ukrainian, for staff' }),
        })
        .openapi('DueDate'),
      'The end of the term',
    ),
    ...refusals,
  },
});

/** The law's clocks for the city's site and for auditors. */
export function addCalendarDueRoute(api: OpenAPIHono<WebEnv>, readOffice: () => Promise<Office>): void {
  api.openapi(dueRoute, async (c) => {
    const { clock, from } = c.req.valid('query');
    const office = await readOffice();
    const received = momentOf(from, office);
    const registration = registrationOf(received, office);
    const due = dueOf(clock, registration.registeredAt, office);
    if (!due)
      throw new Refusal('invalid', 'calendar.no-term', 'Тоді закон ще не встановлював такого строку.');
    const steps = [...explainDue(received, registration, due, office)];
    const { registeredAt, dueAt } = due;
    return c.json({ registeredAt: registeredAt.toISOString(), dueAt: dueAt.toISOString(), steps }, 200);
  });
}

/** @throws {Refusal} invalid: a day that no calendar has, or a year this one does not know */
function momentOf(iso: string, { timeZone }: Office): Date {
  const date = new Date(iso.replace(' ', '+'));
  const year = Number(iso.slice(0, 4));
  if (Number.isNaN(date.getTime()) || !isDay(iso.slice(0, 10)))
    throw new Refusal('invalid', 'calendar.no-such-day', 'Такої дати чи години немає.');
  if (year < first || year > last)
    throw new Refusal('invalid', 'calendar.year', `Календар знає роки від ${first} до ${last}.`);
  if (/(?:Z|[+ -]\d\d:\d\d)$/.test(iso)) return date;
  const [hour = 0, minute = 0, second = 0] = iso.slice(11).split(':').map(Number);
  return localMoment(iso.slice(0, 10), { hour, minute, second: Math.floor(second) }, timeZone);
}
