import { groupBy } from '../../lib/group-by.js';
import type { Act, PublicationKind } from '../publication.js';
import { MEDIA_TYPES, PUBLICATION_KINDS } from '../publication.js';
import type { MonthHandOver, MonthPublication } from './facts.js';
import type { KeyedRows, ReportRow } from './rows.js';

/** Kinds that are counted as materials unless the settings say otherwise: all but acts. */
export const MATERIAL_KINDS = PUBLICATION_KINDS.filter((kind) => kind !== 'act');
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** Keys of the acts' parts: by issuer and stage, as the law numbers them. */
export const actKey = ({ issuer, stage }: Pick<Act, 'issuer' | 'stage'>) => `acts.${issuer}.${stage}`;
export const videoKey = (credit: string) => `videos.${credit}`;
export const greetingKey = (holidayId: string) => `greetings.${holidayId}`;
export const mediaKey = (type: string) => `media.${type}`;
export const kindKey = (kind: PublicationKind) => `materials.${kind}`;
export const WITHOUT_PHOTO_KEY = 'materials.event-report.without-photo';

/** Lists of what the department published. @param materialKinds kinds that count as materials */
export function publicationLists(
  publications: readonly MonthPublication[],
  materialKinds: readonly MaterialKind[],
): KeyedRows[] {
  const materials = publications.filter(({ kind }) => materialKinds.some((counted) => counted === kind));
  const acts = publications.filter(({ kind }) => kind === 'act');
  const ofKind = (kind: PublicationKind) => materials.filter((material) => material.kind === kind);
  const reports = ofKind('event-report');
  const events = publications.filter(({ event }) => event !== undefined);
  return [
    ['materials', rows(materials)],
    ...materialKinds
      .filter((kind) => kind !== 'event-report')
      .map((kind): KeyedRows => [kindKey(kind), rows(ofKind(kind))]),
    ['photo', rows(reports.filter(({ photoCount }) => photoCount > 0))],
    [WITHOUT_PHOTO_KEY, rows(reports.filter(({ photoCount }) => photoCount === 0))],
    ['acts', rows(acts)],
    ...grouped(acts, ({ act }) => (act ? [actKey(act)] : [])),
    ...grouped(
      publications.filter(({ kind }) => kind === 'video'),
      ({ credit }) => (credit ? [videoKey(credit)] : []),
    ),
    ...grouped(
      publications.filter(({ kind }) => kind === 'greeting'),
      ({ holidayIds }) => holidayIds.map(greetingKey),
    ),
    ['public-council', rows(events.filter(({ event }) => event?.kind === 'public-council'))],
    ['events', rows(namedEvents(publications))],
  ];
}

/** Events the report names, in the order entered with them, then by date. */
export function namedEvents(publications: readonly MonthPublication[]): readonly MonthPublication[] {
  const order = ({ event }: MonthPublication) => event?.reportOrder ?? Number.POSITIVE_INFINITY;
  return publications
    .filter(({ event }) => event?.inReport && event.kind !== 'public-council')
    .sort((a, b) => order(a) - order(b) || a.publishedAt.getTime() - b.publishedAt.getTime());
}

/** Lists of hand-overs to outlets: one material to three outlets is three rows. */
export function mediaLists(handOvers: readonly MonthHandOver[]): KeyedRows[] {
  return [
    ['media', handOvers.map(handOverRow)],
    ...MEDIA_TYPES.map(
      (type): KeyedRows => [mediaKey(type), handOvers.filter((one) => one.type === type).map(handOverRow)],
    ),
  ];
}

function grouped(
  publications: readonly MonthPublication[],
  keysOf: (publication: MonthPublication) => readonly string[],
): KeyedRows[] {
  const keyed = publications.flatMap((publication) =>
    keysOf(publication).map((key) => ({ key, row: publicationRow(publication) })),
  );
  return [...groupBy(keyed, ({ key }) => key)].map(([key, ones]) => [key, ones.map(({ row }) => row)]);
}

const rows = (publications: readonly MonthPublication[]) => publications.map(publicationRow);

function publicationRow({ id, publishedAt, title, url, preparedBy, ...rest }: MonthPublication): ReportRow {
  return {
    id,
    at: publishedAt.toISOString(),
    title,
    href: url ?? `/publications/${id}`,
    preparedBy: preparedBy ?? null,
    note: rest.act ? `№\u00A0${rest.act.number}` : (rest.department ?? rest.credit ?? null),
  };
}

function handOverRow(handOver: MonthHandOver): ReportRow {
  const { publicationId, type, outlet, at, title, url, preparedBy } = handOver;
  return {
    id: `${publicationId}/${type}/${outlet}/${at.toISOString()}`,
    at: at.toISOString(),
    title,
    href: url ?? `/publications/${publicationId}`,
    preparedBy: preparedBy ?? null,
    note: outlet,
  };
}
