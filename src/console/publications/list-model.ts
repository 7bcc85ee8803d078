import { PUBLICATION_KINDS, type Publication } from '../../domain/publication.js';
import type { Page } from '../../lib/page.js';
import type { PublicationCounts } from '../../services/publications/publications.js';
import { type PagerModel, pagerModel } from '../components/pager.js';
import { keptQuery } from '../list-query.js';
import type { CityDates } from '../words/dates.js';
import { formatNumber } from '../words/plural.js';
import {
  ISSUER_WORDS,
  PUBLICATION_KIND_WORDS,
  PUBLICATION_KINDS_WORDS,
  PUBLICATION_STATUS_WORDS,
  STAGE_WORDS,
} from '../words/publication-words.js';
import type { ListFilter } from './list-filter.js';

export interface PublicationCardModel {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** Shown for drafts only */
  readonly status: string | undefined;
  readonly details: string;
}

export interface ListModel {
  readonly filter: ListFilter;
  /** All together, then each kind; the number leads to its list */
  readonly tabs: readonly {
    readonly label: string;
    readonly count: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
  readonly cards: readonly PublicationCardModel[];
  readonly pager: PagerModel;
}

/** @param counts of each kind under the rest of the filter */
export function listModel(
  filter: ListFilter,
  counts: PublicationCounts,
  page: Page<Publication>,
  dates: CityDates,
): ListModel {
  const query = keptQuery(filter);
  const tab = (kind: ListFilter['kind'], label: string, count: number) => ({
    label,
    count: formatNumber(count),
    href: pathOf(kind === '' ? { ...query, kind: undefined } : { ...query, kind }),
    isCurrent: filter.kind === kind,
  });
  return {
    filter,
    tabs: [
      tab('', 'Усі', counts.total),
      ...PUBLICATION_KINDS.map((kind) => tab(kind, PUBLICATION_KINDS_WORDS[kind], counts.kinds[kind])),
    ],
    cards: page.items.map((publication) => cardModel(publication, dates)),
    pager: pagerModel('/publications', query, filter.cursor, page.nextCursor),
  };
}

/** The page of one publication. */
export function publicationHref(id: string): string {
  return `/publications/${id}`;
}

/** «Проєкт рішення № 12, Міська рада», «Новина». */
export function kindOf({ kind, act }: Pick<Publication, 'kind' | 'act'>): string {
  if (!act) return PUBLICATION_KIND_WORDS[kind];
  return `${STAGE_WORDS[act.stage]} №\u00a0${act.number}, ${ISSUER_WORDS[act.issuer]}`;
}

function cardModel(publication: Publication, dates: CityDates): PublicationCardModel {
  const { id, title, status, publishedAt, createdAt, preparedBy } = publication;
  const when = publishedAt ? dates.moment(publishedAt) : `створено ${dates.moment(createdAt)}`;
  return {
    id,
    href: publicationHref(id),
    title,
    status: status === 'draft' ? PUBLICATION_STATUS_WORDS.draft : undefined,
    details: [kindOf(publication), when, preparedBy].filter(Boolean).join(' · '),
  };
}

function pathOf(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const text = new URLSearchParams(given).toString();
  return text === '' ? '/publications' : `/publications?${text}`;
}
