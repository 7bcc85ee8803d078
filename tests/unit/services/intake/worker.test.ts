import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../../../src/lib/log.js';
import type { InboxRow } from '../../../../src/services/intake/store.js';
import { IntakeWorker } from '../../../../src/services/intake/worker.js';
import { until } from '../../../support/until.js';

function row(id: string, person: string, attempt = 0): InboxRow {
  return { id, channel: 'telegram', person, body: '{}', receivedAt: new Date(), attempt };
}

/** Works through these rows until `done` says so. @returns what happened, in order */
async function workThrough(
  rows: readonly InboxRow[],
  process: (row: InboxRow) => Promise<void>,
  options: { readonly apologise?: (row: InboxRow) => Promise<void>; readonly entries: number },
): Promise<string[]> {
  const journal: string[] = [];
  const settled = new Set<string>();
  const stopping = new AbortController();
  const worker = new IntakeWorker({
    channel: 'telegram',
    store: {
      waiting: async (_channel, excluding) =>
        rows.filter(({ id }) => !settled.has(id) && !excluding.includes(id)),
      async markDone(id) {
        settled.add(id);
        journal.push(`done ${id}`);
      },
      async markFailed(id, attempt, gaveUp) {
        if (gaveUp) settled.add(id);
        journal.push(`failed ${id} ${attempt}${gaveUp ? ' for good' : ''}`);
      },
    },
    process,
    apologise: options.apologise ?? (async () => undefined),
    real: () => new Date(),
    log: silentLogger,
  });
  const running = worker.run(stopping.signal);
  try {
    await until('the rows', () => journal.length >= options.entries, 5_000);
  } finally {
    stopping.abort();
    await running;
  }
  return journal;
}

describe('IntakeWorker', () => {
  it('handles the rows of one person in order while another person waits for nobody', async () => {
    let freeOlena: () => void = () => undefined;
    const blocked = new Promise<void>((resolve) => {
      freeOlena = resolve;
    });
    const process = async ({ id }: InboxRow) => {
      if (id === 'olena-1') await blocked;
      if (id === 'ihor-1') freeOlena();
    };
    const rows = [row('olena-1', 'olena'), row('olena-2', 'olena'), row('ihor-1', 'ihor')];
    expect(await workThrough(rows, process, { entries: 3 })).toEqual([
      'done ihor-1',
      'done olena-1',
      'done olena-2',
    ]);
  });

  it('sets a row aside after its last try even when the apology fails too', async () => {
    const broken = () => Promise.reject(new Error('no luck'));
    const process = async ({ id }: InboxRow) => (id === 'bad' ? broken() : undefined);
    const rows = [row('bad', 'olena', 4), row('good', 'olena')];
    expect(await workThrough(rows, process, { apologise: broken, entries: 2 })).toEqual([
      'failed bad 5 for good',
      'done good',
    ]);
  });
});
