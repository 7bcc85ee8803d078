import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { Refusal } from '../../domain/refusal.js';
import { SHELL_ASSETS } from '../../web/assets.js';

/** Long side of a photo as phones send it. */
const LONG_SIDE = 1_600;
const QUALITY = 80;

/** A drawn photo as JPEG. @param name a name of `SAMPLE_PHOTOS` */
export async function samplePhoto(name: string): Promise<Uint8Array> {
  const drawing = fileURLToPath(new URL(`sandbox-photo-${name}.svg`, SHELL_ASSETS));
  return sharp(drawing, { density: 144 }).jpeg({ quality: QUALITY }).toBuffer();
}

/**
 * A chosen file as the phone's messenger sends it: a JPEG of a moderate size.
 *
 * @throws {Refusal} `invalid` when it is no picture
 */
export async function phonePhoto(file: Blob): Promise<Uint8Array> {
  try {
    return await sharp(await file.arrayBuffer())
      .autoOrient()
      .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: QUALITY })
      .toBuffer();
  } catch {
    throw new Refusal('invalid', 'sandbox.photo', 'Це не зображення. Оберіть фото JPEG або PNG.');
  }
}
