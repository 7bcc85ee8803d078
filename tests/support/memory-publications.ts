import { PUBLICATION_KINDS, type Publication } from '../../src/domain/publication.js';
import type { PublicationFilter } from '../../src/services/publications/publications.js';
import type { PublicationStore } from '../../src/services/publications/store.js';

type Row = Publication & { readonly canonicalUrl: string | undefined };

/** A register in memory: one page, and no search by words. */
export function memoryPublications(): PublicationStore {
  const rows = new Map<string, Row>();
  const byUrl = (url: string | undefined) =>
    url === undefined ? undefined : [...rows.values()].find(({ canonicalUrl }) => canonicalUrl === url);
  const found = (filter: PublicationFilter) =>
    [...rows.values()].filter((row) => fits(row, filter)).reverse();

  return {
    insert: async (publications) =>
      publications.map((publication) => {
        if (byUrl(publication.canonicalUrl)) return undefined;
        const id = (rows.size + 1).toString(16).padStart(24, '0');
        rows.set(id, { ...publication, id });
        return shown(rows.get(id));
      }),
    byCanonicalUrl: async (urls) =>
      new Map(urls.flatMap((url) => (byUrl(url) ? [[url, shown(byUrl(url)) as Publication]] : []))),
    get: async (id) => shown(rows.get(id)),
    list: async (request) => ({
      items: found(request).map((row) => shown(row) as Publication),
      nextCursor: null,
    }),
    async count(filter) {
      const of = found(filter);
      const count = (kind: string) => of.filter((row) => row.kind === kind).length;
      const kinds = Object.fromEntries(PUBLICATION_KINDS.map((kind) => [kind, count(kind)]));
      return { total: of.length, kinds: kinds as Record<Publication['kind'], number> };
    },
    async change(id, change, updatedAt) {
      const before = rows.get(id);
      if (!before) return undefined;
      const other = byUrl(change.canonicalUrl);
      if (other && other.id !== id) return 'taken';
      rows.set(id, { ...before, ...change, updatedAt });
      return shown(rows.get(id));
    },
    async remove(id) {
      const before = rows.get(id);
      rows.delete(id);
      return shown(before);
    },
    async markSent(id, channel, at) {
      const before = rows.get(id);
      if (before) rows.set(id, { ...before, sentIn: { ...before.sentIn, [channel]: at } });
    },
    sameNumber: async ({ issuer, stage, number }) =>
      [...rows.values()].filter(
        ({ act }) => act?.issuer === issuer && act.stage === stage && act.number === number,
      ),
    waitingPhotos: async () => [],
    settlePhoto: async () => {},
  };
}

function fits({ kind, topic, status, publishedAt }: Row, filter: PublicationFilter): boolean {
  const { from, to } = filter;
  return (
    (filter.kind ?? kind) === kind &&
    (filter.topic ?? topic) === topic &&
    (filter.status ?? status) === status &&
    (!from || (publishedAt !== undefined && publishedAt >= from)) &&
    (!to || (publishedAt !== undefined && publishedAt < to))
  );
}

function shown(row: Row | undefined): Publication | undefined {
  if (!row) return undefined;
  const { canonicalUrl: _canonicalUrl, ...publication } = row;
  return publication;
}
