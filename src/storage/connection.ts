import mongoose, { type Connection } from 'mongoose';

/** How long an operation looks for a database that does not answer before it fails. */
const SERVER_SELECTION_MS = 5_000;
/** How long one operation may take; index builds have their own. */
const SOCKET_MS = 60_000;

/** Connects to a MongoDB or to the embedded database: the same code for both. */
export async function connectDatabase(uri: string): Promise<Connection> {
  return mongoose
    .createConnection(uri, {
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
      serverSelectionTimeoutMS: SERVER_SELECTION_MS,
      socketTimeoutMS: SOCKET_MS,
      maxPoolSize: 32,
      retryWrites: false,
    })
    .asPromise();
}

/** Creates the indexes of every model made on this connection. Safe to repeat. */
export async function ensureIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) await model.createIndexes();
}

/**
 * Whether an error is only a unique index saying that the rows are there already (MongoDB's code 11000). A bulk
 * that failed for any other reason too is not.
 */
export function isDuplicateKey(error: unknown): boolean {
  if (error instanceof mongoose.mongo.MongoBulkWriteError) {
    const writeErrors = [error.writeErrors].flat();
    // None: the whole command failed (no connection, a full disk), and nothing is known to be there.
    return writeErrors.length > 0 && writeErrors.every(({ code }) => code === 11000);
  }
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11000;
}
