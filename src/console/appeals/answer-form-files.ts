import { Refusal } from '../../domain/refusal.js';
import { type AnswerFile, answerFileType } from '../../services/appeals/answer-files.js';

/** As the citizen will see it. */
const NAME_MAX = 120;

/**
 * Files that were chosen in the form of an answer. The type is told by the name: browsers know it no better.
 *
 * @throws {Refusal} invalid: a kind of file that is not sent to citizens
 */
export async function readAnswerFiles(form: FormData): Promise<AnswerFile[]> {
  const chosen = form.getAll('files').filter((value) => typeof value !== 'string' && value.name !== '');
  const files: AnswerFile[] = [];
  for (const file of chosen as File[]) {
    const contentType = answerFileType(file.name);
    if (contentType === undefined) {
      throw new Refusal(
        'invalid',
        'appeal.file-type',
        `Файл «${file.name}» надіслати не можна. Підійдуть PDF, Word (docx), Excel (xlsx), JPEG та PNG.`,
      );
    }
    files.push({ name: shortName(file.name), contentType, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  return files;
}

/** Keeps the ending, which tells the phone how to open it. */
function shortName(name: string): string {
  if (name.length <= NAME_MAX) return name;
  const ending = name.slice(name.lastIndexOf('.'));
  return `${name.slice(0, NAME_MAX - ending.length - 1)}…${ending}`;
}
