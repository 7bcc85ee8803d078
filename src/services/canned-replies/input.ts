import { z } from 'zod';
import { unknownVariables } from '../../domain/canned-reply.js';
import { APPEAL_TEXT_MAX } from '../appeals/input.js';
import { plainText } from '../plain-text.js';

const TITLE_MAX = 100;

/** A prepared answer without its files. */
export const cannedReplyInput = z.strictObject({
  title: plainText(TITLE_MAX).min(1),
  text: plainText(APPEAL_TEXT_MAX)
    .min(1)
    .refine((text) => unknownVariables(text).length === 0, 'must hold known variables only'),
  /** Absent: for the appeals of every department */
  departmentId: z.string().min(1).max(100).optional(),
});
export type CannedReplyInput = z.infer<typeof cannedReplyInput>;
