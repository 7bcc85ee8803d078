import type { AppealFile } from '../../domain/appeal.js';
import { Refusal } from '../../domain/refusal.js';
import type { Files } from '../files/files.js';

/** What an office sends: letters, tables, scans, photos. Nothing that a phone would run. */
export const ANSWER_FILE_ENDINGS = {
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
} as const;
export type AnswerFileType = keyof typeof ANSWER_FILE_ENDINGS;

/** Far below the 50 MB that Telegram and Viber take of one file: an answer must open on a phone too. */
export const ANSWER_FILES_MAX = { count: 5, totalBytes: 10 * 1024 * 1024 } as const;

/** A file that goes with an answer. */
export interface AnswerFile {
  readonly name: string;
  readonly contentType: AnswerFileType;
  readonly bytes: Uint8Array;
}

/** The type that the ending of a file's name stands for; undefined when the messengers' readers get no such file. */
export function answerFileType(name: string): AnswerFileType | undefined {
  const lower = name.toLowerCase();
  const types = Object.keys(ANSWER_FILE_ENDINGS) as AnswerFileType[];
  return types.find((type) => ANSWER_FILE_ENDINGS[type].some((ending) => lower.endsWith(ending)));
}

/**
 * Keeps the files of an answer; the same bytes are kept once, so a repeat is harmless.
 *
 * @throws {Refusal} invalid: too many or too large together
 */
export async function keepAnswerFiles(
  files: Pick<Files, 'put'>,
  given: readonly AnswerFile[],
): Promise<AppealFile[]> {
  assertAnswerFiles(given.map(({ bytes }) => ({ sizeBytes: bytes.byteLength })));
  const kept: AppealFile[] = [];
  for (const { name, contentType, bytes } of given) {
    const { id: fileId, sizeBytes } = await files.put(bytes, contentType);
    const kind = contentType.startsWith('image/') ? 'photo' : 'document';
    kept.push({ fileId, kind, name, contentType, sizeBytes });
  }
  return kept;
}

/** @throws {Refusal} invalid: more files, or larger ones together, than one answer carries */
export function assertAnswerFiles(files: readonly Pick<AppealFile, 'sizeBytes'>[]): void {
  const totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (files.length <= ANSWER_FILES_MAX.count && totalBytes <= ANSWER_FILES_MAX.totalBytes) return;
  throw new Refusal(
    'invalid',
    'appeal.files',
    'До відповіді можна додати до 5 файлів, разом до 10 МБ. Оберіть їх ще раз.',
  );
}
