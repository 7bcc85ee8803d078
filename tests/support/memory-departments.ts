import type { Department } from '../../src/services/appeals/appeals.js';
import type { DepartmentCard, DepartmentStore } from '../../src/services/departments/departments.js';

const BLANK = { phone: '', headName: '', headPosition: '', categories: [], isArchived: false } as const;

/** Departments in memory, in the order they were put. */
export function memoryDepartments(kept: readonly Department[] = []): DepartmentStore {
  const departments = new Map<string, DepartmentCard>(
    kept.map(({ id, name, nameGenitive }) => [id, { ...BLANK, id, name, nameGenitive }]),
  );
  return {
    list: async () => [...departments.values()],
    put: async (department) => {
      for (const other of departments.values()) {
        const categories = other.categories.filter((one) => !department.categories.includes(one));
        departments.set(other.id, { ...other, categories });
      }
      departments.set(department.id, department);
    },
    remove: async (id) => void departments.delete(id),
  };
}
