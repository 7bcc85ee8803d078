import { z } from 'zod';
import {
  APPEAL_CATEGORIES,
  APPEAL_NATURES,
  MISSING_DETAILS,
  REVIEW_DECISIONS,
  VERDICTS,
} from '../../domain/appeal.js';
import { plainText } from '../plain-text.js';
import {
  ANSWER_FILE_ENDINGS,
  ANSWER_FILES_MAX,
  type AnswerFileType,
  answerFileType,
} from './answer-files.js';
import { BULK_MAX } from './bulk.js';

/** Longest answer or note in characters; the channel splits it to what its messenger takes. */
export const APPEAL_TEXT_MAX = 10_000;

/** Longest reason, remark or question, in characters. */
export const REASON_MAX = 2_000;
/** Longest «01-12/345». */
export const OUTGOING_NUMBER_MAX = 50;

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

/** Files of an answer or of an entered appeal, in the body itself. */
export const fileInput = z.array(file).max(ANSWER_FILES_MAX.count).optional();
const seen = z
  .int()
  .min(0)
  .max(100_000)
  .optional()
  .describe(
    'How many messages of the conversation you have seen: with more, nothing is sent and the answer is 409',
  );
const outgoingNumber = plainText(OUTGOING_NUMBER_MAX).min(1).optional();
const reason = plainText(REASON_MAX).min(1);

const toAll = z
  .boolean()
  .optional()
  .describe('Everybody whose open appeal was joined with this one gets it too, under their own number');

/** For how long somebody can be blocked, in days. */
const BLOCK_DAYS_MAX = 365;

export const blockInput = z.strictObject({ reason, days: z.int().min(1).max(BLOCK_DAYS_MAX) });

export const replyInput = z.strictObject({
  text,
  files: fileInput,
  seen,
  outgoingNumber,
  toAll,
  takeOver: z.boolean().optional().describe('Answer although a colleague has taken the appeal'),
});
export const submitInput = z.strictObject({ text, files: fileInput, seen, toAll });
export const signInput = z.strictObject({ files: fileInput, seen, outgoingNumber });
export const sendBackInput = z.strictObject({ remark: reason });
export const registerInput = z.strictObject({
  incomingNumber: outgoingNumber.describe('The office’s own number, «1457»'),
  registeredAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional()
    .describe('Not before it was received, not in the future; left out: now'),
});
export const noteInput = z.strictObject({ text });
export const callInput = z.strictObject({
  message: id.describe('Id of the lost message'),
  note: reason.describe('What the citizen was told, and how: kept as an internal note'),
});
export const assignInput = z.strictObject({
  assignee: id,
  evenIfAway: z.boolean().optional().describe('Give it to a colleague who is away; their substitute sees it'),
});
export const forwardInput = z.strictObject({ department: id });
export const askInput = z.strictObject({ question: reason });
export const extendInput = z.strictObject({
  reason,
  decidedBy: id.optional().describe('Account of the head who decided it; left out: yours'),
});
const day = z.iso.date();
export const ADDRESSEE_MAX = 300;
export const PHONE_MAX = 100;
export const forwardOutsideInput = z.strictObject({
  addressee: plainText(ADDRESSEE_MAX).min(1),
  letterNumber: plainText(OUTGOING_NUMBER_MAX).min(1),
  letterDay: day.describe('Of the letter'),
  phone: plainText(PHONE_MAX).min(1).optional().describe('Of the addressee, for the citizen'),
});
export const requestDetailsInput = z.strictObject({
  missing: z
    .array(z.enum(MISSING_DETAILS))
    .min(1)
    .max(MISSING_DETAILS.length)
    .transform((details) => [...new Set(details)]),
  until: day.optional().describe('Left out: ten days ahead'),
});
export const reviewInput = z.strictObject({ decision: z.enum(REVIEW_DECISIONS), reason });
export const rejectInput = z.strictObject({
  reason,
  as: z.enum(['refused', 'returned']),
  article: z.int().min(1).max(30).optional().describe('Of Law 393/96-ВР: why it is returned'),
  advice: reason.optional(),
});
export const classifyInput = z
  .strictObject({ category: z.enum(APPEAL_CATEGORIES), nature: z.enum(APPEAL_NATURES) })
  .partial()
  .refine((said) => Object.keys(said).length > 0, 'must name a category, a nature or both');
export const gatherInput = z.strictObject({ with: z.array(appealNumber).min(1).max(BULK_MAX) });
export const mergeInput = z.strictObject({ into: appealNumber });
export const considerInput = z.strictObject({
  verdict: z.enum(VERDICTS),
  reason: plainText(REASON_MAX)
    .default('')
    .describe('Stands in the table that is published; needed unless `taken`'),
});
export const limitAccessInput = z.strictObject({ reason });
export const reopenInput = z.strictObject({ reason });
export const closeInput = z.strictObject({ resolution: z.enum(['answered', 'explained', 'refused']) });
