import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/role.js';
import type { CannedReplies } from '../../../src/services/canned-replies/canned-replies.js';
import { createCannedReplies } from '../../../src/services/canned-replies/service.js';
import { createCannedReplyStore } from '../../../src/storage/appeals/canned-reply-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const HEAD: Actor = { kind: 'staff', id: 'head', name: 'Ірина Бондар', roles: ['head'] };
const MODERATOR: Actor = { kind: 'staff', id: 'moderator', name: 'Олена Коваль', roles: ['moderator'] };
const FILE = {
  fileId: 'a'.repeat(64),
  kind: 'document',
  name: 'Зразок заяви.pdf',
  contentType: 'application/pdf',
  sizeBytes: 9_000,
} as const;
const ACCEPTED = { title: 'Прийняли', text: 'Доброго дня, {ПІБ}!', files: [] };

let database: TestDatabase;
let replies: CannedReplies;
let journal: string[];

beforeAll(async () => {
  database = await aDatabase();
  const { connection } = database;
  replies = createCannedReplies({
    store: createCannedReplyStore(connection),
    departments: async () => [{ id: 'housing' }],
    audit: { record: async ({ action }) => void journal.push(action) },
  });
  await ensureIndexes(connection);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.connection.collection('cannedReplies').deleteMany({});
  journal = [];
});

describe('canned replies', () => {
  it('are kept with department and files, changed and removed, and the audit has it', async () => {
    const { id } = await replies.save(
      undefined,
      { ...ACCEPTED, departmentId: 'housing', files: [FILE] },
      HEAD,
    );
    expect(await replies.get(id)).toEqual({ ...ACCEPTED, id, departmentId: 'housing', files: [FILE] });
    await replies.save(id, { ...ACCEPTED, title: 'Узяли' }, HEAD);
    expect(await replies.list()).toEqual([{ ...ACCEPTED, id, title: 'Узяли', departmentId: undefined }]);
    await replies.remove(id, HEAD);
    await expect(replies.get(id)).rejects.toMatchObject({ kind: 'notFound' });
    expect(journal).toEqual(['canned-reply.add', 'canned-reply.change', 'canned-reply.remove']);
  });

  it('are listed in the order of the Ukrainian alphabet', async () => {
    for (const title of ['Яма', 'Їжа', 'Іграшки', 'Аварія', 'Ґанок', 'Ганок'])
      await replies.save(undefined, { ...ACCEPTED, title }, HEAD);
    const titles = (await replies.list()).map(({ title }) => title);
    expect(titles).toEqual(['Аварія', 'Ганок', 'Ґанок', 'Іграшки', 'Їжа', 'Яма']);
  });

  it('never have the same title twice, also when one is renamed', async () => {
    await replies.save(undefined, ACCEPTED, HEAD);
    const other = await replies.save(undefined, { ...ACCEPTED, title: 'Виконано' }, HEAD);
    const taken = { kind: 'conflict', code: 'canned-reply.title' };
    await expect(replies.save(undefined, ACCEPTED, HEAD)).rejects.toMatchObject(taken);
    await expect(replies.save(other.id, ACCEPTED, HEAD)).rejects.toMatchObject(taken);
  });

  it('are refused: by role, for a department that is not there, with too many files, by a broken id', async () => {
    const kindOf = (work: Promise<unknown>) => expect(work).rejects;
    await kindOf(replies.save(undefined, ACCEPTED, MODERATOR)).toMatchObject({ kind: 'forbidden' });
    await kindOf(replies.save(undefined, { ...ACCEPTED, departmentId: 'moon' }, HEAD)).toMatchObject({
      kind: 'invalid',
    });
    await kindOf(replies.save(undefined, { ...ACCEPTED, files: Array(6).fill(FILE) }, HEAD)).toMatchObject({
      code: 'appeal.files',
    });
    await kindOf(replies.save('x', ACCEPTED, HEAD)).toMatchObject({ kind: 'notFound' });
    expect(journal).toEqual([]);
  });
});
