import type { FC } from 'hono/jsx';

/** Rows of one page of a list. */
export const PAGE_SIZE = 50;

export interface PagerModel {
  /** Present when this is not the first page */
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
}

/** Addresses of the neighbouring pages of a list read by cursor, keeping its filters. */
export function pagerModel(
  path: string,
  filter: Readonly<Record<string, string>>,
  cursor: string | undefined,
  nextCursor: string | null,
): PagerModel {
  const at = (extra: Readonly<Record<string, string>>): string => {
    const query = new URLSearchParams({ ...filter, ...extra }).toString();
    return query === '' ? path : `${path}?${query}`;
  };
  return {
    firstHref: cursor === undefined ? undefined : at({}),
    nextHref: nextCursor === null ? undefined : at({ cursor: nextCursor }),
  };
}

export const Pager: FC<{ pager: PagerModel }> = ({ pager: { firstHref, nextHref } }) =>
  firstHref === undefined && nextHref === undefined ? null : (
    <nav class="pagination" aria-label="Сторінки списку">
      {firstHref === undefined ? null : <a href={firstHref}>На початок</a>}
      {nextHref === undefined ? null : <a href={nextHref}>Показати далі</a>}
    </nav>
  );
