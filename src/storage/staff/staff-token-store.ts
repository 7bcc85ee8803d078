import { type Connection, Schema, Types } from 'mongoose';
import { ROLES } from '../../domain/role.js';
import type { ApiTokenStore, StoredApiToken } from '../../services/staff/store.js';
import { cursorId, objectId } from '../cursor.js';

type TokenDocument = Omit<StoredApiToken, 'id' | 'departmentIds' | 'lastUsedAt'> & {
  readonly _id: Types.ObjectId;
  readonly lastUsedAt?: Date;
  /** Absent in tokens from before departments could limit anybody */
  readonly departmentIds?: readonly string[];
};

const tokenSchema = new Schema<TokenDocument>(
  {
    name: { type: String, required: true },
    roles: { type: [{ type: String, enum: ROLES }], required: true },
    departmentIds: { type: [String], default: [] },
    tokenHash: { type: String, required: true },
    createdAt: { type: Date, required: true },
    lastUsedAt: Date,
  },
  { collection: 'apiTokens', versionKey: false },
);
tokenSchema.index({ tokenHash: 1 }, { unique: true });

/** Tokens of integrations, by the hash of their secret. */
export function createStaffTokenStore(connection: Connection): ApiTokenStore {
  const Token = connection.model('ApiToken', tokenSchema);
  return {
    async insert(token) {
      const document = new Token(token);
      await document.save();
      return toToken(document.toObject());
    },
    async findByHash(tokenHash) {
      const document = await Token.findOne({ tokenHash }).lean();
      return document ? toToken(document) : undefined;
    },
    async touch(id, usedAt) {
      await Token.updateOne({ _id: new Types.ObjectId(id) }, { $set: { lastUsedAt: usedAt } });
    },
    async list({ cursor, limit }) {
      const after = cursorId(cursor);
      const documents = await Token.find(after ? { _id: { $gt: after } } : {})
        .sort({ _id: 1 })
        .limit(limit + 1)
        .lean();
      const items = documents.slice(0, limit).map(toToken);
      return { items, nextCursor: documents.length > limit ? (items.at(-1)?.id ?? null) : null };
    },
    async remove(id) {
      const _id = objectId(id);
      if (!_id) return false;
      const { deletedCount } = await Token.deleteOne({ _id });
      return deletedCount === 1;
    },
  };
}

function toToken({ _id, departmentIds = [], lastUsedAt, ...fields }: TokenDocument): StoredApiToken {
  return { ...fields, departmentIds, lastUsedAt, id: _id.toHexString() };
}
