import { describe, expect, it } from 'vitest';
import { BUILT_IN_TOPICS } from '../../../../src/domain/topic.js';
import { crowdOf } from '../../../../src/sandbox/demonstration/crowd.js';
import { RESIDENTS } from '../../../../src/sandbox/demonstration/residents.js';

const crowd = [...crowdOf('telegram'), ...crowdOf('viber')];

describe('the demonstration subscribers', () => {
  it('are 900 in Telegram and 600 in Viber, each with an address of their own', () => {
    const addresses = [...crowd, ...RESIDENTS.map(({ id }) => ({ address: id }))].map(
      ({ address }) => address,
    );
    expect(crowdOf('telegram')).toHaveLength(900);
    expect(crowdOf('viber')).toHaveLength(600);
    expect(new Set(addresses).size).toBe(1_506);
  });

  it("have addresses of the messengers' own shapes", () => {
    expect(crowdOf('telegram').every(({ address }) => /^7\d{9}$/.test(address))).toBe(true);
    expect(crowdOf('viber').every(({ address }) => /^[\w+/]{22}==$/.test(address))).toBe(true);
  });

  it('chose every topic among them, and are the same people each time', () => {
    expect(new Set(crowd.flatMap(({ topics }) => topics))).toEqual(new Set(BUILT_IN_TOPICS));
    expect(crowdOf('viber')).toEqual(crowdOf('viber'));
  });
});
