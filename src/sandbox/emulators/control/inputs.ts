import { z } from 'zod';

/** People added with one request. */
const PEOPLE_MAX = 10_000;

/** Body of `POST /control/<messenger>/people`. */
export const people = z.strictObject({
  people: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(64).optional(),
        name: z.string().min(1).max(100).optional(),
        locale: z.string().max(10).optional(),
        phone: z.string().max(20).optional(),
        status: z.enum(['stranger', 'active', 'blocked', 'deactivated']).optional(),
        crowd: z.boolean().optional(),
      }),
    )
    .max(PEOPLE_MAX),
});

/** Body of `POST /control/<messenger>/faults`. */
export const fault = z.strictObject({
  times: z.int().positive(),
  method: z.string().optional(),
  personId: z.string().optional(),
  accepted: z.boolean().optional(),
  answer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('throttle'), retryAfterSeconds: z.int().positive().optional() }),
    z.strictObject({ kind: z.literal('refuse'), code: z.int(), description: z.string().optional() }),
    z.strictObject({ kind: z.literal('html'), httpStatus: z.int().min(200).max(599) }),
    z.strictObject({ kind: z.literal('garbage') }),
    z.strictObject({ kind: z.literal('empty'), httpStatus: z.int().min(200).max(599) }),
    z.strictObject({ kind: z.literal('never') }),
    z.strictObject({ kind: z.literal('stall') }),
    z.strictObject({ kind: z.literal('reset') }),
  ]),
});
