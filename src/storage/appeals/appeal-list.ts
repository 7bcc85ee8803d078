import type { Model } from 'mongoose';
import type { Page, PageRequest } from '../../lib/page.js';
import type { AppealView, StoredFilter } from '../../services/appeals/store.js';
import { encodeTimeCursor } from '../time-cursor.js';
import type { AppealDocument } from './appeal-model.js';
import {
  type Asking,
  behind,
  type Filter,
  isQueue,
  orderOf,
  type Stream,
  streamsOf,
} from './appeal-query.js';
import { type Asked, askedOf } from './appeal-search.js';
import type { AppealWords } from './appeal-words.js';

/** Words that a beginning may stand for; each is looked for by itself. */
const ENDINGS_MAX = 8;

type Row = Pick<AppealDocument, '_id' | 'queueAt'>;

/** Reads pages of appeals: every stream from an index in the order of the list, merged. */
export function createAppealList(
  AppealRow: Model<AppealDocument>,
  words: Pick<AppealWords, 'beginningWith'>,
) {
  return { page, countUpTo };

  async function page({
    cursor,
    limit,
    q,
    ...asking
  }: PageRequest & StoredFilter & AppealView): Promise<Page<AppealDocument>> {
    const streams = await searchedStreams(asking, q);
    const read = streams.map(({ filter, hint }) =>
      AppealRow.find({ $and: [filter, behind(cursor, asking)] })
        .sort(orderOf(asking))
        .hint(hint)
        .limit(limit + 1)
        .lean<AppealDocument[]>(),
    );
    const rows = merged(await Promise.all(read), asking);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? cursorAt(last, asking) : null };
  }

  /** How many there are, counted no further than `max`: a long count helps nobody to choose. */
  async function countUpTo({ q, ...asking }: StoredFilter & AppealView, max: number): Promise<number> {
    const found = (await searchedStreams(asking, q)).map(({ filter, hint }) =>
      AppealRow.find(filter, { _id: 1, queueAt: 1 }).hint(hint).limit(max).lean<Row[]>(),
    );
    return Math.min(max, merged(await Promise.all(found), asking).length);
  }

  async function searchedStreams(asking: Asking, question: string | undefined): Promise<Stream[]> {
    const streams = streamsOf(asking);
    if (question === undefined) return streams;
    const asked = askedOf(question, asking.now);
    const { numbers } = asked;
    // Words tell more than any other condition: the rest is asked of the few that have them.
    const everywhere = { $and: streams.map(({ filter }) => filter) };
    const narrowed = streams.length === 1 ? everywhere : { $or: streams.map(({ filter }) => filter) };
    return [
      ...(numbers.length > 0
        ? [{ filter: { number: { $in: [...numbers] }, ...narrowed }, hint: { number: 1 as const } }]
        : []),
      ...(await Promise.all(
        (
          await readings(asked)
        ).map(async (stems) => ({
          filter: { $and: [...(await rarestFirst(stems)), narrowed] },
          hint: { stems: 1 as const, ...orderOf(asking) },
        })),
      )),
    ];
  }

  /** What the question may mean: its words as they are, and with the last one going on in some way. */
  async function readings({ stems, beginning }: Asked): Promise<readonly (readonly string[])[]> {
    if (stems.length === 0) return [];
    if (beginning === undefined) return [stems];
    const endings = await words.beginningWith(beginning.letters, ENDINGS_MAX);
    const others = endings.filter((ending) => ending !== beginning.stem);
    return [stems, ...others.map((ending) => stems.map((stem) => (stem === beginning.stem ? ending : stem)))];
  }

  /** The index serves the first word, and the others are looked for in what it finds. */
  async function rarestFirst(stems: readonly string[]): Promise<Filter[]> {
    if (stems.length === 1) return stems.map((stem) => ({ stems: stem }));
    const counted = await Promise.all(
      stems.map(async (stem) => ({ stem, count: await AppealRow.countDocuments({ stems: stem }) })),
    );
    return counted.sort((a, b) => a.count - b.count).map(({ stem }) => ({ stems: stem }));
  }
}

/** One list of several, each row once, in their order. */
function merged<T extends Row>(lists: readonly (readonly T[])[], asking: Asking): readonly T[] {
  const [only, ...others] = lists;
  if (only && others.length === 0) return only;
  const rows = new Map(lists.flat().map((row) => [row._id.toHexString(), row]));
  const byId = (a: T, b: T) => (a._id.toHexString() < b._id.toHexString() ? -1 : 1);
  return [...rows.values()].sort((a, b) =>
    isQueue(asking) ? a.queueAt.getTime() - b.queueAt.getTime() || byId(a, b) : byId(b, a),
  );
}

function cursorAt({ queueAt, _id }: Row, asking: Asking): string {
  return isQueue(asking) ? encodeTimeCursor({ at: queueAt, id: _id }) : _id.toHexString();
}
