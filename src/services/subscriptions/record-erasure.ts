import { SERVICE } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';
import { keyedHash } from '../audit/keyed-hash.js';
import type { SubscriberStore } from './store.js';

/**
 * The same store, whose erasures stand in the audit: the id, and what was there as keyed hashes. Written first, so
 * that a crash in between can repeat the entry and never lose it.
 *
 * @param key the service's own secret
 */
export function recordErasure<Store extends Pick<SubscriberStore, 'get' | 'erase'>>(
  store: Store,
  { audit, key }: { readonly audit: Audit; readonly key: string },
): Store {
  return {
    ...store,
    async erase(id: string) {
      const person = await store.get(id);
      if (person && person.status !== 'erased') {
        const name = person.name && keyedHash(person.name, key);
        const before = { status: person.status, ...(name && { name }) };
        await audit.record({ actor: SERVICE, action: 'subscriber.erase', subject: id, before });
      }
      await store.erase(id);
    },
  };
}
