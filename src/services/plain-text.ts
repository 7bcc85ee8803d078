import { z } from 'zod';

/** Halves of a character, and control characters besides newline and tab: no messenger shows them, some refuse them. */
const UNSHOWABLE = /(?![\n\t])[\p{Cs}\p{Cc}]/u;

/**
 * Text that people will read: trimmed, with newlines as one character.
 *
 * @param max in UTF-16 units, as Telegram and Viber count
 */
export function plainText(max: number) {
  return z
    .string()
    .overwrite((text) => text.replaceAll(/\r\n?/g, '\n').trim())
    .max(max)
    .refine((text) => !UNSHOWABLE.test(text), 'must not contain control characters or broken characters');
}
