import { z } from 'zod';
import { PARAGRAPH_KEYS } from '../../domain/report/paragraph.js';
import { plainText } from '../plain-text.js';

/** A sentence of staff: after a paragraph, or at the end. */
export const sentenceInput = z.strictObject({
  after: z.enum([...PARAGRAPH_KEYS, 'end']),
  text: plainText(2_000).min(1),
});
