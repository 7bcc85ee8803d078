import { z } from 'zod';
import { REASON_MAX } from '../appeals/input.js';
import { plainText } from '../plain-text.js';

/** What was said, or why nobody was reached. */
export const finishCallInput = z.strictObject({ note: plainText(REASON_MAX).min(1) });
