import type { StandIns } from '../../domain/absence.js';
import type { Appeal } from '../../domain/appeal.js';
import { unfilledVariables } from '../../domain/canned-reply.js';
import type { Actor } from '../../domain/role.js';
import type { Appeals, Reply } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { needsSignature } from './policy.js';
import { conflict, invalid, mustNotBeWithdrawn, StaleConversation, takenByOther } from './refusals.js';
import type { Sharing } from './sharing.js';
import type { ChangeGuard } from './store.js';

/** The answer into the citizen's chat. */
export function answeringAppeals(
  { policy, standIns, clocks, randomId }: Pick<DeskDeps, 'policy' | 'standIns' | 'clocks' | 'randomId'>,
  { writable, send, repeated }: Desk,
  { sharers, shareAnswers }: Sharing,
): Pick<Appeals, 'reply'> {
  return {
    async reply(number, reply, actor) {
      const appeal = await writable(number, actor);
      const again = await repeated(appeal, reply.requestId);
      if (again) {
        await shareAnswers(actor);
        return again;
      }
      mustNotBeWithdrawn(appeal);
      if (needsSignature(appeal, actor, await policy()))
        throw conflict('signature', 'Відповідь підписує керівник: надішліть її на підпис.');
      checkSeen(appeal, reply);
      checkFilled(reply.text);
      const { text, files, outgoingNumber, requestId: id = randomId() } = reply;
      const history = { status: 'answered', at: clocks.now(), by: actor.id } as const;
      const change = { status: 'answered', toSign: null, history } as const;
      const shareWith = reply.toAll ? await sharers(appeal, actor) : [];
      const sent = await send(
        appeal,
        actor,
        'reply',
        { id, authorId: actor.id, text, files, outgoingNumber },
        { ...change, shareWith, ...(appeal.assigneeId === undefined ? { assigneeId: actor.id } : {}) },
        guardOf(appeal, reply, actor, await standIns()),
      );
      if (shareWith.length > 0) await shareAnswers(actor);
      return sent;
    },
  };
}

/** @throws {StaleConversation} when there is more than the writer has seen */
export function checkSeen({ messages }: Appeal, { seen }: Pick<Reply, 'seen'>): void {
  if (seen !== undefined && seen !== messages.length) throw new StaleConversation(messages.slice(seen));
}

/** @throws {Refusal} invalid: a variable of a canned reply still stands in the text */
export function checkFilled(text: string): void {
  const left = unfilledVariables(text).map((name) => `{${name}}`);
  if (left.length > 0)
    throw invalid('unfilled', `Замініть у тексті ${left.join(', ')}: у цього звернення такого немає.`);
}

/**
 * What must still hold when the answer is written.
 *
 * @throws {Refusal} conflict: it is a colleague's
 */
function guardOf(
  { assigneeId }: Appeal,
  { seen, takeOver }: Reply,
  actor: Actor,
  standIns: StandIns,
): ChangeGuard {
  const guard = { whenMessages: seen };
  if (takeOver || assigneeId === actor.id) return guard;
  if (assigneeId === undefined) return { ...guard, whenFreeFor: actor.id };
  if (!mayStepIn(actor) && standIns.get(assigneeId)?.id !== actor.id) throw takenByOther();
  return guard;
}

function mayStepIn({ roles }: Actor): boolean {
  return roles.some((role) => role === 'administrator' || role === 'head');
}
