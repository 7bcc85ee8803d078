import sharp from 'sharp';
import { expect, it } from 'vitest';
import { imageSize, imageType } from '../../../../src/sandbox/emulators/image-size.js';

it.each([
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
] as const)('reads the size of a %s', async (format, type) => {
  const picture = sharp({ create: { width: 321, height: 123, channels: 3, background: '#2db9b9' } });
  const bytes = await picture.toFormat(format).toBuffer();
  expect(imageSize(bytes)).toEqual({ width: 321, height: 123 });
  expect(imageType(bytes)).toBe(type);
});

it('knows what is no picture', () => {
  expect(imageSize(Buffer.from('Це просто текст, а не картинка'))).toBeUndefined();
  expect(imageSize(Buffer.alloc(0))).toBeUndefined();
});
