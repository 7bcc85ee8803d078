import type { StandIns } from '../../domain/absence.js';
import { type Appeal, OPEN_APPEAL_STATUSES } from '../../domain/appeal.js';
import type { Clocks } from '../../lib/clocks.js';
import type { Messages } from '../outbox/messages.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import type { AppealPage } from './appeals.js';
import type { AppealStore } from './store.js';
import { shownAppeal } from './visibility.js';

export interface AppealPagesDeps {
  readonly store: Pick<AppealStore, 'departments'>;
  readonly messages: Pick<Messages, 'states'>;
  readonly subscribers: Pick<SubscriberStore, 'get'>;
  /** Names of staff accounts and tokens, by actor id */
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Who does the work of whom today */
  readonly standIns: () => Promise<StandIns>;
  readonly clocks: Pick<Clocks, 'now'>;
}

/** Appeals with the names and delivery states that staff see beside them. */
export function createAppealPages(deps: AppealPagesDeps) {
  const { store, clocks } = deps;
  return { one, pages };

  async function one(appeal: Appeal): Promise<AppealPage> {
    const [page] = await pages([appeal]);
    if (!page) throw new Error('one appeal gives one page');
    return page;
  }

  async function pages(appeals: readonly Appeal[]): Promise<AppealPage[]> {
    const [departments, names, standIns, states] = await Promise.all([
      store.departments(),
      deps.namesOf([...new Set(appeals.flatMap(staffIds))]),
      deps.standIns(),
      deps.messages.states(
        appeals.flatMap(({ messages }) => messages.flatMap(({ outboxKey }) => outboxKey ?? [])),
      ),
    ]);
    const departmentNames = new Map(departments.map(({ id, name }) => [id, name]));
    return Promise.all(
      appeals.map(async (appeal) => ({
        appeal: shownAppeal(appeal),
        departmentName: departmentNames.get(appeal.departmentId) ?? '',
        assigneeName: appeal.assigneeId === undefined ? undefined : names.get(appeal.assigneeId),
        standIn: appeal.assigneeId === undefined ? undefined : standIns.get(appeal.assigneeId),
        citizenName: appeal.applicant?.fullName ?? (await nameInChat(appeal)),
        overdue: isOpen(appeal) && appeal.dueAt !== undefined && appeal.dueAt < clocks.now(),
        deliveryStates: new Map(
          appeal.messages.flatMap(({ id, outboxKey }) => {
            const state = outboxKey === undefined ? undefined : states.get(outboxKey);
            return state ? [[id, state] as const] : [];
          }),
        ),
        staffNames: names,
      })),
    );
  }

  /** Whoever wrote anonymously is not named. */
  async function nameInChat({ door, subscriberId }: Appeal): Promise<string | undefined> {
    if (door === 'anonymous' || subscriberId === undefined) return undefined;
    return (await deps.subscribers.get(subscriberId))?.name;
  }
}

function isOpen({ status }: Appeal): boolean {
  return OPEN_APPEAL_STATUSES.includes(status);
}

function staffIds({ assigneeId, messages, notes, history, toSign }: Appeal): string[] {
  return [
    assigneeId,
    toSign?.authorId,
    ...messages.flatMap(({ authorId, signedById }) => [authorId, signedById]),
    ...notes.map(({ authorId }) => authorId),
    ...history.flatMap(({ by, assigneeId: given, told = [] }) => [by, given, ...told]),
  ].filter((id) => id !== undefined);
}
