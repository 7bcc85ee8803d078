import type { Broadcast } from '../../domain/broadcast.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import { Refusal } from '../../domain/refusal.js';
import type { Messages } from '../outbox/messages.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import type { Broadcasts } from './broadcasts.js';
import { allow, type Steps } from './steps.js';

export interface TrialDeps {
  readonly subscribers: Pick<SubscriberStore, 'find'>;
  readonly messages: Messages;
  readonly contentOf: (broadcast: Broadcast, locale: Locale) => OutgoingContent;
  readonly randomId: () => string;
  readonly steps: Steps;
}

/** Sends a broadcast as it is to a few known people, outside its audience and its counts. */
export function createTrial(deps: TrialDeps): Pick<Broadcasts, 'test'> {
  return {
    async test(id, to, actor) {
      allow(actor, 'broadcasts.write');
      const broadcast = await deps.steps.found(id);
      const people = await Promise.all(
        to.map(({ channel, address }) => deps.subscribers.find(channel, address)),
      );
      const known = people.filter((person) => person !== undefined);
      if (known.length < to.length)
        throw new Refusal(
          'invalid',
          'broadcast.test-address',
          'Серед адрес є невідомі: людина має спершу написати боту.',
        );
      await deps.messages.enqueue(
        known.map(({ id: subscriberId, channel, address, locale }) => ({
          key: `test:${id}:${subscriberId}:${deps.randomId()}`,
          channel,
          subscriberId,
          address,
          locale,
          content: deps.contentOf(broadcast, locale),
        })),
      );
      await deps.steps.record(actor, 'test', broadcast);
    },
  };
}
