import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import type { Subscriber } from '../../domain/subscriber.js';
import type { Audit } from '../audit/audit.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import { allow } from './steps.js';

/** As many as one trial reaches. */
export const TRIAL_RECIPIENTS_MAX = 20;
/** People offered for one name. */
const FOUND_MAX = 10;

/** Colleagues who get a broadcast before others do: subscribers like any other, whom staff have named here. */
export interface TrialRecipients {
  /** In the order they were added; whoever cannot be written to any more is left out */
  list(): Promise<readonly Subscriber[]>;
  /** People with this very address, or whose name begins so. */
  find(q: string, actor: Actor): Promise<readonly Subscriber[]>;
  add(subscriberId: string, actor: Actor): Promise<void>;
  remove(subscriberId: string, actor: Actor): Promise<void>;
}

/** Ids of subscribers in the order they were added. */
export interface TrialRecipientStore {
  list(): Promise<readonly string[]>;
  add(subscriberId: string): Promise<void>;
  remove(subscriberId: string): Promise<void>;
}

export interface TrialRecipientsDeps {
  readonly store: TrialRecipientStore;
  readonly subscribers: Pick<SubscriberStore, 'get' | 'search'>;
  readonly audit: Audit;
}

export function createTrialRecipients({ store, subscribers, audit }: TrialRecipientsDeps): TrialRecipients {
  return {
    list: async () => (await people(await store.list())).filter(canBeWrittenTo),

    async find(q, actor) {
      allow(actor, 'broadcasts.write');
      if (q === '') return [];
      return (await people(await subscribers.search(q, FOUND_MAX)))
        .filter(canBeWrittenTo)
        .slice(0, FOUND_MAX);
    },

    async add(subscriberId, actor) {
      allow(actor, 'broadcasts.write');
      const person = await subscribers.get(subscriberId);
      if (!person || !canBeWrittenTo(person))
        throw new Refusal('invalid', 'trial.unknown', 'Такого підписника немає, або йому не можна написати.');
      if ((await store.list()).length >= TRIAL_RECIPIENTS_MAX)
        throw new Refusal(
          'conflict',
          'trial.too-many',
          `Колег для проб може бути не більше ніж ${TRIAL_RECIPIENTS_MAX}. Приберіть когось.`,
        );
      await store.add(subscriberId);
      await audit.record({ actor, action: 'trial-recipient.add', subject: subscriberId });
    },

    async remove(subscriberId, actor) {
      allow(actor, 'broadcasts.write');
      await store.remove(subscriberId);
      await audit.record({ actor, action: 'trial-recipient.remove', subject: subscriberId });
    },
  };

  async function people(ids: readonly string[]): Promise<readonly Subscriber[]> {
    const found = await Promise.all(ids.map((id) => subscribers.get(id)));
    return found.filter((person) => person !== undefined);
  }
}

function canBeWrittenTo({ status }: Subscriber): boolean {
  return status === 'active' || status === 'pending';
}
