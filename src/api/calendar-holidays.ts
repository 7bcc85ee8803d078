import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { CALENDAR_YEARS } from '../domain/holidays/calendar.js';
import { HOLIDAY_KINDS } from '../domain/holidays/holiday.js';
import type { CityCalendar } from '../services/greetings/city-calendar.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { jsonAnswer, noQuery, refusals } from './schema.js';

const { first, last } = CALENDAR_YEARS;

const holidayJson = z
  .strictObject({
    id: z.string().openapi({ description: 'Stable; days of the city’s own begin with `local-`' }),
    date: z.iso.date(),
    name: z.string(),
    kind: z.enum(HOLIDAY_KINDS),
  })
  .openapi('Holiday');

const yearRoute = createRoute({
  method: 'get',
  path: '/api/v1/calendar/holidays/{year}',
  summary: 'The holidays of a year, by date',
  description:
    'Shipped holidays and the city’s own days, without those that staff have switched off. Dates follow the law of that year.',
  middleware: permit('read'),
  request: {
    params: z.object({
      year: z
        .string()
        .regex(/^\d{4}$/, `must be a year from ${first} to ${last}`)
        .transform(Number)
        .pipe(
          z
            .int()
            .min(first, `must be a year from ${first} to ${last}`)
            .max(last, `must be a year from ${first} to ${last}`),
        )
        .openapi({ type: 'integer', minimum: first, maximum: last }),
    }),
    query: noQuery,
  },
  responses: { 200: jsonAnswer(z.strictObject({ items: z.array(holidayJson) }), 'The year'), ...refusals },
});

/** The calendar for the city's site. */
export function addCalendarHolidayRoute(
  api: OpenAPIHono<WebEnv>,
  calendar: Pick<CityCalendar, 'ofYear'>,
): void {
  api.openapi(yearRoute, async (c) => {
    const dates = await calendar.ofYear(c.req.valid('param').year);
    const items = dates
      .filter(({ isOff }) => !isOff)
      .map(({ holiday: { id, name, kind }, date }) => ({ id, date, name: name.nominative, kind }));
    return c.json({ items }, 200);
  });
}
