import type { AnswerToSign, Appeal } from '../../domain/appeal.js';
import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import { checkFilled, checkSeen } from './answering.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { maySign } from './policy.js';
import { conflict, mustBeOpen } from './refusals.js';
import type { Sharing } from './sharing.js';

/** An answer that one drafts and another signs. */
export function signingAnswers(
  { policy, clocks, randomId }: Pick<DeskDeps, 'policy' | 'clocks' | 'randomId'>,
  { writable, apply, send, repeated }: Desk,
  { sharers, shareAnswers }: Sharing,
): Pick<Appeals, 'submitForSignature' | 'sign' | 'sendBack'> {
  return {
    async submitForSignature(number, { text, files, seen, toAll }, actor) {
      const appeal = await writable(number, actor);
      mustBeOpen(appeal);
      checkSeen(appeal, { seen });
      checkFilled(text);
      const at = clocks.now();
      const toSign = { text, files, authorId: actor.id, at, ...(toAll ? { toAll } : {}) };
      const status = 'awaiting-signature';
      const change = { status, toSign, history: { status, at, by: actor.id } } as const;
      return apply(appeal, actor, 'submit-for-signature', {
        ...change,
        ...(appeal.assigneeId === undefined ? { assigneeId: actor.id } : {}),
      });
    },

    async sign(number, { files = [], outgoingNumber, requestId = randomId(), seen }, actor) {
      const appeal = await writable(number, actor);
      const again = await repeated(appeal, requestId);
      if (again) {
        await shareAnswers(actor);
        return again;
      }
      const toSign = await signable(appeal, actor);
      checkSeen(appeal, { seen });
      const { authorId, text } = toSign;
      const shareWith = toSign.toAll ? await sharers(appeal, actor) : [];
      const history = { status: 'answered', at: clocks.now(), by: actor.id } as const;
      const sent = await send(
        appeal,
        actor,
        'sign',
        {
          id: requestId,
          authorId,
          signedById: actor.id,
          text,
          files: [...toSign.files, ...files],
          outgoingNumber,
        },
        { status: 'answered', toSign: null, history, shareWith },
        { whenMessages: seen },
      );
      if (shareWith.length > 0) await shareAnswers(actor);
      return sent;
    },

    async sendBack(number, remark, actor) {
      const appeal = await writable(number, actor);
      await signable(appeal, actor);
      const at = clocks.now();
      const note = { id: randomId(), authorId: actor.id, text: `Повернуто з підпису: ${remark}`, at };
      return apply(appeal, actor, 'send-back', {
        status: 'in-progress',
        toSign: null,
        note,
        history: { status: 'in-progress', at, by: actor.id },
      });
    },
  };

  /** @throws {Refusal} forbidden, conflict */
  async function signable({ toSign }: Appeal, actor: Actor): Promise<AnswerToSign> {
    if (!maySign(actor, await policy()))
      throw new Refusal(
        'forbidden',
        'appeal.signer',
        'Підписувати відповіді може керівник або уповноважена особа.',
      );
    if (!toSign)
      throw conflict('nothing-to-sign', 'На підписі нічого немає: відповідь уже підписали або повернули.');
    return toSign;
  }
}
