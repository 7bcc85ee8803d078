import type { AppealFile } from '../domain/appeal.js';
import type { ReplyFile } from '../services/appeals/input.js';
import type { Files } from '../services/files/files.js';

/** Keeps the files of an answer; the same bytes are kept once, so a repeat is harmless. */
export async function storeReplyFiles(
  files: Pick<Files, 'put'>,
  given: readonly ReplyFile[],
): Promise<AppealFile[]> {
  const stored: AppealFile[] = [];
  for (const { name, contentType, content } of given) {
    const { id: fileId, sizeBytes } = await files.put(Buffer.from(content, 'base64'), contentType);
    const kind = contentType.startsWith('image/') ? 'photo' : 'document';
    stored.push({ fileId, kind, name, contentType, sizeBytes });
  }
  return stored;
}
