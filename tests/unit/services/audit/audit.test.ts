import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/domain/role.js';
import { createAudit } from '../../../../src/services/audit/audit.js';
import { canonicalJson } from '../../../../src/services/audit/canonical-json.js';
import { type AuditEntry, faultOf } from '../../../../src/services/audit/chain.js';
import { memoryAuditStore } from '../staff/memory-stores.js';

const actor: Actor = { kind: 'staff', id: 'a1', name: 'Ольга Коваль', roles: ['editor'] };
const at = () => new Date('2026-11-23T08:00:00Z');

describe('the audit', () => {
  it('ties every line to the one before, without anybody’s name', async () => {
    const store = memoryAuditStore();
    const audit = createAudit(store, at);
    await audit.record({ actor, action: 'broadcast.approve', subject: 'b1', after: { status: 'approved' } });
    await audit.record({ actor, action: 'broadcast.pause', subject: 'b1' });
    expect(store.entries).toMatchObject([
      { seq: 1, actorId: 'a1', before: null, after: '{"status":"approved"}', previousHash: '0'.repeat(64) },
      { seq: 2, previousHash: store.entries[0]?.hash },
    ]);
    expect(isWhole(store.entries)).toBe(true);
    expect(JSON.stringify(store.entries)).not.toContain('Коваль');
  });

  it('shows that a line was changed or taken out', async () => {
    const store = memoryAuditStore();
    const audit = createAudit(store, at);
    for (const subject of ['b1', 'b2', 'b3'])
      await audit.record({ actor, action: 'broadcast.create', subject });
    const [first, second, third] = store.entries as [AuditEntry, AuditEntry, AuditEntry];
    expect(isWhole([first, { ...second, subject: 'b9' }, third])).toBe(false);
    expect(isWhole([first, third])).toBe(false);
  });

  it('stays whole when several processes write at the same moment', async () => {
    const store = memoryAuditStore();
    const audits = [createAudit(store, at), createAudit(store, at), createAudit(store, at)];
    await Promise.all(
      audits.flatMap((audit, index) =>
        Array.from({ length: 10 }, (_, n) => audit.record({ actor, action: 'x', subject: `${index}-${n}` })),
      ),
    );
    expect(store.entries).toHaveLength(30);
    expect(isWhole(store.entries)).toBe(true);
  });

  it('goes on after a write that failed', async () => {
    const store = memoryAuditStore();
    let broken = true;
    const audit = createAudit(
      {
        ...store,
        append: async (entry) => (broken ? Promise.reject(new Error('disk full')) : store.append(entry)),
      },
      at,
    );
    await expect(audit.record({ actor, action: 'x', subject: '1' })).rejects.toThrow('disk full');
    broken = false;
    await audit.record({ actor, action: 'x', subject: '2' });
    expect(store.entries).toHaveLength(1);
  });
});

describe('canonicalJson', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(record));
        expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)));
      }),
    );
  });
});

function isWhole(entries: readonly AuditEntry[]): boolean {
  return entries.every((entry, index) => faultOf(entry, entries[index - 1]) === undefined);
}
