import type { Audit } from '../audit/audit.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { invalid, mustBeAllowed } from './refusals.js';
import { isVisibleTo } from './visibility.js';

/** Comments on draft acts: each is taken into account or not, with the reason; all of one draft are its table. */
export function commentingOnDrafts(
  { store, clocks, audit }: Pick<DeskDeps, 'store' | 'clocks'> & { readonly audit: Audit },
  { writable, apply, pages }: Desk,
): Pick<Appeals, 'consider' | 'commentsOn' | 'takeComments'> {
  const commentsOn: Appeals['commentsOn'] = async (publicationId, viewer) => {
    const comments = await store.commentsOn(publicationId);
    return pages(
      comments.filter(
        (appeal) =>
          isVisibleTo(viewer, appeal) && appeal.quarantine === undefined && appeal.status !== 'withdrawn',
      ),
    );
  };
  return {
    commentsOn,

    async consider(number, { verdict, reason }, actor) {
      const appeal = await writable(number, actor);
      if (appeal.commentsOn === undefined)
        throw invalid('no-comment', 'Це звернення – не зауваження до проєкту акта.');
      if (verdict !== 'taken' && reason === '')
        throw invalid('no-reason', 'Обґрунтуйте, чому зауваження не враховано або враховано лише частково.');
      const consideration = { verdict, reason, by: actor.id, at: clocks.now() };
      return apply(appeal, actor, 'consider', { consideration });
    },

    async takeComments(publicationId, viewer) {
      mustBeAllowed(viewer);
      await audit.record({ actor: viewer, action: 'appeal.export-comments', subject: publicationId });
      return commentsOn(publicationId, viewer);
    },
  };
}
