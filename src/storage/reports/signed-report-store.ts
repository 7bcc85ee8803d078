import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Connection, Schema, type Types } from 'mongoose';
import { canonicalJson } from '../../services/audit/canonical-json.js';
import { hashOf } from '../../services/reports/hash.js';
import type { SignedReportStore, StoredSignature } from '../../services/reports/ports.js';
import type { MonthReport } from '../../services/reports/reports.js';
import { isDuplicateKey } from '../connection.js';
import { typedModel } from '../typed-model.js';

const zip = promisify(gzip);
const unzip = promisify(gunzip);
/** Far more than a month has: what unpacks to more is no report. */
const REPORT_BYTES_MAX = 256 * 1024 * 1024;

type SignedDocument = StoredSignature & {
  readonly _id: Types.ObjectId;
  /** The report as JSON, gzipped: a month of 10,000 rows stays far below a document's 16 MB */
  readonly report: Types.Buffer;
  /** The lists of subscribers likewise, apart: most readers want only their number */
  readonly subscribers: Types.Buffer;
};

const signedSchema = new Schema(
  {
    month: { type: String, required: true },
    version: { type: Number, required: true },
    hash: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    report: { type: Buffer, required: true },
    subscribers: { type: Buffer, required: true },
  },
  { collection: 'signedReports', versionKey: false },
);
// Two people who sign at the same moment: one of them is told to look again.
signedSchema.index({ month: 1, version: 1 }, { unique: true });

/** Signed reports: text, numbers and lists as they were. */
export function createSignedReportStore(connection: Connection): SignedReportStore {
  const Signed = typedModel<SignedDocument>(connection, 'SignedReport', signedSchema);
  return {
    async signatures(month) {
      const documents = await Signed.find({ month }, { report: 0, subscribers: 0, _id: 0 })
        .sort({ version: 1 })
        .lean();
      return documents;
    },
    async report({ month, version, hash }) {
      const document = await Signed.findOne({ month, version }, { report: 1 }).lean();
      if (!document) throw new Error('a signature without its report');
      const report = (await fromPacked(document.report)) as MonthReport; // its hash says that it is what was written
      if (hashOf(report) !== hash) throw new Error(`the signed report ${month}/${version} was changed`);
      return report;
    },
    async subscribers({ month, version }) {
      const document = await Signed.findOne({ month, version }, { subscribers: 1 }).lean();
      if (!document) throw new Error('a signature without its subscribers');
      return (await fromPacked(document.subscribers)) as MonthReport['lists']; // written below only
    },
    async add(signature, report, subscribers) {
      try {
        const lists = { report: await toPacked(report), subscribers: await toPacked(subscribers) };
        await new Signed({ ...signature, ...lists }).save();
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
  };
}

function toPacked(lists: object): Promise<Buffer> {
  return zip(canonicalJson(lists));
}

async function fromPacked(bytes: Types.Buffer): Promise<unknown> {
  return JSON.parse((await unzip(bytes.buffer, { maxOutputLength: REPORT_BYTES_MAX })).toString('utf8'));
}
