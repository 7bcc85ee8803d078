import { Refusal } from '../../domain/refusal.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { maySign } from './policy.js';
import { conflict } from './refusals.js';
import { isVisibleTo } from './visibility.js';

/** What the controller decides about an answer that did not help; the term stays as it was. */
export function reviewingAppeals(
  { store, policy, clocks }: Pick<DeskDeps, 'store' | 'policy' | 'clocks'>,
  { writable, notify, repeated, pages }: Desk,
): Pick<Appeals, 'review' | 'underReview'> {
  return {
    async review(number, { decision, reason, requestId }, actor) {
      const appeal = await writable(number, actor);
      const again = await repeated(appeal, requestId);
      if (again) return again;
      if (!maySign(actor, await policy()))
        throw new Refusal(
          'forbidden',
          'appeal.reviewer',
          'Перевіряти відповіді може керівник або уповноважена особа.',
        );
      if (!appeal.review)
        throw conflict(
          'no-review',
          'Перевіряти нічого: заявник не скаржився на відповідь або її вже перевірили.',
        );
      const status = decision === 'reopened' ? 'in-progress' : appeal.status;
      const history = { status, at: clocks.now(), by: actor.id, reason, review: decision } as const;
      return notify(
        appeal,
        actor,
        'review',
        { kind: 'reviewed', decision, reason, requestId },
        { status, review: null, history },
      );
    },

    async underReview(viewer) {
      const asked = await store.underReview(viewer.departmentIds);
      return pages(asked.filter((appeal) => isVisibleTo(viewer, appeal)));
    },
  };
}
