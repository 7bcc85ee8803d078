import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { mustBeOpen } from './refusals.js';

/** A question of staff: the citizen answers it in the chat, and the work goes on. */
export function askingCitizens(
  { clocks }: Pick<DeskDeps, 'clocks'>,
  { writable, notify, repeated }: Desk,
): Pick<Appeals, 'ask'> {
  return {
    async ask(number, { question, requestId }, actor) {
      const appeal = await writable(number, actor);
      const again = await repeated(appeal, requestId);
      if (again) return again;
      mustBeOpen(appeal);
      const status = 'needs-details';
      return notify(
        appeal,
        actor,
        'ask',
        { kind: 'question', question, requestId },
        { status, history: { status, at: clocks.now(), by: actor.id } },
      );
    },
  };
}
