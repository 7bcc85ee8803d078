/**
 * Formats that broadcasts accept. Not SVG: a document with scripts and references inside. Not AVIF: a picture of
 * one kilobyte can take over a gigabyte to decode.
 */
export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'webp';

/**
 * Tells a picture by its first bytes, whatever the server or the file name says. Only what passes here reaches
 * the decoders.
 *
 * @returns undefined for everything that is not one of the accepted formats
 * @see https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
 */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp';
  return undefined;
}
