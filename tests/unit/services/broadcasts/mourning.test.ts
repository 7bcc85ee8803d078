import { describe, expect, it } from 'vitest';
import type { Broadcast } from '../../../../src/domain/broadcast.js';
import { KYIV } from '../../../../src/lib/city-time.js';
import { assertNotMourned } from '../../../../src/services/broadcasts/mourning-pause.js';
import { createRules } from '../../../../src/services/broadcasts/rules.js';
import { DEFAULT_SETTINGS } from '../../../../src/services/settings/defaults.js';
import { aBroadcast } from '../../../support/console/builders.js';
import { aCity } from './a-city.js';

const DAY = '2026-11-23T10:00:00Z';
const mourning = { periods: [{ from: '2026-11-23', to: '2026-11-24', reason: 'загинули ніжинці' }] };
const inMourning = (changes: Partial<Broadcast>, time = DAY) => aCity(changes, time, { mourning });

describe('a day of mourning', () => {
  it('stops an approved greeting before it leaves, and says why', async () => {
    const { look, auditStore } = inMourning({ status: 'approved', kind: 'greeting' });
    expect(await look()).toMatchObject({
      status: 'paused',
      startedAt: undefined,
      pauseReason:
        'Жалоба 23–24 листопада: загинули ніжинці. Привітання не надсилається. Коли жалоба мине, вирішіть: продовжити чи скасувати.',
    });
    expect(auditStore.entries.map(({ action }) => action)).toEqual(['broadcast.mourning-pause']);
  });

  it('lets a scheduled greeting wait for its time first: only its own day counts', async () => {
    const sendAt = new Date('2026-11-25T07:30:00Z');
    const { look, turnTo } = inMourning({ status: 'scheduled', kind: 'greeting', sendAt });
    expect((await look())?.status).toBe('scheduled');
    turnTo('2026-11-25T07:30:00Z');
    expect((await look())?.status).toBe('sending');
  });

  it('begins at midnight of the city', async () => {
    const { look, turnTo } = inMourning({ status: 'sending', kind: 'greeting' }, '2026-11-22T21:59:59Z');
    expect((await look())?.status).toBe('sending');
    turnTo('2026-11-22T22:00:00Z');
    expect((await look())?.status).toBe('paused');
  });

  it('stops a greeting that is being sent, and nothing of it leaves meanwhile', async () => {
    const { look, sendable } = inMourning({ status: 'sending', kind: 'greeting' });
    expect(await sendable()).toEqual([]);
    expect((await look())?.status).toBe('paused');
  });

  it('leaves news alone, and corrections of greetings', async () => {
    const news = inMourning({ status: 'approved', kind: 'news' });
    expect((await news.look())?.status).toBe('sending');
    expect(await news.sendable()).toEqual(['b1']);
    const ways = { telegram: 'edit', viber: 'message' } as const;
    const amends = {
      broadcastId: 'b0',
      number: 1,
      action: 'correction',
      sentAt: new Date(DAY),
      ways,
      reason: undefined,
    } as const;
    const correction = inMourning({ status: 'sending', kind: 'greeting', amends });
    expect(await correction.sendable()).toEqual(['b1']);
  });

  it('does not let a greeting go on', async () => {
    const rules = createRules({ get: async () => ({ ...DEFAULT_SETTINGS, mourning }) }, KYIV);
    const greeting = aBroadcast({ kind: 'greeting', status: 'paused' });
    await expect(assertNotMourned(greeting, rules, new Date(DAY))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'broadcast.mourning',
    });
    await expect(
      assertNotMourned(greeting, rules, new Date('2026-11-25T10:00:00Z')),
    ).resolves.toBeUndefined();
  });
});
