import { z } from 'zod';
import { plainText } from '../plain-text.js';

/** A card is one message beside its two buttons: short enough for both messengers, and to be read. */
export const FAQ_TEXT_MAX = 2_000;

/** What staff write on a card. */
export const faqCardInput = z.strictObject({
  title: plainText(150).min(1),
  text: plainText(FAQ_TEXT_MAX).min(1),
  stems: z
    .array(plainText(100).min(3))
    .min(1)
    .max(20)
    .transform((lines) => [...new Set(lines)]),
  ownerId: z.string().min(1).max(100),
  checkBy: z.iso.date(),
});
export type FaqCardInput = z.infer<typeof faqCardInput>;
