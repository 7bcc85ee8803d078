import { type Connection, Schema } from 'mongoose';
import type { SecondFactorStore, StoredSecondFactor } from '../../services/staff/store.js';
import { isDuplicateKey } from '../connection.js';

/** `_id` is the account's. */
type FactorDocument = Omit<StoredSecondFactor, 'staffId' | 'recoveryHashes'> & {
  readonly _id: string;
  readonly recoveryHashes: string[];
};

const factorSchema = new Schema<FactorDocument>(
  {
    _id: { type: String, required: true },
    sealedSecret: { type: String, required: true },
    lastStep: { type: Number, required: true },
    recoveryHashes: { type: [String], required: true },
  },
  { collection: 'secondFactors', versionKey: false },
);

/** Second factors, one an account. */
export function createSecondFactorStore(connection: Connection): SecondFactorStore {
  const Factor = connection.model('SecondFactor', factorSchema);
  return {
    async get(staffId) {
      const document = await Factor.findById(staffId).lean();
      if (!document) return undefined;
      const { _id, ...factor } = document;
      return { staffId: _id, ...factor };
    },
    async among(staffIds) {
      const documents = await Factor.find({ _id: { $in: staffIds } }, { _id: 1 }).lean();
      return new Set(documents.map(({ _id }) => _id));
    },
    async insert({ staffId, recoveryHashes, ...factor }) {
      try {
        await Factor.create([{ _id: staffId, ...factor, recoveryHashes: [...recoveryHashes] }]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async useStep(staffId, step) {
      const { modifiedCount } = await Factor.updateOne(
        { _id: staffId, lastStep: { $lt: step } },
        { $set: { lastStep: step } },
      );
      return modifiedCount === 1;
    },
    async useRecoveryHash(staffId, hash) {
      const { modifiedCount } = await Factor.updateOne(
        { _id: staffId, recoveryHashes: hash },
        { $pull: { recoveryHashes: hash } },
      );
      return modifiedCount === 1;
    },
    async replaceRecoveryHashes(staffId, hashes) {
      await Factor.updateOne({ _id: staffId }, { $set: { recoveryHashes: [...hashes] } });
    },
    async remove(staffId) {
      const { deletedCount } = await Factor.deleteOne({ _id: staffId });
      return deletedCount === 1;
    },
  };
}
