import type { Appeal } from '../../domain/appeal.js';
import { kindOfNumber } from '../../domain/appeal-number.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { needsSignature } from './policy.js';
import { conflict, mustBeOfficial, mustBeOpen, mustNotBeComment } from './refusals.js';

const NO_APPEAL =
  'Анонімне повідомлення за законом не є зверненням: у ньому не відмовляють і його не повертають. Закрийте його.';

const NO_RETURN =
  'Запит на інформацію не повертають: його задовольняють або відмовляють із поясненням (стаття 22 Закону «Про доступ до публічної інформації»).';

/** Returned for wrongly drawn up appeals, unless staff name another. @see Law 393/96-ВР, article 5 */
const DEFAULT_ARTICLE = 5;
const DEFAULT_ADVICE = 'Доповніть звернення й надішліть його ще раз.';

/** Only what the law on appeals is about (its articles 5 and 8) can be returned without consideration. */
export function isReturnable({ number }: Pick<Appeal, 'number'>): boolean {
  return kindOfNumber(number) === 'appeal';
}

/** The answer «no»: refused (an answer that can be complained about), or returned without consideration. */
export function rejectingAppeals(
  { policy, clocks, randomId }: Pick<DeskDeps, 'policy' | 'clocks' | 'randomId'>,
  { writable, send, notify, repeated }: Desk,
): Pick<Appeals, 'reject'> {
  return {
    async reject(
      number,
      { as, reason, article = DEFAULT_ARTICLE, advice = DEFAULT_ADVICE, requestId },
      actor,
    ) {
      const appeal = await writable(number, actor);
      const again = await repeated(appeal, requestId);
      if (again) return again;
      mustBeOfficial(appeal, NO_APPEAL);
      mustNotBeComment(appeal);
      if (as === 'returned' && !isReturnable(appeal)) throw conflict('request-returned', NO_RETURN);
      mustBeOpen(appeal);
      if (needsSignature(appeal, actor, await policy()))
        throw conflict('signature', 'Про відмову чи повернення вирішує керівник.');
      const change = {
        status: as,
        toSign: null,
        history: { status: as, at: clocks.now(), by: actor.id, reason },
      } as const;
      if (as === 'returned')
        return notify(
          appeal,
          actor,
          'reject',
          { kind: 'returned', reason, article, advice, requestId },
          change,
        );
      const message = { id: requestId ?? randomId(), authorId: actor.id, text: reason, refusal: true };
      return send(appeal, actor, 'reject', message, change);
    },
  };
}
