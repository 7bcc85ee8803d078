import { type Appeal, OPEN_APPEAL_STATUSES } from '../../domain/appeal.js';
import { kindOfNumber } from '../../domain/appeal-number.js';
import { answerClocksOf } from '../../domain/terms/answer-clock.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { conflict, mustNotBeWithdrawn } from './refusals.js';

/** What the citizen hears nothing of: notes, the end of the work, its new beginning. */
export function handlingAppeals(
  { clocks, randomId }: Pick<DeskDeps, 'clocks' | 'randomId'>,
  { writable, apply, one }: Desk,
): Pick<Appeals, 'note' | 'close' | 'reopen'> {
  return {
    async note(number, text, actor, requestId = randomId()) {
      const appeal = await writable(number, actor);
      if (appeal.notes.some(({ id }) => id === requestId)) return one(appeal);
      const note = { id: requestId, authorId: actor.id, text, at: clocks.now() };
      return apply(appeal, actor, 'note', { note });
    },

    async close(number, resolution, actor) {
      const appeal = await writable(number, actor);
      if (appeal.status === 'closed') return one(appeal);
      const answered = appeal.messages.some(({ from, notice }) => from === 'staff' && isDecision(notice));
      if (!answered && owesAnswer(appeal))
        throw conflict('unanswered', 'Спершу надішліть заявникові відповідь: цього вимагає закон.');
      const history = { status: 'closed', at: clocks.now(), by: actor.id, reason: resolution } as const;
      return apply(appeal, actor, 'close', { status: 'closed', toSign: null, history });
    },

    async reopen(number, reason, actor) {
      const appeal = await writable(number, actor);
      mustNotBeWithdrawn(appeal);
      if (OPEN_APPEAL_STATUSES.includes(appeal.status)) return one(appeal);
      const history = { status: 'in-progress', at: clocks.now(), by: actor.id, reason } as const;
      return apply(appeal, actor, 'reopen', { status: 'in-progress', history });
    },
  };
}

/** Nobody owes one to an anonymous message, nor to a comment on a draft. */
function owesAnswer({ number, door }: Appeal): boolean {
  return door !== 'anonymous' && answerClocksOf(kindOfNumber(number)) !== undefined;
}

/** An answer, a return without consideration, or a letter to whom it concerns. */
function isDecision(notice: string | undefined): boolean {
  return notice === undefined || notice === 'returned' || notice === 'forwarded';
}
