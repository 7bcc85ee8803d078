import { Refusal } from '../../domain/refusal.js';
import { type Actor, can } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import { CALL_BACKS_SHOWN, type CallBackStore, type CallBacks } from './call-backs.js';

export interface CallBacksDeps {
  readonly store: CallBackStore;
  readonly subscribers: Pick<SubscriberStore, 'namesOf'>;
  readonly audit: Audit;
  readonly now: () => Date;
}

/** The use cases of «Подзвоніть мені», for those who answer residents. */
export function createCallBacks({ store, subscribers, audit, now }: CallBacksDeps): CallBacks {
  return {
    async open() {
      const calls = await store.open(CALL_BACKS_SHOWN);
      const names = await subscribers.namesOf(calls.map(({ subscriberId }) => subscriberId));
      return calls.map((call) => ({ ...call, name: names.get(call.subscriberId) }));
    },
    countOpen: () => store.countOpen(),
    async finish(id, note, actor) {
      assertMay(actor);
      if (!(await store.finish(id, { doneAt: now(), doneBy: actor.id, note })))
        throw new Refusal('notFound', 'call-back.unknown', 'Цей дзвінок уже позначено зробленим.');
      await audit.record({ actor, action: 'call-back.finish', subject: id });
    },
  };
}

function assertMay(actor: Actor): void {
  if (!can(actor, 'appeals.write'))
    throw new Refusal('forbidden', 'role', 'Дзвінки позначають ті, хто відповідає на звернення.');
}
