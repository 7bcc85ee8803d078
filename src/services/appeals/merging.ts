import type { Appeal } from '../../domain/appeal.js';
import type { Actor } from '../../domain/role.js';
import type { AppealPage, Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { conflict, invalid, mustNotBeWithdrawn } from './refusals.js';

/**
 * Appeals about the same: one leads, the others point at it. Each keeps its number, its term and its own answer;
 * each citizen is told once that neighbours wrote too.
 */
export function mergingAppeals(
  { store, clocks }: Pick<DeskDeps, 'store' | 'clocks'>,
  { found, writable, apply, notify, one }: Desk,
): Pick<Appeals, 'merge' | 'gather' | 'separate'> {
  return {
    async merge(number, into, actor) {
      await writable(number, actor);
      const leader = await leaderOf(into, actor);
      if (leader.number === number)
        throw invalid('merge-itself', 'Звернення не можна об’єднати із самим собою.');
      await joinAll([number], leader, actor);
      return one(await found(number, actor));
    },

    async gather(number, others, actor) {
      await writable(number, actor);
      const leader = await leaderOf(number, actor);
      await joinAll(
        [...new Set(others)].filter((other) => other !== leader.number),
        leader,
        actor,
      );
      return one(await found(number, actor));
    },

    async separate(number, actor) {
      const appeal = await writable(number, actor);
      if (appeal.mergedInto !== undefined) return leave(appeal, actor);
      const [heir, ...others] = (await store.mergedInto(number)).toReversed();
      if (!heir) return one(appeal);
      await leave(heir, actor);
      for (const other of others) await join(other, heir, actor);
      return one(await found(number, actor));
    },
  };

  /** Looks at all of them before any is joined, and tells their citizens when all are. @throws {Refusal} */
  async function joinAll(numbers: readonly string[], leader: Appeal, actor: Actor): Promise<void> {
    const appeals = await Promise.all(numbers.map((number) => writable(number, actor)));
    for (const appeal of appeals) mustNotBeWithdrawn(appeal);
    const strangers = appeals.filter(({ mergedInto }) => mergedInto !== leader.number);
    if (strangers.length === 0) return;
    for (const appeal of strangers) {
      for (const follower of await store.mergedInto(appeal.number)) await join(follower, leader, actor);
      await join(appeal, leader, actor);
    }
    await tellAll(leader, actor);
  }

  function leave(appeal: Appeal, actor: Actor): Promise<AppealPage> {
    const history = { status: appeal.status, at: clocks.now(), by: actor.id, mergedInto: null } as const;
    return apply(appeal, actor, 'separate', { mergedInto: null, history });
  }

  /** @throws {Refusal} invalid, so that the field can be mended */
  async function leaderOf(into: string, actor: Actor): Promise<Appeal> {
    const named = await found(into, actor).catch(() => {
      throw invalid('merge-unknown', `Звернення ${into} немає. Перевірте номер.`);
    });
    const leader = named.mergedInto === undefined ? named : await found(named.mergedInto, actor);
    if (leader.status === 'withdrawn') throw conflict('withdrawn', 'Те звернення відкликав його заявник.');
    return leader;
  }

  async function join(appeal: Appeal, leader: Appeal, actor: Actor): Promise<AppealPage> {
    const at = clocks.now();
    const history = { status: appeal.status, at, by: actor.id, mergedInto: leader.number };
    return apply(appeal, actor, 'merge', { mergedInto: leader.number, history });
  }

  /** Tells whoever has not been told; somebody whose own appeals alone were joined has no neighbours. */
  async function tellAll(leader: Appeal, actor: Actor): Promise<void> {
    const cluster = [leader, ...(await store.mergedInto(leader.number))];
    for (const appeal of cluster) {
      const others = cluster.filter((other) => isNeighbour(other, appeal)).length;
      const isTold = appeal.messages.some(({ notice }) => notice === 'joined');
      if (others === 0 || isTold || appeal.status === 'withdrawn') continue;
      const requestId = `joined:${appeal.number}`;
      await notify(
        appeal,
        actor,
        'tell-joined',
        { kind: 'joined', others, dueAt: appeal.dueAt, requestId },
        {},
      );
    }
  }
}

/** Of two that came over the desk nobody knows whether one person wrote both: they count as neighbours. */
function isNeighbour(other: Appeal, { number, subscriberId }: Appeal): boolean {
  return other.number !== number && (subscriberId === undefined || other.subscriberId !== subscriberId);
}
