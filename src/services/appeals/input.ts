import { z } from 'zod';
import { plainText } from '../plain-text.js';
import {
  ANSWER_FILE_ENDINGS,
  ANSWER_FILES_MAX,
  type AnswerFileType,
  answerFileType,
} from './answer-files.js';

/** Longest answer or note in characters; the channel splits it to what its messenger takes. */
export const APPEAL_TEXT_MAX = 10_000;

const text = plainText(APPEAL_TEXT_MAX).min(1);
const id = z.string().min(1).max(100);

/** `Н-2026-000123`: series, year, number. */
export const appealNumber = z.string().regex(/^[НСЗП]-\d{4}-\d{6}$/, 'must look like Н-2026-000123');

const FILE_TYPES = Object.keys(ANSWER_FILE_ENDINGS) as [AnswerFileType, ...AnswerFileType[]];

const file = z
  .strictObject({
    name: z
      .string()
      .trim()
      .regex(/^[^/\\\p{Cc}]{1,120}$/u, 'must be a file name of 1 to 120 characters'),
    contentType: z.enum(FILE_TYPES),
    /** Base64 of the bytes */
    content: z.base64().min(1),
  })
  .refine(({ name, contentType }) => answerFileType(name) === contentType, {
    path: ['name'],
    message: 'must end as files of its type do, e.g. .pdf',
  });

export const replyInput = z.strictObject({
  text,
  files: z.array(file).max(ANSWER_FILES_MAX.count).optional(),
});
export const noteInput = z.strictObject({ text });
export const assignInput = z.strictObject({ assignee: id });
export const forwardInput = z.strictObject({ department: id });
export const closeInput = z.strictObject({ resolution: z.enum(['answered', 'explained', 'refused']) });
