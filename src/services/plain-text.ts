import { z } from 'zod';
import { UNSHOWABLE } from '../lib/unshowable.js';

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
