import { expect, it } from 'vitest';
import { anApi } from './an-api.js';

it('the book of changes is read page by page, and checked', async () => {
  const { ask, auditStore } = anApi();
  for (const cityName of ['Ніжин', 'Носівка'])
    await ask('PATCH', '/api/v1/settings', { body: { organisation: { cityName } } });
  const first = await (await ask('GET', '/api/v1/audit?action=settings.change&limit=1')).json();
  expect(first).toMatchObject({
    items: [
      { action: 'settings.change', subject: 'organisation', after: expect.stringContaining('Носівка') },
    ],
    nextCursor: expect.any(String),
  });
  const next = await ask('GET', `/api/v1/audit?action=settings.change&cursor=${first.nextCursor}`);
  expect(await next.json()).toMatchObject({ items: [{ after: expect.stringContaining('Ніжин') }] });
  const none = await ask('GET', '/api/v1/audit?actor=nobody&from=2020-01-01T00:00:00Z');
  expect(await none.json()).toEqual({ items: [], nextCursor: null });

  const whole = await (await ask('GET', '/api/v1/audit/chain')).json();
  expect(whole).toMatchObject({ count: auditStore.entries.length, broken: [], brokenCount: 0 });
});
