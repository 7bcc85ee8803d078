import type { Connection } from 'mongoose';
import type { AppealStore } from '../../services/appeals/store.js';
import { DEPARTMENTS_MAX } from '../../services/departments/departments.js';
import { isDuplicateKey } from '../connection.js';
import { departmentModel } from './department-model.js';

/** Where no department is entered yet. */
const NO_DEPARTMENT = 'none';

/** Who answers for what. */
export function createDepartments(
  connection: Connection,
): Pick<AppealStore, 'departments' | 'beginWithDepartments' | 'departmentFor'> {
  const Department = departmentModel(connection);
  return {
    async departments() {
      const documents = await Department.find().sort({ order: 1 }).limit(DEPARTMENTS_MAX).lean();
      return documents.map(({ _id, name, nameGenitive, isArchived = false }) => ({
        id: _id,
        name,
        nameGenitive,
        isArchived,
      }));
    },

    async beginWithDepartments(departments) {
      if ((await Department.findOne().lean()) !== null) return;
      const rows = departments.map(({ id, ...fields }, order) => ({ _id: id, ...fields, order }));
      try {
        await Department.insertMany(rows, { ordered: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error; // another process began at the same moment
      }
    },

    async departmentFor(category) {
      const document =
        (await Department.findOne({ categories: category }).sort({ order: 1 }).lean()) ??
        (await Department.findOne({ isArchived: { $ne: true } })
          .sort({ order: 1 })
          .lean());
      return document?._id ?? NO_DEPARTMENT;
    },
  };
}
