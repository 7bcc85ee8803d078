import { type Connection, Types } from 'mongoose';
import { PUBLICATION_KINDS, type PublicationKind } from '../../domain/publication.js';
import type { PublicationCounts } from '../../services/publications/publications.js';
import type { NewPublication, PublicationStore, WaitingPhoto } from '../../services/publications/store.js';
import { isDuplicateKey } from '../connection.js';
import { objectId } from '../cursor.js';
import { encodeTimeCursor } from '../time-cursor.js';
import { type PublicationDocument, publicationModel, toPublication } from './publication-model.js';
import {
  actCountFilter,
  asksForActs,
  asksForWords,
  countFilter,
  listFilter,
  listIndex,
} from './publication-query.js';
import { searchWords } from './publication-search.js';

/** Rows of one insert, addresses of one question. */
const AT_ONCE = 1_000;
/** Acts of one number: this bounds a mistake. */
const SAME_NUMBER_MAX = 10;

/** The register of publications. */
export function createPublicationStore(connection: Connection): PublicationStore {
  const Row = publicationModel(connection);

  return {
    async insert(publications) {
      const documents = publications.map(toDocument);
      const written = new Set<string>();
      for (let from = 0; from < documents.length; from += AT_ONCE) {
        const rows = documents.slice(from, from + AT_ONCE);
        // The driver's own call: mongoose would build a document for each of thousands of rows.
        await Row.collection
          .insertMany(rows as never[], { ordered: false, ignoreUndefined: true })
          .catch((error: unknown) => {
            if (!isDuplicateKey(error)) throw error;
          });
        const ids = rows.map(({ _id }) => _id);
        const kept = await Row.find({ _id: { $in: ids } }, { _id: 1 }).lean<{ _id: Types.ObjectId }[]>();
        for (const { _id } of kept) written.add(_id.toHexString());
      }
      return documents.map((row) => (written.has(row._id.toHexString()) ? toPublication(row) : undefined));
    },

    async byCanonicalUrl(urls, andDeleted) {
      const found = new Map<string, ReturnType<typeof toPublication>>();
      for (let from = 0; from < urls.length; from += AT_ONCE) {
        const asked = { $in: urls.slice(from, from + AT_ONCE) };
        if (andDeleted)
          for (const row of await Row.find({ removedUrl: asked }).lean<PublicationDocument[]>())
            found.set(row.removedUrl ?? '', toPublication(row));
        for (const row of await Row.find({ canonicalUrl: asked }).lean<PublicationDocument[]>())
          found.set(row.canonicalUrl ?? '', toPublication(row));
      }
      return found;
    },

    async get(id) {
      const _id = objectId(id);
      const row = _id && (await Row.findById(_id).lean<PublicationDocument>());
      return row ? toPublication(row) : undefined;
    },

    async list({ cursor, limit, ...filter }) {
      const rows = await Row.find(listFilter(filter, cursor))
        .sort({ listedAt: -1, _id: -1 })
        .hint(listIndex(filter))
        .limit(limit + 1)
        .lean<PublicationDocument[]>();
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const more = rows.length > limit && last;
      return {
        items: page.map(toPublication),
        nextCursor: more ? encodeTimeCursor({ at: last.listedAt, id: last._id }) : null,
      };
    },

    async count(filter, topics) {
      if (asksForActs(filter)) {
        const isOther = filter.kind !== undefined && filter.kind !== 'act';
        return countsOf(
          isOther ? [] : [{ _id: 'act', n: await Row.countDocuments(actCountFilter(filter, topics)) }],
        );
      }
      if (asksForWords(filter)) {
        // Found by the index of words, as in the list: few, and there is no counting them from it alone.
        const rows = await Row.find(countFilter(filter, topics), { kind: 1 })
          .hint(listIndex(filter))
          .lean<{ kind: PublicationKind }[]>();
        return countsOf(rows.map(({ kind }) => ({ _id: kind, n: 1 })));
      }
      const groups = await Row.aggregate<{ _id: PublicationKind; n: number }>([
        { $match: countFilter(filter, topics) },
        { $group: { _id: '$kind', n: { $sum: 1 } } },
      ]);
      return countsOf(groups);
    },

    async change(id, change, updatedAt) {
      const _id = objectId(id);
      const before = _id && (await Row.findOne({ _id, ...NOT_DELETED }).lean<PublicationDocument>());
      if (!before) return undefined;
      const after = { ...before, ...change, updatedAt };
      const derived = {
        listedAt: after.publishedAt ?? after.createdAt,
        words: searchWords(after),
      };
      const fields = Object.entries({ ...change, ...derived, updatedAt });
      const set = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
      const unset = Object.fromEntries(
        fields.filter(([, value]) => value === undefined).map(([name]) => [name, 1]),
      );
      try {
        await Row.collection.updateOne(
          { _id, ...NOT_DELETED } as object,
          { $set: set, ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}) },
          { ignoreUndefined: true },
        );
      } catch (error) {
        if (isDuplicateKey(error)) return 'taken';
        throw error;
      }
      return this.get(id);
    },

    async remove(id, at) {
      const _id = objectId(id);
      const before = _id && (await Row.findOne({ _id, ...NOT_DELETED }).lean<PublicationDocument>());
      if (!before) return undefined;
      const { canonicalUrl } = before;
      await Row.updateOne(
        { _id, ...NOT_DELETED },
        {
          $set: { status: 'deleted', updatedAt: at, ...(canonicalUrl ? { removedUrl: canonicalUrl } : {}) },
          $unset: { canonicalUrl: 1 },
        },
      );
      return toPublication(before);
    },

    async markSent(id, channel, at) {
      const _id = objectId(id);
      if (!_id) return;
      const sentIn = `sentIn.${channel}`;
      await Row.updateOne({ _id, [sentIn]: { $exists: false } }, { $set: { [sentIn]: at, updatedAt: at } });
      await Row.updateOne(
        { _id, status: 'draft' },
        { $set: { status: 'published', publishedAt: at, listedAt: at } },
      );
    },

    async sameNumber({ issuer, stage, number }) {
      const rows = await Row.find({
        'act.number': number,
        'act.issuer': issuer,
        'act.stage': stage,
        ...NOT_DELETED,
      })
        .limit(SAME_NUMBER_MAX)
        .lean<PublicationDocument[]>();
      return rows.map(toPublication);
    },

    async waitingPhotos(limit) {
      const rows = await Row.find({ 'photos.status': 'waiting', ...NOT_DELETED })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<PublicationDocument[]>();
      return rows.flatMap(({ _id, photos }) =>
        photos.flatMap(({ status, sourceUrl, alt }) =>
          status === 'waiting' && sourceUrl !== undefined
            ? [{ publicationId: _id.toHexString(), sourceUrl, alt } satisfies WaitingPhoto]
            : [],
        ),
      );
    },

    async settlePhoto({ publicationId, sourceUrl }, picture) {
      await Row.updateOne(
        {
          _id: new Types.ObjectId(publicationId),
          photos: { $elemMatch: { sourceUrl, status: 'waiting' } },
        },
        {
          $set: {
            'photos.$.status': picture ? 'kept' : 'failed',
            ...(picture ? { 'photos.$.picture': picture } : {}),
          },
        },
      );
    },
  };
}

function countsOf(
  groups: readonly { readonly _id: PublicationKind; readonly n: number }[],
): PublicationCounts {
  const of = new Map<PublicationKind, number>();
  for (const { _id, n } of groups) of.set(_id, (of.get(_id) ?? 0) + n);
  const kinds = Object.fromEntries(PUBLICATION_KINDS.map((kind) => [kind, of.get(kind) ?? 0]));
  return {
    total: groups.reduce((sum, { n }) => sum + n, 0),
    // Built from PUBLICATION_KINDS, so every key is there.
    kinds: kinds as Record<PublicationKind, number>,
  };
}

const NOT_DELETED = { status: { $ne: 'deleted' as const } };

function toDocument({ id, ...publication }: NewPublication): PublicationDocument {
  const { publishedAt, createdAt } = publication;
  return {
    ...publication,
    _id: new Types.ObjectId(id),
    listedAt: publishedAt ?? createdAt,
    words: searchWords(publication),
  } as PublicationDocument; // undefined fields are left out by the driver
}
