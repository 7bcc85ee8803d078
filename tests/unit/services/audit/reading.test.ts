import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/domain/role.js';
import { createAudit } from '../../../../src/services/audit/audit.js';
import { createAuditReading } from '../../../../src/services/audit/reading.js';
import { memoryAuditStore } from '../staff/memory-stores.js';

const HEAD: Actor = { kind: 'staff', id: 'head', name: 'Ірина Бондар', roles: ['head'] };
const EDITOR: Actor = { ...HEAD, id: 'editor', roles: ['editor'] };

/** A book of `count` lines, more than are read at a time. */
async function aBook(count: number) {
  const store = memoryAuditStore();
  const audit = createAudit(store, () => new Date('2026-11-23T08:00:00Z'));
  for (let n = 1; n <= count; n += 1)
    await audit.record({ actor: n % 2 ? HEAD : EDITOR, action: 'broadcast.pause', subject: `b${n}` });
  return { store, reading: createAuditReading(store, audit) };
}

describe('the check of the book', () => {
  it('finds a whole book whole, over more lines than are read at a time', async () => {
    const { reading, store } = await aBook(1_100);
    expect(await reading.verify(HEAD)).toEqual({
      count: 1_100,
      broken: [],
      brokenCount: 0,
      lastHash: store.entries.at(-1)?.hash,
    });
  });

  it('names the line that was changed, and no other', async () => {
    const { reading, store } = await aBook(20);
    Object.assign(store.entries[6] ?? {}, { subject: 'b9' });
    expect((await reading.verify(HEAD)).broken).toEqual([{ seq: 7, fault: 'changed' }]);
  });

  it('names the line before which others were taken out', async () => {
    const { reading, store } = await aBook(20);
    store.entries.splice(4, 3);
    expect((await reading.verify(HEAD)).broken).toEqual([{ seq: 8, fault: 'missing-before' }]);
  });

  it('names at most twenty, and counts the rest', async () => {
    const { reading, store } = await aBook(50);
    for (const entry of store.entries) Object.assign(entry, { actorId: 'nobody' });
    const report = await reading.verify(HEAD);
    expect([report.broken.length, report.brokenCount]).toEqual([20, 50]);
  });
});

describe('reading the book', () => {
  it('turns its pages newest first, by who did it', async () => {
    const { reading } = await aBook(10);
    const first = await reading.list({ actorId: 'head', limit: 3 }, HEAD);
    const second = await reading.list({ actorId: 'head', limit: 3, cursor: first.nextCursor ?? '' }, HEAD);
    expect([...first.items, ...second.items].map(({ seq }) => seq)).toEqual([9, 7, 5, 3, 1]);
    expect(second.nextCursor).toBeNull();
  });

  it('gives every line as a file, and notes in the book who took it', async () => {
    const { reading, store } = await aBook(1_100);
    let count = 0;
    for await (const _line of await reading.export({ subject: undefined }, HEAD)) count += 1;
    expect(count).toBe(1_101);
    expect(store.entries.at(-1)).toMatchObject({ action: 'audit.export', actorId: 'head' });
  });

  it('is for the head and administrators', async () => {
    const { reading } = await aBook(1);
    const refused = { kind: 'forbidden' };
    await expect(reading.list({ limit: 1 }, EDITOR)).rejects.toMatchObject(refused);
    await expect(reading.verify(EDITOR)).rejects.toMatchObject(refused);
    await expect(reading.export({}, EDITOR)).rejects.toMatchObject(refused);
  });
});
