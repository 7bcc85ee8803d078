import type { AppealCategory, AppealNature } from '../../domain/appeal.js';
import { kindOfNumber } from '../../domain/appeal-number.js';
import type { Appeals } from './appeals.js';
import type { Desk } from './desk.js';
import { conflict } from './refusals.js';

/** What staff say that an appeal is; only what is given changes. */
export interface Classification {
  readonly category?: AppealCategory | undefined;
  /** What the law calls it (Law 393/96-ВР, article 3) */
  readonly nature?: AppealNature | undefined;
}

/** What an appeal is about, and what it is by law: the citizen is not asked the second, and may have missed the first. */
export function classifyingAppeals({ writable, apply, one }: Desk): Pick<Appeals, 'classify'> {
  return {
    async classify(number, { category, nature }, actor) {
      const appeal = await writable(number, actor);
      if (nature !== undefined && kindOfNumber(number) !== 'appeal')
        throw conflict('nature', 'Пропозицією, заявою чи скаргою є лише звернення.');
      const isNews =
        (category !== undefined && category !== appeal.category) ||
        (nature !== undefined && nature !== appeal.nature);
      return isNews ? apply(appeal, actor, 'classify', { category, nature }) : one(appeal);
    },
  };
}
