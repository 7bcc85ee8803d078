import { RATINGS } from '../appeal.js';
import { ACT_ISSUERS, ACT_STAGES, MEDIA_TYPES } from '../publication.js';
import { outcomeKey, ratingKey } from './appeal-lists.js';
import { APPEAL_OUTCOMES } from './appeal-outcome.js';
import { actKey, kindKey, type MaterialKind, mediaKey, WITHOUT_PHOTO_KEY } from './publication-lists.js';
import type { ReportLists, ReportRow } from './rows.js';

/** A number whose parts must add up to it. */
interface Sum {
  readonly total: string;
  readonly isPart: (key: string) => boolean;
}

/** Rows that keep a total from being the sum of its parts. */
export interface Disagreement {
  /** Key of the total */
  readonly total: string;
  readonly totalCount: number;
  readonly partsCount: number;
  /** In the total and in no part, in several parts, or in a part alone */
  readonly rows: readonly ReportRow[];
}

/** Which totals are not the sum of their parts, and because of which rows; a report with any cannot be signed. */
export function disagreements(lists: ReportLists, materialKinds: readonly MaterialKind[]): Disagreement[] {
  return sums(materialKinds).flatMap(({ total, isPart }) => {
    const whole = lists.get(total) ?? [];
    const parts = [...lists].filter(([key]) => isPart(key)).flatMap(([, rows]) => rows);
    const times = new Map<string, number>();
    for (const { id } of parts) times.set(id, (times.get(id) ?? 0) + 1);
    const known = new Set(whole.map(({ id }) => id));
    const rows = [
      ...whole.filter(({ id }) => times.get(id) !== 1),
      ...parts.filter(({ id }) => !known.has(id)),
    ];
    if (rows.length === 0) return [];
    return [{ total, totalCount: whole.length, partsCount: parts.length, rows }];
  });
}

function sums(materialKinds: readonly MaterialKind[]): readonly Sum[] {
  const among = (keys: readonly string[]) => (key: string) => keys.includes(key);
  return [
    {
      total: 'materials',
      isPart: among([
        ...materialKinds.map(kindKey),
        ...(materialKinds.includes('event-report') ? ['photo', WITHOUT_PHOTO_KEY] : []),
      ]),
    },
    {
      total: 'acts',
      isPart: among(ACT_ISSUERS.flatMap((issuer) => ACT_STAGES.map((stage) => actKey({ issuer, stage })))),
    },
    { total: 'media', isPart: among(MEDIA_TYPES.map(mediaKey)) },
    { total: 'appeals', isPart: among(['appeals.official', 'appeals.anonymous']) },
    { total: 'appeals.official', isPart: among(APPEAL_OUTCOMES.map(outcomeKey)) },
    { total: 'appeals', isPart: (key) => key.startsWith('appeals.topic.') },
    { total: 'ratings', isPart: among(RATINGS.map(ratingKey)) },
  ];
}
