import type { Actor } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';
import type { AppealFilter, AppealPage, Appeals } from './appeals.js';
import { mustBeAllowed } from './refusals.js';

/** Appeals read at once. */
const AT_ONCE = 200;
/** More than a council gets in a year: a table of all of them still opens in a spreadsheet. */
export const EXPORT_MAX = 20_000;

/** A table of appeals for other programs of the office. */
export interface AppealExport {
  /**
   * The appeals of a list, in its order, as far as they are the viewer's business; at most `EXPORT_MAX`. Whoever only
   * reads appeals gets no table of them: it holds names and addresses. Written to the audit.
   *
   * @throws {Refusal} forbidden
   */
  begin(filter: AppealFilter, viewer: Actor): Promise<AsyncIterable<AppealPage>>;
}

export function createAppealExport(appeals: Pick<Appeals, 'list'>, audit: Audit): AppealExport {
  return {
    async begin(filter, viewer) {
      mustBeAllowed(viewer);
      // What was looked for may be somebody's name.
      const { q, ...asked } = filter;
      const after = { ...asked, ...(q === undefined ? {} : { searched: true }) };
      await audit.record({ actor: viewer, action: 'appeal.export', subject: 'appeals', after });
      return all(filter, viewer);
    },
  };

  async function* all(filter: AppealFilter, viewer: Actor): AsyncGenerator<AppealPage> {
    let cursor: string | undefined;
    for (let read = 0; read < EXPORT_MAX; read += AT_ONCE) {
      const page = await appeals.list({ ...filter, cursor, limit: AT_ONCE }, viewer);
      yield* page.items;
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  }
}
