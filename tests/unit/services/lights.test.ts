import { expect, it } from 'vitest';
import { createLights } from '../../../src/services/lights/lights.js';

it('asks once for those who look at the same moment, and remembers the answer', async () => {
  let asked = 0;
  const at = new Date('2026-11-23T08:00:00Z');
  const off = async () => ({ kind: 'off' }) as const;
  const lights = createLights(
    {
      telegram: async () => {
        asked += 1;
        return { kind: 'failed', code: 'telegram.401' };
      },
      viber: off,
      database: async () => ({ kind: 'failed', reason: 'late' }),
    },
    () => at,
  );
  expect(lights.last()).toBeUndefined();
  const [first, second] = await Promise.all([lights.check(), lights.check()]);
  expect(first).toBe(second);
  expect(lights.last()).toEqual({
    checkedAt: at,
    telegram: { kind: 'failed', code: 'telegram.401' },
    viber: { kind: 'off' },
    database: { kind: 'failed', reason: 'late' },
  });
  await lights.check();
  expect(asked).toBe(2);
});
