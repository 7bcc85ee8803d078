import { Hono } from 'hono';
import type { Appeal, AppealFile } from '../../domain/appeal.js';
import { encodeName } from '../../web/content-disposition.js';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import type { ConsoleParts } from '../parts.js';
import { parseByteRange } from './byte-range.js';

/** What a browser may show inside our pages; anything else is downloaded, whatever it claims to be. */
const SHOWN_TYPES =
  /^(image\/(jpeg|png|webp|gif)|audio\/(ogg|mpeg|mp4|aac|wav|webm|x-m4a)|video\/(mp4|webm|quicktime))$/;

/** Nothing in a citizen's file may run or load, even when opened by itself. */
const FILE_POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'none'; sandbox";

/**
 * `/appeals/{number}/files/{fileId}`: a file of this very appeal. Another appeal's file is not found, even by
 * somebody who knows its id.
 */
export function fileRoute({ appeals, files }: Pick<ConsoleParts, 'appeals' | 'files'>): Hono<WebEnv> {
  return new Hono<WebEnv>().get('/:number/files/:fileId', async (c) => {
    const { appeal } = await appeals.get(c.req.param('number'), currentSession(c).actor);
    const file = fileOf(appeal, c.req.param('fileId'));
    if (file === undefined || (await files.get(file.fileId)) === undefined) return c.notFound();
    const etag = `"${file.fileId}"`;
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, { ETag: etag });
    // A copy of its own: the store's bytes may be part of a larger buffer.
    const bytes = new Uint8Array(await files.read(file.fileId));
    const headers = { ...headersOf(file), ETag: etag };
    const range = parseByteRange(c.req.header('range'), bytes.byteLength);
    if (range === undefined) return c.body(bytes, 200, headers);
    return c.body(bytes.slice(range.first, range.last + 1), 206, {
      ...headers,
      'Content-Range': `bytes ${range.first}-${range.last}/${bytes.byteLength}`,
    });
  });
}

function fileOf(appeal: Appeal, fileId: string): AppealFile | undefined {
  return [...appeal.messages, ...(appeal.toSign ? [appeal.toSign] : [])]
    .flatMap(({ files }) => files)
    .find((file) => file.fileId === fileId);
}

function headersOf({ contentType, name }: AppealFile): Record<string, string> {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const isShown = SHOWN_TYPES.test(type);
  return {
    'Content-Type': isShown ? type : 'application/octet-stream',
    'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(name || 'file')}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': FILE_POLICY,
    // Asked for each time: a browser that several people use must not keep it open after signing out.
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'bytes',
  };
}
