import { describe, expect, it } from 'vitest';
import { createIntake } from '../../../../src/services/intake/accept.js';
import type { RawUpdate } from '../../../../src/services/intake/ports.js';

function update(key: string, body = '{}'): RawUpdate {
  return { channel: 'telegram', key, person: key, body };
}

/** A store that keeps arrivals waiting until `open`. */
function slowStore() {
  const inserts: number[] = [];
  const stored = new Set<string>();
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    inserts,
    stored,
    open,
    async insert(updates: readonly RawUpdate[]) {
      inserts.push(updates.length);
      await opened;
      return updates.map(({ key }) => {
        const repeated = stored.has(key);
        stored.add(key);
        return repeated;
      });
    },
  };
}

describe('createIntake', () => {
  it('stores a burst of 2,000 in four writes and acknowledges none before it is stored', async () => {
    const store = slowStore();
    const { accept } = createIntake(
      store,
      () => new Date(),
      () => undefined,
    );
    const acknowledged: string[] = [];
    const burst = Array.from({ length: 2_000 }, async (_, index) => {
      const key = `update-${index}`;
      await accept([update(key)]);
      expect(store.stored).toContain(key);
      acknowledged.push(key);
    });
    expect(acknowledged).toEqual([]);
    store.open();
    await Promise.all(burst);
    expect(acknowledged).toHaveLength(2_000);
    expect(store.inserts).toEqual([500, 500, 500, 500]);
  });

  it('tells each arrival of a shared write what of it was there before', async () => {
    const store = slowStore();
    store.open();
    const { accept } = createIntake(
      store,
      () => new Date(),
      () => undefined,
    );
    await accept([update('one')]);
    const answers = await Promise.all([accept([update('one'), update('two')]), accept([update('three')])]);
    expect(answers).toEqual([[{ repeated: true }, { repeated: false }], [{ repeated: false }]]);
  });

  it('refuses more than it can hold while the database is silent, and takes it afterwards', async () => {
    const store = slowStore();
    const { accept } = createIntake(
      store,
      () => new Date(),
      () => undefined,
    );
    const megabyte = ' '.repeat(1024 * 1024);
    const held = Array.from({ length: 32 }, (_, index) => accept([update(`held-${index}`, megabyte)]));
    await expect(accept([update('too-much')])).rejects.toThrow('does not keep up');
    store.open();
    await Promise.all(held);
    await expect(accept([update('too-much')])).resolves.toEqual([{ repeated: false }]);
  });
});
