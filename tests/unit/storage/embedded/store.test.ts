import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandError } from '../../../../src/storage/embedded/errors.js';
import { Store } from '../../../../src/storage/embedded/store.js';

const KEY = Buffer.from('a');
/** LMDB takes no key of this length: it stands for any refusal in the middle of a change. */
const REFUSED_KEY = Buffer.alloc(5_000, 1);

describe('a change that LMDB refuses half way', () => {
  let directory: string;
  let store: Store;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'visnyk-store-'));
    store = Store.open(directory, { beforeCommit: () => undefined, afterRollback: () => undefined });
  });
  afterEach(async () => {
    await store.close();
    await rm(directory, { recursive: true });
  });

  it('is taken back with its whole group, even when the refusal was caught on its way', async () => {
    const outcomes = await Promise.allSettled([
      store.write(() => store.put(KEY, Buffer.from('1'))),
      store.write(() => {
        store.put(KEY, Buffer.from('2'));
        try {
          store.put(REFUSED_KEY, Buffer.from('2'));
        } catch {
          throw new CommandError(2, 'as if only this statement had failed');
        }
      }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(store.get(KEY)).toBeUndefined();
  });

  it('does not fail the changes after it', async () => {
    await store.write(() => store.put(REFUSED_KEY, Buffer.from('1'))).catch(() => undefined);
    await store.write(() => store.put(KEY, Buffer.from('3')));
    expect(store.get(KEY)?.toString()).toBe('3');
  });
});
