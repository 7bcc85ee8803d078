import type { ReceivedFile } from './ports.js';
import type { Say } from './texts.js';

type FailedFile = Extract<ReceivedFile, { ok: false }>;

const MEGABYTE = 1024 * 1024;

/** What to tell about files that did not reach us, each sentence once. */
export function fileFailureNotes(files: readonly ReceivedFile[], say: Say): readonly string[] {
  const notes = files.flatMap((file) => (file.ok ? [] : [failureNote(file, say)]));
  return [...new Set(notes)];
}

function failureNote(file: FailedFile, say: Say): string {
  switch (file.reason) {
    case 'tooLarge':
      return file.sizeBytes === undefined
        ? say('error.fileTooLargeUnknown')
        : say('error.fileTooLarge', { size: Math.ceil(file.sizeBytes / MEGABYTE) });
    case 'forbiddenType':
      return forbiddenTypeNote(file.name, say);
    case 'failed':
      return file.name ? say('error.fileFailed', { name: file.name }) : say('error.fileFailedUnnamed');
  }
}

function forbiddenTypeNote(name: string, say: Say): string {
  const extension = /\.\w{1,10}$/u.exec(name)?.[0];
  return extension ? say('error.fileType', { extension }) : say('error.fileTypeUnknown');
}
