import type { Appeal } from '../../domain/appeal.js';
import { SERVICE } from '../../domain/role.js';
import type { Subscriber } from '../../domain/subscriber.js';
import type { Audit } from '../audit/audit.js';
import { keyedHash } from '../audit/keyed-hash.js';
import { parseState } from '../dialogue/state.js';
import type { Files } from '../files/files.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import type { DataCopyStore, ErasureStore, Traces } from './ports.js';

export interface ErasingDeps {
  readonly subscribers: Pick<SubscriberStore, 'known' | 'erase'>;
  readonly traces: Traces;
  readonly erasures: ErasureStore;
  readonly copies: Pick<DataCopyStore, 'ofPerson' | 'remove'>;
  readonly files: Pick<Files, 'remove'>;
  readonly audit: Audit;
  /** The service's own secret */
  readonly key: string;
}

/** Erases a person everywhere but where the law wants them kept. */
export interface Erasing {
  /**
   * Every step may be repeated after a crash. Audit and receipt come first: a crash may repeat the entry, it never
   * loses it.
   *
   * @param receipt number that the person is told
   */
  erase(person: Subscriber, receipt: string, at: Date): Promise<void>;
}

/** The use case behind «Так, видалити». */
export function createErasing({
  subscribers,
  traces,
  erasures,
  copies,
  files,
  audit,
  key,
}: ErasingDeps): Erasing {
  return {
    async erase(person, receipt, at) {
      const { id } = person;
      const known = await subscribers.known(id);
      const { wiped, kept } = await traces.appealsOf(id);
      if (!(await erasures.has(receipt))) await record(person, receipt);
      await erasures.begin({
        number: receipt,
        subscriberId: id,
        channel: person.channel,
        at,
        wiped: wiped.map(({ number }) => number),
        kept: kept.map(({ number }) => number),
      });
      const given = await copies.ofPerson(id);
      await files.remove([
        ...formFiles(known?.dialogueState),
        ...wiped.flatMap(filesOf),
        ...given.flatMap((copy) => copy.files.map(({ fileId }) => fileId)),
      ]);
      for (const copy of given) await copies.remove(copy.id);
      await traces.wipe(wiped, at);
      await traces.letGo(kept);
      await traces.forgetCalls(id);
      await traces.forgetMessages(person);
      await traces.forgetDeliveries(id);
      await traces.forgetUpdates(person);
      await subscribers.erase(id, at);
    },
  };

  /** The id, and what was there as keyed hashes: the chain holds no value that would have to be erased. */
  async function record({ id, status, name }: Subscriber, receipt: string): Promise<void> {
    const before = { status, ...(name && { name: keyedHash(name, key) }) };
    await audit.record({
      actor: SERVICE,
      action: 'subscriber.erase',
      subject: id,
      before,
      after: { receipt },
    });
  }
}

/** Files of what was begun and not sent. */
function formFiles(dialogueState: unknown): readonly string[] {
  const { form, kept } = parseState(dialogueState);
  return [form, kept].flatMap((one) => (one?.files ?? []).map(({ file }) => file.fileId));
}

function filesOf({ messages }: Appeal): readonly string[] {
  return messages.flatMap((message) => message.files.map(({ fileId }) => fileId));
}
