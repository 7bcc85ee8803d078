import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAppeal } from '../support/console/builders.js';
import { axeViolations, consoleInChromium } from './console-in-chromium.js';
import { APPEAL, DOORSTEP, PAGES } from './pages.js';

let chromium: Awaited<ReturnType<typeof consoleInChromium>>;
const openAs: typeof chromium.openAs = (...request) => chromium.openAs(...request);

beforeAll(async () => {
  chromium = await consoleInChromium();
});

afterAll(() => chromium.close());

describe.each([360, 1280])('at %i pixels, light and dark', (width) => {
  it.each([...DOORSTEP, ...PAGES])('%s is accessible, fits, and breaks no policy', async (path) => {
    const { page, complaints, close } = await openAs('administrator', path, {
      viewport: { width, height: 800 },
    });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('enlarged', () => {
  it.each([
    ['twice', 640],
    ['four times', 320],
  ])('%s, no page of a window of 1280 pixels is wider than it', async (_much, width) => {
    const { page, close } = await openAs('administrator', '/', { viewport: { width, height: 400 } });
    for (const path of PAGES) {
      await page.goto(path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, overflow]).toEqual([path, 0]);
    }
    await close();
  });
});

describe('live', () => {
  it('a new appeal comes into the queue without a reload and is said aloud', async () => {
    const { page, close } = await openAs('moderator', '/appeals');
    await page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));
    chromium.world.appeals.put(anAppeal({ number: 'Н-2026-000200', subject: 'Прорвало трубу' }));
    await page.locator('.queue-card', { hasText: 'Прорвало трубу' }).waitFor();
    await page
      .locator('#live-status', { hasText: 'Нове звернення Н-2026-000200' })
      .waitFor({ state: 'attached' });
    expect(await page.locator('[data-not-reloaded]').count()).toBe(1);
    await close();
  });

  it('news still come when a form was refused', async () => {
    const { page, close } = await openAs('moderator', APPEAL);
    await page.getByLabel('Текст відповіді').fill('   ');
    await page.getByRole('button', { name: 'Надіслати відповідь у Telegram' }).click();
    await page.getByText('Напишіть текст.').first().waitFor();
    chromium.world.appeals.setDelivery('m2', { status: 'sent', code: null });
    await page.getByText('надіслано', { exact: true }).waitFor();
    await close();
  });

  it('the delivery state of an answer changes while somebody is typing the next one', async () => {
    const { page, close } = await openAs('moderator', APPEAL);
    const text = page.getByLabel('Текст відповіді');
    await text.fill('Ще не дописа');
    chromium.world.appeals.setDelivery('m2', { status: 'failed', code: 'telegram.403' });
    await page.getByText('не доставлено: надішліть листом').waitFor();
    expect(await text.inputValue()).toBe('Ще не дописа');
    expect(await text.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });
});

describe('without JavaScript', () => {
  it('a moderator signs in, answers and adds a note', async () => {
    const { page, close } = await openAs('nobody', APPEAL, { javaScriptEnabled: false });
    await page.getByRole('button', { name: 'Модератор' }).click();
    await page.getByLabel('Текст відповіді').fill('Полагодимо завтра.');
    await page.getByRole('button', { name: 'Надіслати відповідь у Telegram' }).click();
    await page.getByText('Відповідь записано.').waitFor();
    await page.getByLabel('Нова нотатка').fill('Бригада виїхала');
    await page.getByRole('button', { name: 'Додати нотатку' }).click();
    await page.locator('.note', { hasText: 'Бригада виїхала' }).waitFor();
    expect(chromium.world.appeals.journal).toEqual([
      'moderator replies «Полагодимо завтра.» Н-2026-000123',
      'moderator notes «Бригада виїхала» Н-2026-000123',
    ]);
    await close();
  });
});
