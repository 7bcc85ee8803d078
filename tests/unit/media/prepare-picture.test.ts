import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { preparePicture } from '../../../src/media/prepare-picture.js';

function plain(width: number, height: number, background: string | object = 'teal') {
  return sharp({ create: { width, height, channels: 4, background }, limitInputPixels: false });
}

function noise(width: number, height: number) {
  const grain = { type: 'gaussian', mean: 128, sigma: 80 } as const;
  return sharp({ create: { width, height, channels: 3, background: 'gray', noise: grain } });
}

/** Colour of one point, 0–255 for red, green and blue. */
async function pointAt(picture: Uint8Array, left: number, top: number) {
  const { data } = await sharp(picture)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

describe('a prepared picture', () => {
  it.each(['jpeg', 'png', 'webp', 'gif'] as const)(
    'is a JPEG of the same size when it was a small %s',
    async (format) => {
      const original = await plain(640, 480).toFormat(format).toBuffer();
      const { width, height, ...metadata } = await sharp((await preparePicture(original)).jpeg).metadata();
      expect({ format: metadata.format, width, height }).toEqual({ format: 'jpeg', width: 640, height: 480 });
    },
  );

  it('has a long side of at most 2560', async () => {
    const original = await plain(6000, 3000).jpeg().toBuffer();
    const { width, height } = await sharp((await preparePicture(original)).jpeg).metadata();
    expect({ width, height }).toEqual({ width: 2560, height: 1280 });
  });

  it('fits a megabyte even when it is noise', async () => {
    const original = await noise(2560, 2560).jpeg({ quality: 90 }).toBuffer();
    expect(original.length).toBeGreaterThan(5_000_000);
    expect((await preparePicture(original)).jpeg.length).toBeLessThanOrEqual(1_000_000);
  });

  it('stands upright and says nothing about place, camera or author', async () => {
    const original = await plain(600, 400)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Прізвище' }, IFD3: { GPSLatitude: '51/1 2/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const { width, height, exif, orientation, icc, xmp } = await sharp(
      (await preparePicture(original)).jpeg,
    ).metadata();
    expect({ width, height }).toEqual({ width: 400, height: 600 });
    expect([exif, orientation, icc, xmp]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('shows transparency as white', async () => {
    const original = await plain(10, 10, { r: 0, g: 0, b: 0, alpha: 0 }).png().toBuffer();
    expect(await pointAt((await preparePicture(original)).jpeg, 5, 5)).toEqual([255, 255, 255]);
  });

  it('shows the first frame of an animation', async () => {
    const frames = await Promise.all(['red', 'blue'].map((colour) => plain(20, 20, colour).png().toBuffer()));
    const original = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { jpeg: prepared, wasAnimated } = await preparePicture(original);
    expect(wasAnimated).toBe(true);
    const [red = 0, , blue = 255] = await pointAt(prepared, 10, 10);
    expect(red).toBeGreaterThan(240);
    expect(blue).toBeLessThan(15);
    expect((await sharp(prepared).metadata()).height).toBe(20);
  });

  it('keeps colours of print (CMYK), grey and 16-bit pictures', async () => {
    const originals = [
      await plain(20, 20, 'white').toColourspace('cmyk').jpeg().toBuffer(),
      await plain(20, 20, 'white').grayscale().png().toBuffer(),
      await plain(20, 20, 'white').toColourspace('rgb16').png().toBuffer(),
    ];
    for (const original of originals) {
      const [light = 0] = await pointAt((await preparePicture(original)).jpeg, 10, 10);
      expect(light).toBeGreaterThan(250);
    }
  });
});

describe('a picture is refused', () => {
  it.each([
    ['a web page', '<!doctype html><title>404</title>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['nothing', ''],
  ])('when it is %s', async (_what, text) => {
    await expect(preparePicture(Buffer.from(text))).rejects.toMatchObject({
      name: 'Refusal',
      kind: 'invalid',
      code: 'picture.format',
    });
  });

  it('when it would unpack to more than 70 megapixels', async () => {
    const bomb = await plain(10_000, 10_000).png().toBuffer();
    await expect(preparePicture(bomb)).rejects.toMatchObject({
      code: 'picture.dimensions',
      message: expect.stringContaining('10000×10000'),
    });
  });

  it('when one side is over 20 times the other', async () => {
    const ribbon = await plain(2_001, 100).png().toBuffer();
    await expect(preparePicture(ribbon)).rejects.toMatchObject({ code: 'picture.ratio' });
    const narrow = await plain(2_000, 100).png().toBuffer();
    await expect(preparePicture(narrow)).resolves.toMatchObject({ wasAnimated: false });
  });

  it('when it is cut off or garbled', async () => {
    const whole = await noise(300, 300).jpeg().toBuffer();
    const broken = [whole.subarray(0, whole.length / 2), Buffer.from('\x89PNG\r\n\x1a\nрешта', 'latin1')];
    for (const bytes of broken)
      await expect(preparePicture(bytes)).rejects.toMatchObject({ code: 'picture.unreadable' });
  });
});
