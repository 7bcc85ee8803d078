import { type Connection, type Model, Schema } from 'mongoose';
import type { AppealCategory } from '../../domain/appeal.js';
import { typedModel } from '../typed-model.js';

/** A unit of the council that answers appeals, and what it answers for. */
export interface DepartmentDocument {
  readonly _id: string;
  readonly name: string;
  readonly nameGenitive: string;
  readonly categories: readonly AppealCategory[];
  /** Absent in departments that nobody has written about yet */
  readonly phone?: string;
  readonly headName?: string;
  readonly headPosition?: string;
  readonly isArchived?: boolean;
  readonly order: number;
}

const departmentSchema = new Schema(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    nameGenitive: { type: String, required: true },
    categories: { type: [String], default: [] },
    phone: String,
    headName: String,
    headPosition: String,
    isArchived: Boolean,
    order: { type: Number, required: true },
  },
  { collection: 'departments', versionKey: false },
);

export function departmentModel(connection: Connection): Model<DepartmentDocument> {
  return typedModel(connection, 'Department', departmentSchema);
}
