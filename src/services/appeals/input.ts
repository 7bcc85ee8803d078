import { z } from 'zod';

/** Longest answer in characters; the channel splits it to what its messenger takes. */
const TEXT_MAX = 10_000;

const text = z.string().trim().min(1).max(TEXT_MAX);
const id = z.string().min(1).max(100);

/** `Н-2026-000123`: series, year, number. */
export const appealNumber = z.string().regex(/^[НСЗП]-\d{4}-\d{6}$/, 'must look like Н-2026-000123');

export const replyInput = z.strictObject({ text });
export const noteInput = z.strictObject({ text });
export const assignInput = z.strictObject({ assignee: id });
export const forwardInput = z.strictObject({ department: id });
export const closeInput = z.strictObject({ resolution: z.enum(['answered', 'explained', 'refused']) });
