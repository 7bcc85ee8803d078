import { describe, expect, it } from 'vitest';
import { createSubscriptions } from '../../../../src/services/subscriptions/service.js';
import { someTopics } from '../../../support/some-topics.js';

describe('an import', () => {
  it('says how many lines it rejected beyond those it lists', async () => {
    async function* lines() {
      for (let line = 1; line <= 10_003; line += 1) yield { line, reason: 'not JSON' };
    }
    const unused = () => Promise.reject(new Error('nothing is written'));
    const subscriptions = createSubscriptions({
      store: { importBatch: unused, list: unused, stats: unused },
      topics: someTopics,
      audit: { record: async () => undefined },
      real: () => new Date('2026-11-23T09:00:00Z'),
    });
    const actor = { kind: 'token', id: 'site', name: 'Сайт', roles: ['administrator'] } as const;
    const { rejected } = await subscriptions.importAll(lines(), actor);
    expect(rejected).toHaveLength(10_001);
    expect(rejected.at(-1)).toEqual({ line: 10_000, reason: 'and 3 lines after it' });
  });
});
