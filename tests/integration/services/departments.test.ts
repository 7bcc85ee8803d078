import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/role.js';
import type { Departments } from '../../../src/services/departments/departments.js';
import { createDepartments } from '../../../src/services/departments/service.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { createDepartmentStore } from '../../../src/storage/appeals/department-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { anAppeal, DEPARTMENTS } from '../../support/console/builders.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const HEAD: Actor = { kind: 'staff', id: 'head', name: 'Ірина Бондар', roles: ['head'] };
const FIELDS = {
  name: 'Управління освіти',
  nameGenitive: 'управління освіти',
  phone: '',
  headName: '',
  headPosition: '',
  categories: ['roads'],
} as const;

let database: TestDatabase;
let appeals: ReturnType<typeof createAppealStore>;
let departments: Departments;
let journal: string[];

beforeAll(async () => {
  database = await aDatabase();
  const { connection } = database;
  appeals = createAppealStore(connection);
  departments = createDepartments({
    store: createDepartmentStore(connection),
    hasAppeals: async (departmentId, isOpen) => {
      const request = { departmentId, open: isOpen || undefined, now: new Date(), limit: 1 };
      return (await appeals.list(request)).items.length > 0;
    },
    audit: { record: async ({ action }) => void journal.push(action) },
    randomId: () => 'education',
  });
  await ensureIndexes(connection);
});
afterAll(() => database.close());
beforeEach(async () => {
  journal = [];
  for (const name of ['departments', 'appeals']) await database.connection.collection(name).deleteMany({});
  await appeals.beginWithDepartments(
    DEPARTMENTS.map((department, index) => ({
      ...department,
      categories: index === 0 ? ['roads', 'yards'] : [],
    })),
  );
});

describe('departments', () => {
  it('take over a category: new appeals go to the one that has it now', async () => {
    expect(await appeals.departmentFor('roads')).toBe('housing');
    await departments.save(undefined, FIELDS, HEAD);
    expect(await appeals.departmentFor('roads')).toBe('education');
    expect(await appeals.departmentFor('yards')).toBe('housing');
    expect((await departments.list()).map(({ id }) => id)).toEqual([
      'housing',
      'welfare',
      'communications',
      'education',
    ]);
  });

  it('keep their place and their appeals when renamed', async () => {
    await departments.save('housing', { ...FIELDS, phone: '7-12-34' }, HEAD);
    expect((await departments.list())[0]).toEqual({
      ...FIELDS,
      id: 'housing',
      phone: '7-12-34',
      isArchived: false,
    });
    expect(journal).toEqual(['department.change']);
  });

  it('get nothing new from the archive, not even what is nobody’s', async () => {
    await departments.archive('housing', HEAD);
    expect(await appeals.departmentFor('roads')).toBe('welfare');
    expect((await appeals.departments()).find(({ id }) => id === 'housing')).toMatchObject({
      isArchived: true,
    });
  });

  it('stay while they have appeals: open ones against the archive, any against removal', async () => {
    await appeals.insert(anAppeal({ departmentId: 'housing' }), 'inbox-1');
    await appeals.insert(
      anAppeal({ number: 'Н-2026-000009', departmentId: 'welfare', status: 'closed' }),
      'inbox-2',
    );
    const conflict = { kind: 'conflict' };
    await expect(departments.archive('housing', HEAD)).rejects.toMatchObject(conflict);
    await expect(departments.remove('welfare', HEAD)).rejects.toMatchObject(conflict);
    await departments.archive('welfare', HEAD);
    await departments.remove('communications', HEAD);
    await expect(departments.archive('housing', HEAD)).rejects.toMatchObject({ code: 'department.last' });
  });
});
