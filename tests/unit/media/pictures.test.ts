import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { GuardedFetchError, type GuardedFetchErrorKind } from '../../../src/lib/guarded-fetch-error.js';
import { createPictures } from '../../../src/media/pictures.js';

const source = { url: 'https://nizhyn.example/foto.webp', alt: 'Площа Івана Франка' };

function recordingFiles() {
  const journal: string[] = [];
  const stored = { id: 'f1', contentType: 'image/jpeg', sizeBytes: 1, publicName: 'random.jpg' };
  return {
    journal,
    async put(_bytes: Uint8Array, contentType: string) {
      journal.push(`put ${contentType}`);
      return { ...stored, publicName: undefined };
    },
    async publish(id: string) {
      journal.push(`publish ${id}`);
      return stored;
    },
  };
}

describe('a picture of a broadcast', () => {
  it('is fetched, stored as JPEG and published', async () => {
    const files = recordingFiles();
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .webp()
      .toBuffer();
    const asked: string[] = [];
    const pictures = createPictures({
      files,
      fetch: async (url) => {
        asked.push(url);
        return { bytes };
      },
    });
    expect(await pictures.fetch(source)).toEqual({
      fileId: 'f1',
      publicName: 'random.jpg',
      alt: source.alt,
      sourceUrl: source.url,
      wasAnimated: false,
    });
    expect(asked).toEqual([source.url]);
    expect(files.journal).toEqual(['put image/jpeg', 'publish f1']);
  });

  it.each<[GuardedFetchErrorKind, string]>([
    ['url', 'picture.url'],
    ['scheme', 'picture.scheme'],
    ['forbiddenAddress', 'picture.forbidden-address'],
    ['tooLarge', 'picture.too-large'],
    ['timeout', 'picture.timeout'],
    ['redirects', 'picture.redirects'],
    ['status', 'picture.status'],
    ['network', 'picture.network'],
  ])('is refused with a sentence when the fetch fails by %s', async (kind, code) => {
    const files = recordingFiles();
    const fetch = () => Promise.reject(new GuardedFetchError(kind, 'for the log'));
    await expect(createPictures({ files, fetch }).fetch(source)).rejects.toMatchObject({
      name: 'Refusal',
      kind: 'invalid',
      code,
      message: expect.stringMatching(/^[А-ЯІЇЄҐ].*\.$/),
    });
    expect(files.journal).toEqual([]);
  });

  it('fails as it is on what nobody expected', async () => {
    const bug = new TypeError('bug');
    const pictures = createPictures({ files: recordingFiles(), fetch: () => Promise.reject(bug) });
    await expect(pictures.fetch(source)).rejects.toBe(bug);
  });
});
