import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { keepingNoMetadata, withoutMetadata } from '../../../src/media/without-metadata.js';
import type { Files } from '../../../src/services/files/files.js';

const GPS = { IFD0: { Make: 'Phone', Copyright: 'Марія' }, IFD3: { GPSLatitude: '51/1 2/1 53/1' } };
const picture = () => sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } });

describe('a kept picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('has no place and no camera in it: %s', async (format) => {
    const taken = await picture().withExif(GPS).toFormat(format).toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const kept = await sharp(await withoutMetadata(taken)).metadata();
    expect([kept.format, kept.exif, kept.xmp, kept.iptc]).toEqual([format, undefined, undefined, undefined]);
  });

  it('stands upright without what said how it was held', async () => {
    const lying = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { width, height, orientation } = await sharp(await withoutMetadata(lying)).metadata();
    expect([width, height, orientation ?? 1]).toEqual([20, 40, 1]);
  });

  it('is byte for byte the one that was sent where there is nothing to take away', async () => {
    const plain = await picture().png().toBuffer();
    const letter = Buffer.from('%PDF-1.7');
    const broken = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), Buffer.from('Exif, broken off')]);
    for (const bytes of [plain, letter, broken]) expect(await withoutMetadata(bytes)).toBe(bytes);
  });

  it('is kept under the name of what is left', async () => {
    const kept: Uint8Array[] = [];
    const store = {
      put: async (bytes: Uint8Array, contentType: string) => {
        kept.push(bytes);
        const id = createHash('sha256').update(bytes).digest('hex');
        return { id, contentType, sizeBytes: bytes.length, publicName: undefined };
      },
    } as Files;
    const taken = await picture().withExif(GPS).jpeg().toBuffer();
    const { sizeBytes } = await keepingNoMetadata(store).put(taken, 'image/jpeg');
    expect(kept[0]?.length).toBe(sizeBytes);
    expect(Buffer.from(kept[0] ?? []).includes('Exif')).toBe(false);
  });
});
