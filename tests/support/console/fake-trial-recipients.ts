import type { TrialRecipients } from '../../../src/services/broadcasts/trial-recipients.js';
import { aSubscriber } from './builders.js';

const PEOPLE = [
  aSubscriber({ id: 's1', name: 'Марія' }),
  aSubscriber({ id: 's2', name: 'Марко', channel: 'viber', address: '01234567890A=' }),
];

/** Two people who can be found by name; the first of them is a colleague already. */
export function fakeTrialRecipients(): TrialRecipients {
  const chosen = new Set(['s1']);
  return {
    list: async () => PEOPLE.filter(({ id }) => chosen.has(id)),
    find: async (q) => (q === '' ? [] : PEOPLE.filter(({ name }) => name?.startsWith(q))),
    add: async (id) => void chosen.add(id),
    remove: async (id) => void chosen.delete(id),
  };
}
