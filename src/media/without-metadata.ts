import sharp from 'sharp';
import { oneAtATime } from '../lib/one-at-a-time.js';
import type { Files } from '../services/files/files.js';
import { pictureFormat } from './picture-format.js';

/** A 64-megapixel phone passes; a bomb that unpacks to gigabytes does not. */
const MAX_PIXELS = 70_000_000;
const DECODE_SECONDS = 20;
/** Nobody sees a difference to the original, and the file does not grow. */
const QUALITY = 90;

/**
 * A file store that keeps no picture with the place and time it was taken at, or the camera: neither a resident's nor
 * one of staff. Whatever has none is kept byte for byte.
 */
export function keepingNoMetadata(files: Files): Files {
  // A decoded picture takes hundreds of megabytes for a moment.
  const inTurn = oneAtATime();
  return {
    ...files,
    put: async (bytes, contentType) => files.put(await inTurn(() => withoutMetadata(bytes)), contentType),
  };
}

/**
 * The same picture, upright, in its format, without EXIF, XMP and IPTC. One that cannot be decoded stays as it is: it
 * is what somebody sent.
 */
export async function withoutMetadata(bytes: Uint8Array): Promise<Uint8Array> {
  const format = pictureFormat(bytes);
  if (format === undefined || format === 'gif') return bytes;
  try {
    const { exif, xmp, iptc } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!exif && !xmp && !iptc) return bytes;
    return await sharp(bytes, { limitInputPixels: MAX_PIXELS })
      .timeout({ seconds: DECODE_SECONDS })
      .autoOrient()
      .keepIccProfile()
      .toFormat(format, { quality: QUALITY })
      .toBuffer();
  } catch {
    return bytes;
  }
}
