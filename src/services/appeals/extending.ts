import type { Appeal } from '../../domain/appeal.js';
import { kindOfNumber } from '../../domain/appeal-number.js';
import type { Actor } from '../../domain/role.js';
import { answerClocksOf } from '../../domain/terms/answer-clock.js';
import { dueOf } from '../../domain/terms/due.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { maySign } from './policy.js';
import { conflict, invalid, mustBeOfficial, mustBeOpen, mustNotBeComment } from './refusals.js';

const NO_TERM =
  'Анонімне повідомлення за законом не є зверненням: строку відповіді, який можна продовжити, немає.';

/** A longer term, decided by the head and told to the citizen (Law 393/96-ВР, article 20). */
export function extendingAppeals(
  { policy, colleague, signerOf, clocks, office }: DeskDeps,
  { writable, notify, repeated }: Desk,
): Pick<Appeals, 'extend'> {
  return {
    async extend(number, { reason, decidedBy, requestId }, actor) {
      const appeal = await writable(number, actor);
      const again = await repeated(appeal, requestId);
      if (again) return again;
      mustBeOfficial(appeal, NO_TERM);
      mustNotBeComment(appeal);
      mustBeOpen(appeal);
      const until = await newTerm(appeal);
      const deciderId = await deciderOf(actor, decidedBy);
      const signer = await signerOf(deciderId);
      const history = { status: 'extended', at: clocks.now(), by: deciderId, reason, until } as const;
      return notify(
        appeal,
        actor,
        'extend',
        { kind: 'extended', until, reason, signer, requestId },
        { status: 'extended', dueAt: until, history },
      );
    },
  };

  /** @throws {Refusal} conflict: the whole term that the law allows is given already */
  async function newTerm({ number, registeredAt, dueAt }: Appeal): Promise<Date> {
    const clock = answerClocksOf(kindOfNumber(number))?.extended;
    const until = clock && dueOf(clock, registeredAt, await office())?.dueAt;
    if (dueAt && until && dueAt < until) return until;
    throw conflict('extended', 'Строк уже продовжено настільки, наскільки дозволяє закон.');
  }

  /** @throws {Refusal} invalid: neither the actor nor the one named may decide it */
  async function deciderOf(actor: Actor, decidedBy: string | undefined): Promise<string> {
    const rules = await policy();
    if (decidedBy === undefined || decidedBy === actor.id) {
      if (maySign(actor, rules)) return actor.id;
    } else {
      const decider = await colleague(decidedBy);
      if (decider && maySign({ ...decider, kind: 'staff' }, rules)) return decidedBy;
    }
    throw invalid('decider', 'Строк продовжує керівник: назвіть того, хто прийняв рішення.');
  }
}
