import type { AuditEntry } from '../../services/audit/chain.js';
import { AUDIT_ACTION_WORDS } from '../words/audit-words.js';
import { actorName, type Names } from './audit-model.js';

export const CSV_HEADER = [
  '№',
  'Коли (UTC)',
  'Хто',
  'Ідентифікатор',
  'Дія',
  'Назва дії',
  'Що',
  'Було',
  'Стало',
  'Контрольна сума',
] as const;

/** Lines of the book for a spreadsheet. */
export async function* csvRows(
  lines: AsyncIterable<AuditEntry>,
  names: Names,
): AsyncGenerator<readonly (string | null)[]> {
  for await (const line of lines)
    yield [
      String(line.seq),
      line.at.toISOString(),
      actorName(line, names),
      line.actorId,
      AUDIT_ACTION_WORDS[line.action] ?? null,
      line.action,
      line.subject,
      line.before,
      line.after,
      line.hash,
    ];
}

/** Lines of the book as they are kept: whoever has the file can check the hashes. */
export async function* jsonLines(lines: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}
