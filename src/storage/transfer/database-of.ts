import type { Connection, mongo } from 'mongoose';

/** The native database below mongoose. @throws when the connection is closed */
export function databaseOf({ db }: Connection): mongo.Db {
  if (!db) throw new Error('the connection is closed');
  return db;
}
