import type { ReportMonth } from '../../domain/report/month.js';
import type { Version } from '../../services/reports/reports.js';

/** What an address of the report's page says besides the month. */
export interface ReportQuery {
  /** The signed version looked at, or «current»; undefined: the newest signed one, else the current one */
  readonly version?: string | undefined;
  /** Key of the number whose list is open */
  readonly list?: string | undefined;
  /** Page of that list, from 1 */
  readonly page?: number | undefined;
  /** Key of the paragraph that the sentence being written follows */
  readonly after?: string | undefined;
}

/** `/reports/2021-03?list=materials#list` */
export function reportHref(month: ReportMonth, query: ReportQuery = {}, fragment?: string): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const search = new URLSearchParams(given).toString();
  return `/reports/${month}${search === '' ? '' : `?${search}`}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** The version an address asks for; anything else is taken as not given. */
export function askedVersion(text: string | undefined): Version {
  if (text === 'current') return 'current';
  return text !== undefined && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 'newest';
}
