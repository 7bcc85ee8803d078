import type { z } from '@hono/zod-openapi';
import type { AppealFile } from '../domain/appeal.js';
import { keepAnswerFiles } from '../services/appeals/answer-files.js';
import type { fileInput } from '../services/appeals/input.js';
import type { Files } from '../services/files/files.js';

/** Files that came in the body of a request, kept. @throws {Refusal} invalid: too many or too large together */
export function keepSentFiles(
  files: Pick<Files, 'put'>,
  given: z.output<typeof fileInput> = [],
): Promise<AppealFile[]> {
  const decoded = given.map(({ content, ...file }) => ({ ...file, bytes: Buffer.from(content, 'base64') }));
  return keepAnswerFiles(files, decoded);
}
