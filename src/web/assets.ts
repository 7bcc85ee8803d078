import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Hono } from 'hono';

/** Style sheets and scripts of the shell: read from the sources also by the built service. */
export const SHELL_ASSETS = new URL('../../src/web/assets/', import.meta.url);

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly etag: string;
}

/**
 * Serves `/assets/<name>` from these directories, read once at start. Browsers ask again each time and get 304
 * while nothing changed, so an update is seen at once.
 *
 * @throws {Error} at start, for a name that two directories share or a kind of file not known here
 */
export function createAssets(directories: readonly URL[]): Hono {
  const assets = new Map<string, Asset>();
  for (const directory of directories) {
    for (const name of readdirSync(directory)) {
      if (assets.has(name)) throw new Error(`two assets are called ${name}`);
      assets.set(name, readAsset(name, directory));
    }
  }
  return new Hono().get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    if (!asset) return c.notFound();
    const headers = { ETag: asset.etag, 'Cache-Control': 'no-cache' };
    if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304, headers);
    return c.body(asset.bytes, 200, { ...headers, 'Content-Type': asset.contentType });
  });
}

function readAsset(name: string, directory: URL): Asset {
  const contentType = CONTENT_TYPES[extname(name)];
  if (!contentType) throw new Error(`no content type is known for the asset ${name}`);
  const bytes = new Uint8Array(readFileSync(new URL(name, directory)));
  return { bytes, contentType, etag: `"${createHash('sha256').update(bytes).digest('base64url')}"` };
}
