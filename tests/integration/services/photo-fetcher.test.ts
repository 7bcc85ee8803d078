import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SERVICE } from '../../../src/domain/role.js';
import { GuardedFetchError } from '../../../src/lib/guarded-fetch-error.js';
import { createPictures } from '../../../src/media/pictures.js';
import type { Files } from '../../../src/services/files/files.js';
import { PhotoFetcher } from '../../../src/services/publications/photo-fetcher.js';
import type { Publications } from '../../../src/services/publications/publications.js';
import { createPublications } from '../../../src/services/publications/service.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createFiles } from '../../../src/storage/files/files-store.js';
import { createPublicationStore } from '../../../src/storage/publications/publication-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { silentLogger } from '../../support/silent-logger.js';
import { someTopics } from '../../support/some-topics.js';

const SITE = 'https://nizhynrada.gov.ua';

let database: TestDatabase;
let directory: string;
let files: Files;
let publications: Publications;
let fetcher: PhotoFetcher;
/** What the city's site answers, by address; a function may fail. */
const site = new Map<string, () => Promise<Uint8Array>>();

beforeAll(async () => {
  database = await aDatabase();
  directory = await mkdtemp(join(tmpdir(), 'visnyk-photos-'));
  files = await createFiles({ connection: database.connection, directory, real: () => new Date() });
  const store = createPublicationStore(database.connection);
  publications = createPublications({
    store,
    topics: someTopics,
    audit: { record: async () => {} },
    now: () => new Date('2026-11-23T10:00:00Z'),
    timeZone: 'Europe/Kyiv',
    nudge: () => {},
  });
  const fetch = async (url: string) => {
    const answer = site.get(url);
    if (!answer) throw new GuardedFetchError('status', '404');
    return { bytes: await answer() };
  };
  fetcher = new PhotoFetcher({ store, pictures: createPictures({ files, fetch }), log: silentLogger });
  await ensureIndexes(database.connection);
});
afterAll(async () => {
  await database.close();
  await rm(directory, { recursive: true, force: true });
});
beforeEach(() => site.clear());

async function withPhotos(...names: readonly string[]): Promise<string> {
  const { publication } = await publications.register(
    {
      kind: 'event-report',
      topic: 'events',
      title: 'Семінар',
      text: '',
      photos: names.map((name) => ({ url: `${SITE}/${name}`, alt: `Фото ${name}` })),
    },
    { actor: SERVICE, source: 'feed' },
  );
  return publication.id;
}

const look = () => fetcher.look(new AbortController().signal);
const statuses = async (id: string) => (await publications.get(id)).photos.map(({ status }) => status);
const aPhoto = () => sharp({ create: { width: 64, height: 48, channels: 3, background: '#8ac' } }).jpeg();

describe('photos by their address', () => {
  it('are kept with their words and without what the camera wrote of place and author', async () => {
    const original = await aPhoto()
      .withExif({ IFD0: { Artist: 'Прізвище' }, IFD3: { GPSLatitude: '51/1 2/1 0/1' } })
      .toBuffer();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    site.set(`${SITE}/1.jpg`, async () => original);
    const id = await withPhotos('1.jpg');
    await look();
    const [photo] = (await publications.get(id)).photos;
    expect(photo).toMatchObject({ status: 'kept', alt: 'Фото 1.jpg', picture: { alt: 'Фото 1.jpg' } });
    const kept = await files.read(photo?.picture?.fileId ?? '');
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
  });

  it('are flagged where the site has none or no picture, and the others are kept', async () => {
    const photo = await aPhoto().toBuffer();
    site.set(`${SITE}/2.jpg`, async () => photo);
    site.set(`${SITE}/page.html`, async () => new TextEncoder().encode('<html>'));
    const id = await withPhotos('1.jpg', '2.jpg', 'page.html');
    await look();
    expect(await statuses(id)).toEqual(['failed', 'kept', 'failed']);
    const codes = (await publications.warnings(await publications.get(id))).map(({ code }) => code);
    expect(codes).toContain('photo.failed');
  });

  it('wait when it is our own failure, and are fetched by the next look', async () => {
    const photo = await aPhoto().toBuffer();
    let isBroken = true;
    site.set(`${SITE}/3.jpg`, async () => {
      if (isBroken) throw new Error('the disk is full');
      return photo;
    });
    const id = await withPhotos('3.jpg');
    await expect(look()).rejects.toThrow('the disk is full');
    expect(await statuses(id)).toEqual(['waiting']);
    isBroken = false;
    await look();
    expect(await statuses(id)).toEqual(['kept']);
  });
});
