import type { Model } from 'mongoose';
import type { AppealStore, NearbyAppeal } from '../../services/appeals/store.js';
import type { AppealDocument } from './appeal-model.js';
import { BY_PLACE, NEWEST_FIRST } from './appeal-order.js';
import type { Filter, Stream } from './appeal-query.js';

/** Read of each street, cell of the map or topic: a week of the largest city. */
const OF_EACH_MAX = 100;
/** What is compared and shown; notes and history stay where they are. */
const FIELDS = {
  number: 1,
  subject: 1,
  status: 1,
  category: 1,
  departmentId: 1,
  place: 1,
  receivedAt: 1,
  mergedInto: 1,
  quarantine: 1,
  accessLimit: 1,
  'messages.from': 1,
  'messages.text': 1,
} as const;

/** Reads appeals that may be about the same: each place and the topic from an index, the newest of each. */
export function createFindNearby(AppealRow: Model<AppealDocument>): AppealStore['nearby'] {
  return async ({ placeKeys, category, since }) => {
    const reads = placeKeys.flatMap((key) => [
      read({ placeKeys: key, open: true }, BY_PLACE, { open: 1, receivedAt: -1 }),
      read({ placeKeys: key, open: false, receivedAt: { $gte: since } }, BY_PLACE, {
        open: 1,
        receivedAt: -1,
      }),
    ]);
    const ofTopic = read({ category }, { category: 1, ...NEWEST_FIRST }, NEWEST_FIRST);
    const found = (await Promise.all([...reads, ofTopic])).flat();
    const isOfLate = ({ receivedAt }: NearbyAppeal) => receivedAt >= since;
    const byNumber = new Map(
      found
        .filter((row) => row.isOpen || isOfLate(row))
        .map(({ isOpen: _isOpen, ...row }) => [row.number, row]),
    );
    return [...byNumber.values()];
  };

  async function read(filter: Filter, hint: Stream['hint'], order: Stream['hint']) {
    const documents = await AppealRow.find(filter, { ...FIELDS, open: 1 })
      .sort(order)
      .hint(hint)
      .limit(OF_EACH_MAX)
      .lean<AppealDocument[]>();
    return documents.map(({ _id, open: isOpen, ...row }) => ({
      ...row,
      isOpen,
      place: row.place,
      mergedInto: row.mergedInto,
      quarantine: row.quarantine,
      accessLimit: row.accessLimit,
    }));
  }
}
