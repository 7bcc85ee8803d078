import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { PhoneAction } from './phones.js';
import { phonePhoto, samplePhoto } from './photos.js';
import { SAMPLE_PHOTOS } from './samples.js';

/** What a form of the phone may send, by the last part of its address. */
export const ACTION_NAMES = [
  'start',
  'say',
  'press',
  'press-key',
  'photo',
  'voice',
  'sticker',
  'place',
  'block',
  'unblock',
] as const;
export type ActionName = (typeof ACTION_NAMES)[number];

/** Fields of a form as Hono reads them. */
export type FormFields = Readonly<Record<string, unknown>>;

/** Text that Viber takes at most; Telegram's app splits longer ones than its own 4,096. */
const TEXT_MAX = 7_000;
const VOICE_SAMPLE = new URL('../../../src/sandbox/phones/voice-sample.ogg', import.meta.url);
const VOICE_SAMPLE_SECONDS = 3;

const sayForm = z.object({ text: z.string().trim().min(1).max(TEXT_MAX) });
/** Row and column of a button, as the page writes them. */
const button = z
  .string()
  .regex(/^\d{1,3}\.\d{1,3}$/)
  .transform((text) => {
    const [row = 0, column = 0] = text.split('.').map(Number);
    return { row, column };
  });
const pressForm = z.object({ messageId: z.string().min(1).max(64), button });
const pressKeyForm = z.object({ button });
const placeForm = z.object({
  place: z
    .string()
    .transform((text) => text.split(',').map(Number))
    .pipe(z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])),
});
const samples = SAMPLE_PHOTOS.map(({ name }) => name);
const photoForm = z.union([
  z.object({ sample: z.enum(samples) }),
  z.object({ file: z.instanceof(File).refine(({ size }) => size > 0) }),
]);

/**
 * Reads a form of the page as what the resident did.
 *
 * @throws {z.ZodError} when a field is missing or wrong
 * @throws {Refusal} when the chosen file is no picture
 */
export async function parseAction(name: ActionName, fields: FormFields): Promise<PhoneAction> {
  switch (name) {
    case 'say':
      return { kind: 'say', ...sayForm.parse(fields) };
    case 'press': {
      const form = pressForm.parse(fields);
      return { kind: 'press', messageId: form.messageId, ...form.button };
    }
    case 'press-key':
      return { kind: 'press-key', ...pressKeyForm.parse(fields).button };
    case 'photo': {
      const form = photoForm.parse(fields);
      const bytes = 'sample' in form ? await samplePhoto(form.sample) : await phonePhoto(form.file);
      return { kind: 'photo', bytes, contentType: 'image/jpeg' };
    }
    case 'voice':
      return { kind: 'voice', bytes: await readFile(VOICE_SAMPLE), durationSeconds: VOICE_SAMPLE_SECONDS };
    case 'place': {
      const [latitude, longitude] = placeForm.parse(fields).place;
      return { kind: 'place', latitude, longitude };
    }
    default:
      return { kind: name };
  }
}
