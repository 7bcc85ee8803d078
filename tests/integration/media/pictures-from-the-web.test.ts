import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GuardedFetchOptions, guardedFetch } from '../../../src/lib/guarded-fetch.js';
import { publicWebOnly } from '../../../src/lib/guarded-lookup.js';
import { createPictures, PICTURE_FETCH_LIMITS } from '../../../src/media/pictures.js';
import { createPublicPages } from '../../../src/public/create-public-pages.js';
import type { Files } from '../../../src/services/files/files.js';
import { createFiles } from '../../../src/storage/files/files-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { CERTIFICATE, KEY } from '../../support/news-example.js';
import { publicParts } from '../../support/public-parts.js';

/** What the city's site answers, by path. */
const pages = new Map<string, RequestListener>();
const site = https.createServer({ key: KEY, cert: CERTIFICATE }, (request, response) => {
  const page = pages.get(request.url ?? '');
  if (page) page(request, response);
  else response.writeHead(404).end();
});
let origin: string;
let database: TestDatabase;
let directory: string;
let files: Files;

beforeAll(async () => {
  // The certificate is signed by itself; the guard's addresses are what is tried here.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  await once(site.listen(0, '127.0.0.1'), 'listening');
  origin = `https://news.example:${port()}`;
  database = await aDatabase();
  directory = await mkdtemp(join(tmpdir(), 'visnyk-pictures-'));
  files = await createFiles({ connection: database.connection, directory, real: () => new Date() });
});

afterAll(async () => {
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
  await database.close();
  await rm(directory, { recursive: true, force: true });
});

function port(): number {
  return (site.address() as AddressInfo).port;
}

/** As in the service, but our own server counts as public; everything else is judged as always. */
function picturesFrom(changes: Partial<GuardedFetchOptions> = {}) {
  const options: GuardedFetchOptions = {
    ...PICTURE_FETCH_LIMITS,
    isAllowedAddress: (address, at) =>
      (address === '127.0.0.1' && at === port()) || publicWebOnly(address, at),
    resolve: async () => ['127.0.0.1'],
    ...changes,
  };
  return createPictures({ files, fetch: (url) => guardedFetch(url, options) });
}

function answers(path: string, bytes: Uint8Array | string, contentType = 'image/jpeg'): string {
  pages.set(path, (_request, response) =>
    response.writeHead(200, { 'content-type': contentType }).end(bytes),
  );
  return `${origin}${path}`;
}

function redirects(path: string, location: string): string {
  pages.set(path, (_request, response) => response.writeHead(302, { location }).end());
  return `${origin}${path}`;
}

async function refusalOf(url: string, pictures = picturesFrom()): Promise<unknown> {
  const refusal = await pictures.fetch({ url, alt: 'Міст' }).catch((error: unknown) => error);
  return refusal instanceof Error && 'code' in refusal ? refusal.code : refusal;
}

describe('a picture from the city’s site', () => {
  it('is shown to everybody under an unguessable name, upright and without what the camera wrote', async () => {
    const original = await sharp({
      create: { width: 3_000, height: 2_000, channels: 3, background: 'teal' },
    })
      .jpeg()
      .withExif({ IFD0: { Artist: 'Прізвище' }, IFD3: { GPSLatitude: '51/1 2/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const url = redirects('/stare.jpg', '/nove.jpg');
    answers('/nove.jpg', original);
    const picture = await picturesFrom().fetch({ url, alt: 'Міст' });
    expect(picture).toEqual({
      fileId: expect.stringMatching(/^[0-9a-f]{64}$/),
      publicName: expect.stringMatching(/^[\w-]{22}\.jpg$/),
      alt: 'Міст',
      sourceUrl: url,
      wasAnimated: false,
    });

    const response = await publicPages().request(`/media/${picture.publicName}`);
    expect(response.headers.get('etag')).toBe(`"${picture.fileId}"`);
    const shown = new Uint8Array(await response.arrayBuffer());
    const { width, height, format, exif } = await sharp(shown).metadata();
    expect({ width, height, format, exif }).toEqual({
      width: 1_707,
      height: 2_560,
      format: 'jpeg',
      exif: undefined,
    });
    expect(shown.length).toBeLessThanOrEqual(1_000_000);
  });

  it('is told by its bytes, not by what the site calls it', async () => {
    const webp = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .webp()
      .toBuffer();
    const url = answers('/zvit', webp, 'text/html');
    expect(await picturesFrom().fetch({ url, alt: '' })).toMatchObject({ publicName: expect.anything() });
  });

  it('is kept once, however often it is asked for', async () => {
    const grey = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'grey' } })
      .png()
      .toBuffer();
    const url = answers('/dvichi.png', grey);
    const pictures = picturesFrom();
    const [first, second] = await Promise.all([1, 2].map(() => pictures.fetch({ url, alt: '' })));
    expect(second).toEqual(first);
  });
});

describe('a picture is refused', () => {
  it.each([
    ['this machine', 'http://127.0.0.1/secret.jpg', 'scheme'],
    ['this machine over https', 'https://127.0.0.1/secret.jpg', 'forbidden-address'],
    ['another port of this machine', 'https://127.0.0.1:27017/', 'forbidden-address'],
    ['the office network', 'https://192.168.1.10/camera.jpg', 'forbidden-address'],
    ['the cloud’s own address', 'https://169.254.169.254/latest', 'forbidden-address'],
    ['this machine in IPv6', 'https://[::ffff:7f00:1]/secret.jpg', 'forbidden-address'],
    ['a disk', 'file:///etc/passwd', 'scheme'],
  ])('when the site redirects to %s', async (_where, location, code) => {
    expect(await refusalOf(redirects('/dali.jpg', location))).toBe(`picture.${code}`);
  });

  it('when the name answers with a private address the second time (DNS rebinding)', async () => {
    const answered: string[] = [];
    const resolve = async () => {
      answered.push(answered.length === 0 ? '127.0.0.1' : '10.0.0.5');
      return answered.slice(-1);
    };
    const url = redirects('/rebind.jpg', '/rebind.jpg?again');
    expect(await refusalOf(url, picturesFrom({ resolve }))).toBe('picture.forbidden-address');
    expect(answered).toEqual(['127.0.0.1', '10.0.0.5']);
  });

  it('when it is larger than 10 MB, said or not', async () => {
    const tooLarge = Buffer.alloc(PICTURE_FETCH_LIMITS.maxBytes + 1);
    expect(await refusalOf(answers('/velyka.jpg', tooLarge))).toBe('picture.too-large');
    pages.set('/bez-rozmiru.jpg', (_request, response) => {
      response.flushHeaders(); // chunked: no size is told
      response.end(tooLarge);
    });
    expect(await refusalOf(`${origin}/bez-rozmiru.jpg`)).toBe('picture.too-large');
  });

  it('when the site sends it drop by drop past the deadline', async () => {
    expect(PICTURE_FETCH_LIMITS.timeoutMs).toBe(10_000);
    pages.set('/krapka.jpg', (_request, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const pictures = picturesFrom({ timeoutMs: 300 });
    expect(await refusalOf(`${origin}/krapka.jpg`, pictures)).toBe('picture.timeout');
  });

  it.each([
    ['a web page that calls itself a picture', '<!doctype html>', 'image/jpeg', 'format'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml', 'format'],
    ['SVG behind a JPEG’s first bytes', '\xff\xd8\xff<svg onload="x()"/>', 'image/jpeg', 'unreadable'],
  ])('when it is %s', async (_what, text, contentType, code) => {
    const url = answers('/pidroblena.jpg', Buffer.from(text, 'latin1'), contentType);
    expect(await refusalOf(url)).toBe(`picture.${code}`);
  });

  it('when a few kilobytes would unpack to a hundred megapixels', async () => {
    const bomb = await sharp({
      create: { width: 10_000, height: 10_000, channels: 3, background: 'black' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(500_000);
    expect(await refusalOf(answers('/bomba.png', bomb))).toBe('picture.dimensions');
  });
});

function publicPages() {
  return createPublicPages(
    publicParts({
      openMedia: async (name) => {
        const file = await files.findPublic(name);
        return file && { ...file, read: () => files.read(file.id) };
      },
    }),
  );
}
