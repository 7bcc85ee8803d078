import { z } from 'zod';
import { plainText } from '../plain-text.js';

/** Longest answer in characters; the channel splits it to what its messenger takes. */
const TEXT_MAX = 10_000;

const text = plainText(TEXT_MAX).min(1);
const id = z.string().min(1).max(100);

/** `Н-2026-000123`: series, year, number. */
export const appealNumber = z.string().regex(/^[НСЗП]-\d{4}-\d{6}$/, 'must look like Н-2026-000123');

/** What an office sends: letters, tables, scans, photos. Nothing that a phone would run. */
const FILE_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/jpeg',
  'image/png',
] as const;

const file = z.strictObject({
  name: z
    .string()
    .trim()
    .regex(/^[^/\\\p{Cc}]{1,120}$/u, 'must be a file name of 1 to 120 characters'),
  contentType: z.enum(FILE_TYPES),
  /** Base64 of the bytes */
  content: z.base64().min(1),
});
export type ReplyFile = z.output<typeof file>;

export const replyInput = z.strictObject({ text, files: z.array(file).max(5).optional() });
export const noteInput = z.strictObject({ text });
export const assignInput = z.strictObject({ assignee: id });
export const forwardInput = z.strictObject({ department: id });
export const closeInput = z.strictObject({ resolution: z.enum(['answered', 'explained', 'refused']) });
