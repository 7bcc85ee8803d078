import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAppeal } from '../support/console/builders.js';
import { consoleInChromium } from './console-in-chromium.js';

let chromium: Awaited<ReturnType<typeof consoleInChromium>>;

beforeAll(async () => {
  chromium = await consoleInChromium();
});

afterAll(() => chromium.close());

describe('the queue by keys alone', () => {
  it('two appeals are ticked and taken at once, with the bar in sight', async () => {
    const { page, close } = await chromium.openAs('moderator', '/appeals', {
      viewport: { width: 1280, height: 500 },
    });
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await page.getByText('Позначено: 2.').waitFor();
    const take = page.getByRole('button', { name: 'Взяти в роботу' });
    const box = await take.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(500);
    await take.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Зроблено: 2 звернення.').waitFor();
    expect(chromium.world.appeals.journal).toEqual([
      'moderator takes Н-2026-000098',
      'moderator takes Н-2026-000101',
    ]);
    await close();
  });

  it('a note is written to several at once', async () => {
    const { page, close } = await chromium.openAs('moderator', '/appeals');
    for (const key of ['j', 'x', 'j', 'j', 'x']) await page.keyboard.press(key);
    await page.getByText('Призначити, передати, додати нотатку, закрити').click();
    await page.getByLabel('Внутрішня нотатка').fill('Одна аварія на всіх');
    await page.getByRole('button', { name: 'Додати нотатку' }).click();
    await page.getByText('Зроблено: 2 звернення.').waitFor();
    expect(chromium.world.appeals.journal.slice(-2)).toEqual([
      'moderator notes «Одна аварія на всіх» Н-2026-000098',
      'moderator notes «Одна аварія на всіх» Н-2026-000115',
    ]);
    await close();
  });

  it('a saved view counts what comes in without a reload', async () => {
    const { page, close } = await chromium.openAs('moderator', '/appeals?topic=roads');
    await page.getByText('Зберегти або прибрати вибірку').click();
    await page.getByLabel('Назва вибірки').fill('Дороги');
    await page.getByRole('button', { name: 'Зберегти вибірку' }).click();
    const view = page.getByRole('navigation', { name: 'Збережені вибірки' }).getByRole('listitem');
    await view.filter({ hasText: 'Дороги' }).filter({ hasText: '1' }).waitFor();
    await page.goto('/appeals?topic=utilities');
    await page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));
    chromium.world.appeals.put(
      anAppeal({ number: 'Н-2026-000201', subject: 'Яма на Гоголя', category: 'roads' }),
    );
    await view.filter({ hasText: 'Дороги' }).filter({ hasText: '2' }).waitFor();
    expect(await page.locator('[data-not-reloaded]').count()).toBe(1);
    await close();
  });
});
