import { type Connection, Schema } from 'mongoose';
import type { LeaseStore } from '../services/leases/leases.js';
import { isDuplicateKey } from './connection.js';

interface LeaseDocument {
  readonly _id: string;
  readonly holder: string;
  readonly fence: number;
  readonly until: Date;
}

const leaseSchema = new Schema<LeaseDocument>(
  {
    _id: { type: String, required: true },
    holder: { type: String, required: true },
    fence: { type: Number, required: true },
    until: { type: Date, required: true },
  },
  { collection: 'leases', versionKey: false },
);

/** Leases in the database: one document each, changed only by compare-and-set on holder, fence and end. */
export function createLeaseStore(connection: Connection): LeaseStore {
  const Lease = connection.model('Lease', leaseSchema);
  return {
    async acquire(name, holder, now, until) {
      const taken = await Lease.findOneAndUpdate(
        { _id: name, until: { $lte: now } },
        { $set: { holder, until }, $inc: { fence: 1 } },
        { returnDocument: 'after', lean: true },
      );
      if (taken) return taken.fence;
      try {
        await Lease.create([{ _id: name, holder, fence: 1, until }]);
        return 1;
      } catch (error) {
        if (isDuplicateKey(error)) return undefined;
        throw error;
      }
    },
    async renew(name, holder, fence, until) {
      const { matchedCount } = await Lease.updateOne({ _id: name, holder, fence }, { $set: { until } });
      return matchedCount === 1;
    },
    async release(name, holder, fence) {
      await Lease.updateOne({ _id: name, holder, fence }, { $set: { until: new Date(0) } });
    },
    async expireAll() {
      await Lease.updateMany({}, { $set: { until: new Date(0) } });
    },
  };
}
