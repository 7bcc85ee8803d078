import type { AccessLimit } from '../../domain/appeal.js';
import { militarySigns } from '../../domain/military.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { conflict } from './refusals.js';

/** What the rule finds in a text by itself; undefined where nothing in it is sensitive. */
export function limitBySigns(text: string, at: Date): AccessLimit | undefined {
  const signs = militarySigns(text);
  return signs.length === 0 ? undefined : { signs, by: 'system', at };
}

/** Limited access: what may help the enemy is seen by those who work with it only. Nothing is told to the citizen. */
export function limitingAppeals(
  { clocks }: Pick<DeskDeps, 'clocks'>,
  { workable, apply, one }: Desk,
): Pick<Appeals, 'limitAccess' | 'openAccess'> {
  return {
    async limitAccess(number, reason, actor) {
      const appeal = await workable(number, actor);
      if (appeal.accessLimit !== undefined) return one(appeal);
      const by = { by: actor.id, at: clocks.now() };
      return apply(appeal, actor, 'limit-access', {
        accessLimit: { signs: [], reason, ...by },
        history: { status: appeal.status, reason, access: 'limited', ...by },
      });
    },

    async openAccess(number, actor) {
      const appeal = await workable(number, actor);
      if (appeal.accessLimit === undefined)
        throw conflict('not-limited', 'Доступ до цього звернення не обмежено.');
      const history = { status: appeal.status, access: 'open', by: actor.id, at: clocks.now() } as const;
      return apply(appeal, actor, 'open-access', { accessLimit: null, history });
    },
  };
}
