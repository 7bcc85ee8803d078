import type { Connection } from 'mongoose';
import { DEPARTMENTS_MAX, type DepartmentStore } from '../../services/departments/departments.js';
import { departmentModel } from './department-model.js';

/** Departments with all that staff write down about them. */
export function createDepartmentStore(connection: Connection): DepartmentStore {
  const Department = departmentModel(connection);

  async function nextOrder(): Promise<number> {
    const last = await Department.findOne().sort({ order: -1 }).lean();
    return (last?.order ?? -1) + 1;
  }

  return {
    async list() {
      const documents = await Department.find().sort({ order: 1 }).limit(DEPARTMENTS_MAX).lean();
      return documents.map(
        ({
          _id,
          order: _place,
          phone = '',
          headName = '',
          headPosition = '',
          isArchived = false,
          ...fields
        }) => ({
          ...fields,
          id: _id,
          phone,
          headName,
          headPosition,
          categories: [...fields.categories],
          isArchived,
        }),
      );
    },

    async put({ id, ...fields }) {
      // Taken away first: a crash in between leaves a category to the first department, never to two.
      await Department.updateMany(
        { _id: { $ne: id }, categories: { $in: fields.categories } },
        { $pull: { categories: { $in: fields.categories } } },
      );
      const order = await nextOrder();
      await Department.updateOne({ _id: id }, { $set: fields, $setOnInsert: { order } }, { upsert: true });
    },

    async remove(id) {
      await Department.deleteOne({ _id: id });
    },
  };
}
