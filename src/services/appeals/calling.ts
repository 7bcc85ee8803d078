import { workOf } from '../../domain/absence.js';
import type { Appeal } from '../../domain/appeal.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { lostAnswer } from './lost-answer.js';
import { conflict } from './refusals.js';
import { isVisibleTo } from './visibility.js';

/** Older ones have been settled by letter, or by nobody any more. */
const LOOKS_BACK_MS = 90 * 24 * 60 * 60_000;
/** A city loses a few answers a week; with more, something else is wrong and is told elsewhere. */
const LOST_MAX = 200;

/**
 * «Зателефонуйте»: what is left to do when a messenger does not bring an answer. It is read from the outbox each time:
 * an answer that turns out to have arrived is no task, nor is one that another answer followed.
 */
export function callingCitizens(
  {
    store,
    messages,
    standIns,
    clocks,
    randomId,
  }: Pick<DeskDeps, 'store' | 'messages' | 'standIns' | 'clocks' | 'randomId'>,
  { writable, apply, one, pages }: Desk,
): Pick<Appeals, 'lostAnswers' | 'recordCall'> {
  return {
    async lostAnswers(whose, viewer) {
      const since = new Date(clocks.real().getTime() - LOOKS_BACK_MS);
      const lost = await messages.lost(since, LOST_MAX);
      const appeals = await store.ofNumbers([...new Set(lost.map(({ appealNumber }) => appealNumber))]);
      const own = workOf(viewer.id, await standIns());
      const concerned = appeals.filter(
        (appeal) =>
          isVisibleTo(viewer, appeal) &&
          (whose === 'everybody' || own.includes(appeal.assigneeId ?? viewer.id)),
      );
      return (await pages(concerned.toSorted(byDueDate))).flatMap((page) => {
        const messageId = lostAnswer(page.appeal, page.deliveryStates);
        return messageId === undefined ? [] : [{ page, messageId }];
      });
    },

    async recordCall(number, { messageId, note, requestId = randomId() }, actor) {
      const appeal = await writable(number, actor);
      const { deliveryStates } = await one(appeal);
      if (lostAnswer(appeal, deliveryStates) !== messageId)
        throw conflict('no-call', 'Телефонувати вже не треба: хтось це зробив, або відповідь дійшла.');
      const by = { authorId: actor.id, at: clocks.now() };
      return apply(appeal, actor, 'call', {
        call: { messageId, ...by },
        note: { id: requestId, text: `Повідомлено поза месенджером. ${note}`, ...by },
      });
    },
  };
}

function byDueDate(a: Appeal, b: Appeal): number {
  return (a.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) - (b.dueAt?.getTime() ?? Number.POSITIVE_INFINITY);
}
