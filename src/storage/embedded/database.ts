import { Catalogue } from './catalogue.js';
import { Cursors } from './cursors.js';
import { claimDirectory, releaseDirectory } from './holder.js';
import { Store } from './store.js';
import { Sweeper } from './sweeper.js';

/** Writes one line for whoever runs the service. Never values of a filter: they may be a person's. */
export type LogLine = (line: string) => void;

/** Everything the commands share: the store, what is in it, and the open cursors. */
export interface Database {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly cursors: Cursors;
  readonly log: LogLine;
  close(): Promise<void>;
}

/**
 * Opens the files of a directory and holds it until `close`.
 *
 * @param socketPath written down for whoever finds the directory held
 * @throws {DirectoryInUse}
 */
export async function openDatabase(directory: string, socketPath: string, log: LogLine): Promise<Database> {
  const parts: { catalogue?: Catalogue } = {};
  const store = Store.open(directory, {
    beforeCommit: () => parts.catalogue?.save(),
    afterRollback: () => parts.catalogue?.reload(),
  });
  await claimDirectory(store, directory, socketPath).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const sweeper = new Sweeper(store);
  const catalogue = new Catalogue(store, sweeper);
  parts.catalogue = catalogue;
  const cursors = new Cursors();
  await store.write(() => catalogue.dropUnfinishedIndexes());
  sweeper.start();
  return {
    store,
    catalogue,
    cursors,
    log,
    async close() {
      cursors.closeAll();
      await sweeper.stop();
      await releaseDirectory(store);
      await store.close();
    },
  };
}
