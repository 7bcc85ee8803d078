import type { Appeal } from '../../domain/appeal.js';
import type { Appeals } from './appeals.js';
import type { Block } from './blocks.js';
import type { Desk, DeskDeps } from './desk.js';
import { conflict } from './refusals.js';

const DAY_MS = 24 * 3600 * 1000;

/** Whose messages are looked at first, decided on the page of an appeal. The person is not told. */
export function blockingAppeals(
  { blocks, store, audit, clocks }: Pick<DeskDeps, 'blocks' | 'store' | 'audit' | 'clocks'>,
  { found, workable }: Desk,
): Pick<Appeals, 'block' | 'unblock' | 'blockOf'> {
  return {
    async block(number, { reason, days }, actor) {
      const { subscriberId } = await workable(number, actor);
      if (subscriberId === undefined)
        throw conflict('no-sender', 'Звернення прийшло не з месенджера: блокувати нікого.');
      const at = clocks.now();
      const until = new Date(at.getTime() + days * DAY_MS);
      await blocks.put({ subscriberId, number, reason, until, at, by: actor.id });
      await audit.record({ actor, action: 'appeal.block', subject: number, after: { reason, until } });
    },

    async unblock(number, actor) {
      const block = await shownOn(await workable(number, actor));
      if (!block) throw conflict('not-blocked', 'Цю людину вже розблоковано.');
      await blocks.remove(block.subscriberId);
      const before = { reason: block.reason, until: block.until };
      await audit.record({ actor, action: 'appeal.unblock', subject: number, before });
    },

    blockOf: async (number, viewer) => shownOn(await found(number, viewer)),
  };

  /** What somebody wrote anonymously must not be known by what they signed, nor the other way round. */
  async function shownOn({ number, subscriberId, door }: Appeal): Promise<Block | undefined> {
    const block = subscriberId === undefined ? undefined : await blocks.get(subscriberId);
    if (!block || block.until <= clocks.now()) return undefined;
    if (block.number === number) return block;
    const decidedOn = door === 'anonymous' ? undefined : await store.get(block.number);
    return decidedOn && decidedOn.door !== 'anonymous' ? block : undefined;
  }
}
