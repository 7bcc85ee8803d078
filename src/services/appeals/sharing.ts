import { type Appeal, type AppealMessage, OPEN_APPEAL_STATUSES } from '../../domain/appeal.js';
import { type Actor, isConcernedWith, SERVICE } from '../../domain/role.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';

/** One answer for everybody who wrote about the same. */
export interface Sharing extends Pick<Appeals, 'shareAnswers'> {
  /** Numbers of the open appeals joined to this one, as far as they are the actor's business. */
  sharers(appeal: Appeal, actor: Actor): Promise<readonly string[]>;
}

/**
 * The answer is stored with the appeal that leads, and in the same write whom else it is for. Each of them then gets a
 * message of its own under the answer's id: however often it is brought there, it is there once, and is sent once by
 * the outbox's key. What a failure interrupts goes on within a minute.
 */
export function createSharing(
  { store, clocks, log }: Pick<DeskDeps, 'store' | 'clocks' | 'log'>,
  { send, repeated }: Pick<Desk, 'send' | 'repeated'>,
): Sharing {
  return {
    async sharers({ number }, actor) {
      const joined = await store.mergedInto(number);
      return joined
        .filter((one) => isAnswerable(one) && isConcernedWith(actor, one.departmentId))
        .map((one) => one.number);
    },

    async shareAnswers(actor = SERVICE) {
      for (const { appeal, unshared } of await store.withUnshared())
        for (const { messageId, number } of unshared) {
          const message = appeal.messages.find(({ id }) => id === messageId);
          if (!message) continue;
          await shareWith(number, appeal, message, actor).catch((error: unknown) =>
            // One that fails must not keep the others back; it is tried again within a minute.
            log.error({ err: error, appeal: number }, 'appeals: a shared answer has not been brought'),
          );
        }
    },
  };

  async function shareWith(
    number: string,
    leader: Appeal,
    message: AppealMessage,
    actor: Actor,
  ): Promise<void> {
    const { id, text, files, authorId, signedById, outgoingNumber } = message;
    const appeal = await store.get(number);
    if (appeal && !(await repeated(appeal, id)) && isAnswerable(appeal)) {
      const by = signedById ?? authorId ?? actor.id;
      const history = { status: 'answered', at: clocks.now(), by } as const;
      const holder =
        appeal.assigneeId === undefined && authorId !== undefined ? { assigneeId: authorId } : {};
      const copy = { id, text, files, authorId, signedById, outgoingNumber, sharedFrom: leader.number };
      await send(appeal, actor, 'share-answer', copy, {
        status: 'answered',
        toSign: null,
        history,
        ...holder,
      });
    }
    await store.markShared(leader.number, id, number);
  }
}

/** Somebody still owes its citizen an answer. */
function isAnswerable({ status, quarantine }: Appeal): boolean {
  return OPEN_APPEAL_STATUSES.includes(status) && quarantine === undefined;
}
