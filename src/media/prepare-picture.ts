import sharp from 'sharp';
import { Refusal } from '../domain/refusal.js';
import { pictureFormat } from './picture-format.js';

/** Viber on iOS shows nothing above it. @see https://developers.viber.com/docs/api/rest-bot-api/#picture-message */
const MAX_BYTES = 1_000_000;
/** A 64-megapixel phone passes; a bomb that unpacks to gigabytes does not. */
const MAX_PIXELS = 70_000_000;
/** Telegram: "Width and height ratio must be at most 20". @see https://core.telegram.org/bots/api#sendphoto */
const MAX_RATIO = 20;
const DECODE_SECONDS = 20;

/**
 * Tried in order until the result fits: first the quality gives way, then the size. Telegram shows at most 2560
 * pixels, and so its limit of 10,000 for width + height is never near. The last one fits any picture: a million
 * pixels at this quality take under 8 bits each even when they are noise.
 */
const STEPS = [
  { longSide: 2560, quality: 85 },
  { longSide: 2560, quality: 75 },
  { longSide: 2048, quality: 75 },
  { longSide: 1600, quality: 70 },
  { longSide: 1280, quality: 60 },
  { longSide: 1000, quality: 50 },
] as const;

export interface PreparedPicture {
  readonly jpeg: Uint8Array;
  /** The original had more frames than the one that was kept */
  readonly wasAnimated: boolean;
}

/**
 * Re-encodes a picture so that both messengers take it: JPEG of at most 1 MB and 2560 pixels, upright, sRGB,
 * without metadata (place, camera, author), transparency on white, an animation's first frame.
 *
 * @throws {Refusal} `invalid` with a sentence for the editor
 */
export async function preparePicture(bytes: Uint8Array): Promise<PreparedPicture> {
  if (!pictureFormat(bytes))
    throw refusal('format', 'За посиланням не зображення. Підійдуть JPEG, PNG, WebP або GIF.');
  const wasAnimated = await checkHeader(bytes);
  const pixels = await decode(bytes);
  for (const step of STEPS) {
    const jpeg = await encode(pixels, step);
    if (jpeg.length <= MAX_BYTES) return { jpeg, wasAnimated };
  }
  throw new Error('a picture did not fit at the smallest step');
}

/** Reads only the header, so a bomb costs nothing. @returns whether it is an animation */
async function checkHeader(bytes: Uint8Array): Promise<boolean> {
  const { width, height, pages = 1 } = await readable(sharp(bytes, { limitInputPixels: false }).metadata());
  if (width * height > MAX_PIXELS)
    throw refusal(
      'dimensions',
      `Зображення завелике: ${width}×${height} точок. Зменшіть його, наприклад, до 2560 точок за довшою стороною.`,
    );
  if (Math.max(width, height) > MAX_RATIO * Math.min(width, height))
    throw refusal(
      'ratio',
      `Зображення надто витягнуте: ${width}×${height} точок. Обріжте його: довша сторона має бути не більш як у ${MAX_RATIO} разів довшою за коротшу.`,
    );
  return pages > 1;
}

interface Pixels {
  readonly data: Uint8Array;
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

/** Decodes once, already in the largest size that any step wants. */
function decode(bytes: Uint8Array): Promise<Pixels> {
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .timeout({ seconds: DECODE_SECONDS })
    .autoOrient()
    .resize(inside(STEPS[0].longSide))
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw();
  return readable(image.toBuffer({ resolveWithObject: true }));
}

function encode({ data, info }: Pixels, { longSide, quality }: (typeof STEPS)[number]): Promise<Uint8Array> {
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } })
    .resize(inside(longSide))
    .jpeg({ quality })
    .toBuffer();
}

function inside(longSide: number) {
  return { width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true } as const;
}

/** sharp's errors have no kinds: whatever it says about these bytes, it could not read them. */
async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw refusal(
      'unreadable',
      'Файл зображення пошкоджено. Відкрийте його на комп’ютері, збережіть наново й додайте ще раз.',
    );
  }
}

function refusal(code: string, sentence: string): Refusal {
  return new Refusal('invalid', `picture.${code}`, sentence);
}
