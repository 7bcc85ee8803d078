import { describe, expect, it } from 'vitest';
import type { RowWork } from '../../../../src/services/intake/row-work.js';
import type { InboxRow } from '../../../../src/services/intake/store.js';
import { IntakeWorker } from '../../../../src/services/intake/worker.js';
import { silentLogger } from '../../../support/silent-logger.js';
import { until } from '../../../support/until.js';

function row(id: string, person: string, attempt = 0): InboxRow {
  return { id, channel: 'telegram', person, body: '{}', receivedAt: new Date(), attempt };
}

/** Works through these rows until `done` says so. @returns what happened, in order */
async function workThrough(
  rows: readonly InboxRow[],
  process: (row: InboxRow, work: RowWork) => Promise<void>,
  options: { readonly apologise?: (row: InboxRow) => Promise<void>; readonly entries: number },
): Promise<string[]> {
  const journal: string[] = [];
  const settled = new Set<string>();
  const stopping = new AbortController();
  const worker = new IntakeWorker({
    channel: 'telegram',
    store: {
      waiting: async (_channel, _queue, { ids, people = [] }, limit) =>
        rows
          .filter(({ id, person }) => !settled.has(id) && !ids.includes(id) && !people.includes(person))
          .slice(0, limit),
      async markDone(ids) {
        for (const id of ids) settled.add(id);
        journal.push(...ids.map((id) => `done ${id}`));
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

  it('goes on with others while any number of people wait for their files', async () => {
    let deliver: () => void = () => undefined;
    const files = new Promise<void>((resolve) => {
      deliver = resolve;
    });
    const process = async ({ id }: InboxRow, { stepAside }: RowWork) => {
      if (id.startsWith('photo')) await stepAside(() => files);
      if (id === 'text') deliver();
    };
    const photos = Array.from({ length: 200 }, (_, index) => row(`photo-${index}`, `person-${index}`));
    const journal = await workThrough([...photos, row('text', 'ihor')], process, { entries: 201 });
    expect(journal[0]).toBe('done text');
  });

  it('lets nobody wait for the end of a flood from one person', async () => {
    const flood = Array.from({ length: 500 }, (_, index) => row(`flood-${index}`, 'olena'));
    const journal = await workThrough([...flood, row('ihor-1', 'ihor')], async () => undefined, {
      entries: 501,
    });
    expect(journal.indexOf('done ihor-1')).toBeLessThan(40);
    expect(journal.filter((entry) => entry !== 'done ihor-1')).toEqual(flood.map(({ id }) => `done ${id}`));
  });

  it('leaves what still waits for its turn to the next start', async () => {
    const stopping = new AbortController();
    const begun: string[] = [];
    const worker = new IntakeWorker({
      channel: 'telegram',
      store: {
        waiting: async (_channel, _queue, { ids }) =>
          ids.length === 0 ? [row('1', 'olena'), row('2', 'olena')] : [],
        markDone: async () => undefined,
        markFailed: async () => undefined,
      },
      async process({ id }) {
        begun.push(id);
        stopping.abort();
      },
      apologise: async () => undefined,
      real: () => new Date(),
      log: silentLogger,
    });
    await worker.run(stopping.signal);
    expect(begun).toEqual(['1']);
  });
});
