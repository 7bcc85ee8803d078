import { describe, expect, it } from 'vitest';
import { resultModels } from '../../../../src/console/broadcasts/analytics.js';

function seenWords(seen: number): string | undefined {
  const results = resultModels({
    accepted: { telegram: 0, viber: 9 },
    delivered: 9,
    seen,
    handedOver: undefined,
    links: [],
    unsubscribed: 0,
  });
  return results.find(({ label }) => label === 'Переглянуто у Viber')?.value;
}

describe('the results of a broadcast', () => {
  it('call the number who saw it an upper bound, unless nobody did', () => {
    expect([seenWords(5), seenWords(0)]).toEqual(['щонайбільше 5', '0']);
  });
});
