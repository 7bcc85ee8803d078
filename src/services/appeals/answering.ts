import type { Actor } from '../../domain/role.js';
import { answerKey } from './answers.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { conflict, takenByOther } from './refusals.js';

/** The answer into the citizen's chat. */
export function answeringAppeals(
  { answers, clocks, randomId }: Pick<DeskDeps, 'answers' | 'clocks' | 'randomId'>,
  { found, writable, apply, one }: Desk,
): Pick<Appeals, 'reply'> {
  return {
    async reply(number, { text, files, requestId }, actor) {
      const appeal = await writable(number, actor);
      const id = requestId ?? randomId();
      const repeated = appeal.messages.find((message) => message.id === id);
      if (repeated) {
        // The first try may have died between storing and queueing; queueing twice sends once.
        await answers.queue(appeal, repeated);
        return one(appeal);
      }
      if (appeal.status === 'withdrawn') throw conflict('withdrawn', 'Заявник відкликав це звернення.');
      const untaken = appeal.assigneeId === undefined;
      if (!untaken && appeal.assigneeId !== actor.id && !mayStepIn(actor)) throw takenByOther();
      const at = clocks.now();
      const outboxKey = answerKey(number, id);
      const message = { id, from: 'staff', authorId: actor.id, text, files, at, outboxKey } as const;
      const answered = await apply(
        appeal,
        actor,
        'reply',
        {
          ...(untaken ? { assigneeId: actor.id } : {}),
          status: 'answered',
          message,
          history: { status: 'answered', at, by: actor.id },
        },
        untaken ? actor.id : undefined,
      );
      await answers.queue(answered.appeal, message);
      return one(await found(number, actor));
    },
  };
}

function mayStepIn({ roles }: Actor): boolean {
  return roles.some((role) => role === 'administrator' || role === 'head');
}
