import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT_IN_TOPICS } from '#built/domain/topic.js';
import { connectDatabase, ensureIndexes } from '#built/storage/connection.js';
import { startEmbeddedDatabase } from '#built/storage/embedded/start.js';
import { createPublicationStore } from '#built/storage/publications/publication-store.js';
import { fillRegister, registerQuestions } from '../support/publication-register.js';
import type { Report } from './report.js';

const COUNT = 100_000;
const PAGE = 50;
const RUNS = 5;

/** A large register on the embedded database: the slowest of what staff ask, each the median of five. */
export async function benchPublications(report: Report): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'visnyk-bench-'));
  const database = await startEmbeddedDatabase({ directory: join(directory, 'db') });
  const connection = await connectDatabase(database.uri);
  try {
    const store = createPublicationStore(connection);
    await ensureIndexes(connection);
    await fillRegister(store, COUNT);
    const lists: number[] = [];
    const counts: number[] = [];
    for (const question of registerQuestions(COUNT)) {
      lists.push(await medianMs(() => store.list({ ...question, limit: PAGE, cursor: undefined })));
      counts.push(await medianMs(() => store.count(question, BUILT_IN_TOPICS)));
    }
    const publications = COUNT.toLocaleString('en');
    report(`${publications} publications, slowest list, ms`, Math.max(...lists));
    report(`${publications} publications, slowest counts, ms`, Math.max(...counts));
  } finally {
    await connection.close();
    await database.close();
    await rm(directory, { recursive: true });
  }
}

async function medianMs(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const startedMs = performance.now();
    await ask();
    times.push(performance.now() - startedMs);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}
