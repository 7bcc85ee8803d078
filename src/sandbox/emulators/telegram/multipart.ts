import { badRequest } from './api-error.js';
import type { UploadedFile } from './parameters.js';

/** The parts of a `multipart/form-data` body. */
export interface MultipartBody {
  readonly values: Readonly<Record<string, string>>;
  readonly files: ReadonlyMap<string, UploadedFile>;
}

/**
 * Reads multipart bodies as bot libraries write them. Node's own reader refuses grammY's: it wants a
 * space after the colon of a part's header.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7578
 * @throws {ApiError} 400 when the body has no boundary or no end
 */
export function parseMultipart(body: Buffer, contentType: string): MultipartBody {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)?.slice(1).find(Boolean);
  if (boundary === undefined) throw badRequest("can't parse multipart body: no boundary");
  const values: Record<string, string> = {};
  const files = new Map<string, UploadedFile>();
  for (const part of split(body, Buffer.from(`--${boundary}`))) {
    const headersEnd = part.indexOf('\r\n\r\n');
    if (headersEnd < 0) throw badRequest("can't parse multipart body: a part has no headers");
    const headers = part.toString('utf8', 0, headersEnd);
    const content = part.subarray(headersEnd + 4);
    const name = /[;\s]name="([^"]*)"/i.exec(headers)?.[1] ?? '';
    const [, quoted, bare] = /[;\s]filename=(?:"([^"]*)"|([^;\r\n]+))/i.exec(headers) ?? [];
    const fileName = quoted ?? bare;
    if (fileName === undefined) values[name] = content.toString('utf8');
    else {
      const type = /^content-type:\s*(\S+)/im.exec(headers)?.[1] ?? '';
      files.set(name, { bytes: content, contentType: type, fileName });
    }
  }
  return { values, files };
}

/** What stands between the delimiters, without the line breaks that belong to them. */
function split(body: Buffer, delimiter: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const contentStart = start + delimiter.length;
    if (body.toString('latin1', contentStart, contentStart + 2) === '--') return parts;
    const end = body.indexOf(delimiter, contentStart);
    if (end < 0) break;
    parts.push(body.subarray(contentStart + 2, end - 2));
    start = end;
  }
  throw badRequest("can't parse multipart body: no closing boundary");
}
