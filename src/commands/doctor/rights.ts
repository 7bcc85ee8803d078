import { stat } from 'node:fs/promises';
import type { Finding } from './finding.js';

/** Bits of a mode that let the group or others read. */
const OTHERS_READ = 0o044;

/** Whether other users of the machine can read tokens and citizens' files. */
export async function checkRights(dataDir: string): Promise<Finding> {
  const title = 'Права на файли';
  const readable = (
    await Promise.all(
      ['.env', dataDir].map(async (path) => {
        const found = await stat(path).catch(() => undefined);
        return found && (found.mode & OTHERS_READ) !== 0 ? path : undefined;
      }),
    )
  ).filter((path) => path !== undefined);
  if (readable.length === 0)
    return { title, tone: 'ok', sentences: ['Токени й дані бачить лише користувач сервісу.'] };
  return {
    title,
    tone: 'warn',
    sentences: [
      `Інші користувачі сервера можуть читати: ${readable.join(', ')}.`,
      `Що робити: chmod go= ${readable.join(' ')}`,
    ],
  };
}
