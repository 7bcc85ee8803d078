import type { Connection } from 'mongoose';
import { databaseOf } from './database-of.js';
import { type Manifest, TransferError } from './manifest.js';

interface MarkDocument {
  readonly _id: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** Imports into this database; not a part of what is exported from it. */
export const MARKS = 'imports';

/** @throws {TransferError} when the database holds anything but the beginning of this same import */
export async function beginTransfer(connection: Connection, { id }: Manifest, now: Date): Promise<void> {
  const database = databaseOf(connection);
  const marks = database.collection<MarkDocument>(MARKS);
  const begun = await marks.findOne({ _id: id, finishedAt: null });
  if (begun) return;
  const found = await database.listCollections({}, { nameOnly: true }).toArray();
  for (const { name } of found) {
    if (name.startsWith('system.') || (await database.collection(name).findOne()) === null) continue;
    throw new TransferError(
      'база вже має дані, а імпорт іде лише в порожню. Для вбудованої бази зупиніть Вісник і приберіть каталог db з DATA_DIR; для MongoDB назвіть у MONGODB_URI іншу базу.',
    );
  }
  await marks.insertOne({ _id: id, startedAt: now, finishedAt: null });
}

export async function finishTransfer(connection: Connection, { id }: Manifest, now: Date): Promise<void> {
  await databaseOf(connection)
    .collection<MarkDocument>(MARKS)
    .updateOne({ _id: id }, { $set: { finishedAt: now } });
}

/** @throws {TransferError} when an import was cut off: half the data must not be served */
export async function assertNoHalfImport(connection: Connection): Promise<void> {
  const half = await databaseOf(connection).collection<MarkDocument>(MARKS).findOne({ finishedAt: null });
  if (half)
    throw new TransferError(
      'імпорт бази не завершено: запустіть npm run db:import ще раз з того самого каталогу',
    );
}
