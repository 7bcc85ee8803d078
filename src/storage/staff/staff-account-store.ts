import { type Connection, Schema, Types } from 'mongoose';
import type { Absence } from '../../domain/absence.js';
import { ROLES } from '../../domain/role.js';
import type { StaffAccount, StaffStore } from '../../services/staff/store.js';
import { isDuplicateKey } from '../connection.js';
import { cursorId, objectId } from '../cursor.js';

type AccountDocument = Omit<StaffAccount, 'id' | 'passwordHash' | 'departmentIds' | 'absence'> & {
  /** Absent in accounts from before departments could limit anybody */
  readonly departmentIds?: readonly string[];
  readonly _id: Types.ObjectId;
  /** null: no password yet */
  readonly passwordHash: string | null;
  /** null or absent: none */
  readonly absence?: Absence | null | undefined;
};

const accountSchema = new Schema<AccountDocument>(
  {
    email: { type: String, required: true },
    name: { type: String, required: true },
    position: { type: String, default: '' },
    roles: { type: [{ type: String, enum: ROLES }], required: true },
    departmentIds: { type: [String], default: [] },
    shortcutsOff: Boolean,
    absence: { type: { from: String, to: String, substituteId: String, _id: false } },
    active: { type: Boolean, required: true },
    passwordHash: { type: String, default: null },
    createdAt: { type: Date, required: true },
  },
  { collection: 'staff', versionKey: false },
);
accountSchema.index({ email: 1 }, { unique: true });
accountSchema.index({ 'absence.to': 1 }, { sparse: true });

/** Accounts of the council's staff. */
export function createStaffAccountStore(connection: Connection): StaffStore {
  const Account = connection.model('Staff', accountSchema);
  return {
    count: () => Account.countDocuments({}),

    async get(id) {
      const _id = objectId(id);
      const document = _id && (await Account.findById(_id).lean());
      return document ? toAccount(document) : undefined;
    },

    async findByEmail(email) {
      const document = await Account.findOne({ email }).lean();
      return document ? toAccount(document) : undefined;
    },

    async insert({ passwordHash, ...account }) {
      try {
        const [document] = await Account.create([{ ...account, passwordHash: passwordHash ?? null }]);
        return document && toAccount(document.toObject());
      } catch (error) {
        if (isDuplicateKey(error)) return undefined;
        throw error;
      }
    },

    async change(id, changes) {
      const set = {
        ...changes,
        ...('passwordHash' in changes ? { passwordHash: changes.passwordHash ?? null } : {}),
        ...('absence' in changes ? { absence: changes.absence ?? null } : {}),
      };
      await Account.updateOne({ _id: new Types.ObjectId(id) }, { $set: set });
    },

    async list({ cursor, limit }) {
      const after = cursorId(cursor);
      const documents = await Account.find(after ? { _id: { $gt: after } } : {})
        .sort({ _id: 1 })
        .limit(limit + 1)
        .lean();
      const items = documents.slice(0, limit).map(toAccount);
      return { items, nextCursor: documents.length > limit ? (items.at(-1)?.id ?? null) : null };
    },

    async awaySince(day) {
      const documents = await Account.find({ 'absence.to': { $gte: day }, active: true }).lean();
      return documents.map(toAccount);
    },

    countAdministrators: () =>
      Account.countDocuments({ active: true, roles: 'administrator', passwordHash: { $ne: null } }),
  };
}

function toAccount({
  _id,
  passwordHash,
  absence,
  departmentIds = [],
  ...fields
}: AccountDocument): StaffAccount {
  return {
    ...fields,
    ...(absence ? { absence } : {}),
    departmentIds,
    id: _id.toHexString(),
    passwordHash: passwordHash ?? undefined,
  };
}
