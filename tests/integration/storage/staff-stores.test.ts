import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/role.js';
import { createAudit } from '../../../src/services/audit/audit.js';
import { faultOf } from '../../../src/services/audit/chain.js';
import { createIdempotency } from '../../../src/services/idempotency/idempotency.js';
import { DEFAULT_SETTINGS } from '../../../src/services/settings/defaults.js';
import { createSettings } from '../../../src/services/settings/settings.js';
import { createStaff } from '../../../src/services/staff/staff.js';
import { createAuditStore } from '../../../src/storage/audit-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createIdempotencyStore } from '../../../src/storage/idempotency-store.js';
import { createSettingsStore } from '../../../src/storage/settings-store.js';
import { createStaffStores } from '../../../src/storage/staff/staff-stores.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const PASSWORD = 'кінь батарея скоба';
const actor: Actor = { kind: 'token', id: 'admin-api-token', name: 'admin', roles: ['administrator'] };
const clock = () => new Date('2026-11-23T08:00:00.123Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

describe('who may act, in the database', () => {
  it('goes from the first link to a signed-in colleague and away again', async () => {
    const stores = createStaffStores(database.connection);
    const auditStore = createAuditStore(database.connection);
    const staff = createStaff({
      stores,
      audit: createAudit(auditStore, clock),
      clocks: { now: clock, real: clock },
      linkAddress: (token) => token,
      key: 'k'.repeat(43),
      departments: async () => [{ id: 'housing' }, { id: 'welfare' }],
      adminApiToken: undefined,
    });
    await ensureIndexes(database.connection);

    const void1 = (await staff.access.firstLink()) ?? '';
    const first = (await staff.access.firstLink()) ?? '';
    expect(await staff.access.open(void1)).toBeUndefined();
    const headId = await staff.access.use(first, {
      email: 'Head@rada.ua',
      name: 'Ольга',
      position: '',
      password: PASSWORD,
    });
    expect(await staff.access.firstLink()).toBeUndefined();
    expect(await staff.signIn({ email: 'head@rada.ua', password: PASSWORD, clientAddress: '::1' })).toBe(
      headId,
    );

    const input = { email: 'm@rada.ua', name: 'Модератор', roles: ['moderator' as const] };
    const { id, link } = await staff.accounts.add(input, actor);
    await expect(staff.accounts.add(input, actor)).rejects.toMatchObject({ code: 'staff.email-taken' });
    await staff.access.use(link, { email: '', name: '', position: '', password: PASSWORD });
    const session = await staff.sessions.start(id, { proof: 'password', from: '' });
    expect((await staff.sessions.find(session))?.actor).toEqual({
      kind: 'staff',
      id,
      name: 'Модератор',
      roles: ['moderator'],
    });

    await expect(staff.accounts.remove(headId, actor)).rejects.toMatchObject({
      code: 'staff.last-administrator',
    });
    await staff.accounts.remove(id, actor);
    expect(await staff.sessions.find(session)).toBeUndefined();
    const { items, nextCursor } = await staff.accounts.list({ limit: 1 });
    expect(items.map(({ email }) => email)).toEqual(['head@rada.ua']);
    const second = await staff.accounts.list({ limit: 1, cursor: nextCursor ?? '' });
    expect(second).toMatchObject({ items: [{ email: 'm@rada.ua', active: false }], nextCursor: null });
    await expect(staff.accounts.list({ limit: 1, cursor: 'x' })).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('keeps until when somebody is away, and forgets it when they are back', async () => {
    const { accounts } = createStaffStores(database.connection);
    const at = clock();
    const fields = { email: 'away@rada.ua', name: 'Олена', position: '', roles: ['moderator'] as const };
    const added = { ...fields, departmentIds: [], active: true, passwordHash: undefined, createdAt: at };
    const id = (await accounts.insert(added))?.id ?? '';
    const absence = { from: '2026-11-24', to: '2026-12-04', substituteId: id };
    await accounts.change(id, { absence });
    expect((await accounts.awaySince('2026-12-04')).map((account) => account.absence)).toEqual([absence]);
    expect(await accounts.awaySince('2026-12-05')).toEqual([]);
    await accounts.change(id, { absence: undefined });
    expect((await accounts.get(id))?.absence).toBeUndefined();
    await accounts.change(id, { absence, active: false });
    expect(await accounts.awaySince('2026-11-24')).toEqual([]);
  });

  it('knows API tokens until they are revoked', async () => {
    const { apiTokens } = createStaff({
      stores: createStaffStores(database.connection),
      audit: createAudit(createAuditStore(database.connection), clock),
      clocks: { now: clock, real: clock },
      linkAddress: (token) => token,
      key: 'k'.repeat(43),
      departments: async () => [{ id: 'housing' }, { id: 'welfare' }],
      adminApiToken: undefined,
    });
    const { id, token } = await apiTokens.create({ name: 'Сайт', roles: ['editor'] }, actor);
    expect(await apiTokens.authenticate(token)).toEqual({
      kind: 'token',
      id,
      name: 'Сайт',
      roles: ['editor'],
    });
    expect((await apiTokens.list({ limit: 5 })).items).toMatchObject([{ id, name: 'Сайт' }]);
    await apiTokens.remove(id, actor);
    expect(await apiTokens.authenticate(token)).toBeUndefined();
    await expect(apiTokens.remove('not-an-id', actor)).rejects.toMatchObject({ kind: 'notFound' });
  });
});

describe('the audit in the database', () => {
  it('stays one whole chain when several processes write', async () => {
    const store = createAuditStore(database.connection);
    const before = await store.last();
    const writers = Array.from({ length: 4 }, () =>
      createAudit(createAuditStore(database.connection), clock),
    );
    await Promise.all(
      writers.flatMap((writer, index) =>
        Array.from({ length: 5 }, (_, n) =>
          writer.record({ actor, action: 'x', subject: `${index}.${n}`, after: { n } }),
        ),
      ),
    );
    const last = await store.last();
    expect(last?.seq).toBe((before?.seq ?? 0) + 20);
    const written = await entriesAfter(before?.seq ?? 0);
    expect(written.every((entry, index) => faultOf(entry, written[index - 1] ?? before) === undefined)).toBe(
      true,
    );
  });
});

describe('idempotency keys in the database', () => {
  const request = { owner: 't1', key: 'k1', fingerprint: 'f1' };
  const answer = { status: 201, contentType: 'application/json', body: '{"id":"1"}' };

  it('give the first answer again for a day, refuse another request, and are taken over from the dead', async () => {
    let now = Date.parse('2026-11-23T08:00:00Z');
    const keys = createIdempotency(createIdempotencyStore(database.connection), () => new Date(now));
    let runs = 0;
    const run = async () => {
      runs += 1;
      return answer;
    };
    expect(await keys.once(request, run)).toEqual(answer);
    expect(await keys.once(request, run)).toEqual(answer);
    expect(runs).toBe(1);
    await expect(keys.once({ ...request, fingerprint: 'f2' }, run)).rejects.toMatchObject({
      code: 'idempotency.other-request',
    });
    now += 24 * 60 * 60_000;
    await keys.once(request, run);
    expect(runs).toBe(2);

    const dies = { ...request, key: 'k2' };
    void keys.once(dies, () => new Promise(() => {}));
    await expect.poll(() => keys.once(dies, run).catch(({ code }) => code)).toBe('idempotency.in-flight');
    now += 2 * 60_000;
    expect(await keys.once(dies, run)).toEqual(answer);
  });

  it('are free again after a refusal or an error', async () => {
    const keys = createIdempotency(createIdempotencyStore(database.connection), clock);
    const other = { ...request, key: 'k3' };
    await expect(keys.once(other, () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(await keys.once(other, async () => ({ ...answer, status: 422 }))).toMatchObject({ status: 422 });
    expect(await keys.once(other, async () => answer)).toEqual(answer);
  });
});

describe('settings in the database', () => {
  it('keep what was given and the defaults of the rest', async () => {
    const settings = createSettings({
      store: createSettingsStore(database.connection),
      audit: createAudit(createAuditStore(database.connection), clock),
      accounts: { get: async () => undefined },
      isTopicUsed: async () => false,
    });
    expect(await settings.get()).toEqual(DEFAULT_SETTINGS);
    await settings.change({ organisation: { cityName: 'Ніжин' } }, actor);
    await settings.change({ organisation: { phone: '7-12-34' } }, actor);
    expect(await settings.get()).toEqual({
      ...DEFAULT_SETTINGS,
      organisation: { ...DEFAULT_SETTINGS.organisation, cityName: 'Ніжин', phone: '7-12-34' },
    });
  });
});

async function entriesAfter(seq: number) {
  const documents = await database.connection.collection('audit').find({}).sort({ _id: 1 }).toArray();
  return documents
    .map(({ _id, ...entry }) => ({ ...entry, seq: Number(_id) }))
    .filter((entry) => entry.seq > seq) as unknown as Parameters<typeof faultOf>[0][];
}
