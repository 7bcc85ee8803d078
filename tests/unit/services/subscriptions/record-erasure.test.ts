import { expect, it } from 'vitest';
import type { Subscriber } from '../../../../src/domain/subscriber.js';
import type { Change } from '../../../../src/services/audit/audit.js';
import { keyedHash } from '../../../../src/services/audit/keyed-hash.js';
import { recordErasure } from '../../../../src/services/subscriptions/record-erasure.js';
import { aSubscriber } from '../../../support/console/builders.js';

it('keeps of an erased person the id and keyed hashes, once', async () => {
  let person: Subscriber = { ...aSubscriber(), id: 's1', name: 'Марія Петренко', status: 'active' };
  const changes: Change[] = [];
  const store = recordErasure(
    {
      get: async (_id: string) => person,
      erase: async (_id: string) => {
        person = { ...person, name: undefined, status: 'erased' };
      },
    },
    { audit: { record: async (change) => void changes.push(change) }, key: 'k'.repeat(43) },
  );
  await store.erase('s1');
  await store.erase('s1');
  expect(changes).toEqual([
    expect.objectContaining({
      action: 'subscriber.erase',
      subject: 's1',
      before: { status: 'active', name: keyedHash('Марія Петренко', 'k'.repeat(43)) },
    }),
  ]);
  expect(JSON.stringify(changes)).not.toContain('Петренко');
});
