import { describe, expect, it } from 'vitest';
import { USUAL_PERIODS } from '../../../src/domain/retention.js';
import { consoleApp, NOTHING_TO_FORGET } from '../../support/console/console-app.js';
import { open, submit } from '../../support/console/request-as.js';

const AT = new Date('2026-11-23T12:05:00Z');

const { app, parts } = consoleApp({
  retention: { forecast: async () => ({ ...NOTHING_TO_FORGET, messageDays: 12, appealYears: 10_000 }) },
  erasures: {
    latest: async () => [
      {
        number: 'ВД-20261123-1405-E5F60718',
        subscriberId: 's1',
        channel: 'telegram',
        at: AT,
        wiped: [],
        kept: ['Н-2026-000001'],
      },
    ],
  },
});
const fields = Object.fromEntries(
  Object.entries(USUAL_PERIODS).map(([name, value]) => [`retention.${name}`, String(value)]),
);

describe('/settings/retention', () => {
  it('says what goes next, and who has asked to be erased', async () => {
    const { html } = await open(app, '/settings/retention', 'head');
    expect(html).toContain('Найближчого разу буде прибрано: 12.');
    expect(html).toContain('буде прибрано: понад 10');
    expect(html).toContain('Зараз прибирати нічого.');
    expect(html).toContain('ВД-20261123-1405-E5F60718, 23 листопада, 14:05; звернень залишено за законом: 1');
  });

  it('refuses a term shorter than the law, and longer than the promise, with the reason', async () => {
    const wrong = { ...fields, 'retention.appealYears': '3', 'retention.unsubscribedDays': '60' };
    const { status, html } = await submit(app, '/settings/retention', wrong, 'head');
    expect(status).toBe(422);
    expect(html).toContain(
      'від 5 до 75. Менше ніж 5 років не можна: стільки зберігають звернення за Переліком',
    );
    expect(html).toContain('від 1 до 30. Мешканцям обіцяно видаляти їх не пізніше ніж за 30 днів');
    expect(html).toContain('value="60"');
    expect((await parts.settings.get()).retention).toEqual(USUAL_PERIODS);
  });

  it('keeps a longer term', async () => {
    const longer = { ...fields, 'retention.appealYears': '10' };
    expect((await submit(app, '/settings/retention', longer, 'head')).status).toBe(303);
    expect((await parts.settings.get()).retention.appealYears).toBe(10);
  });
});
