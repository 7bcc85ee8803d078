import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listener, listen } from '../../src/web/listen.js';
import { launchChromium } from '../support/chromium.js';
import { anAppeal } from '../support/console/builders.js';
import { consoleApp } from '../support/console/console-app.js';
import { demoWorld } from '../support/console/demo-world.js';

const APPEAL = `/appeals/${encodeURIComponent('Н-2026-000123')}`;
const PAGES = [
  '/login',
  '/link/first',
  '/',
  '/appeals',
  APPEAL,
  '/broadcasts',
  '/broadcasts/new',
  '/broadcasts/b1',
  '/broadcasts/b2',
  '/subscribers',
  '/staff',
  '/nothing',
  '/n/b2',
];

let world: Awaited<ReturnType<typeof demoWorld>>;
let listener: Listener;
let browser: Browser;
let stop: () => void;

beforeAll(async () => {
  world = await demoWorld();
  const sandbox = { roles: ['moderator', 'editor'] as const, staffId: async (role: string) => role };
  const started = consoleApp({ ...world, sandbox });
  stop = started.stop;
  listener = await listen(started.app, '127.0.0.1', 0);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  stop();
  await listener.close(1_000);
});

/** A page of somebody signed in, and what its console complained about. */
async function openAs(role: string, path: string, options: BrowserContextOptions = {}) {
  const origin = `http://127.0.0.1:${listener.port}`;
  const context = await browser.newContext({ baseURL: origin, ...options });
  await context.addCookies([{ name: 'visnyk', value: role, url: origin }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  await page.goto(path);
  return { page, complaints, close: () => context.close() };
}

describe.each([360, 1280])('at %i pixels, light and dark', (width) => {
  it.each(PAGES)('%s is accessible, fits, and breaks no policy', async (path) => {
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

describe('live', () => {
  it('a new appeal comes into the queue without a reload and is said aloud', async () => {
    const { page, close } = await openAs('moderator', '/appeals');
    await page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));
    world.appeals.put(anAppeal({ number: 'Н-2026-000200', subject: 'Прорвало трубу' }));
    await page.locator('.queue-card', { hasText: 'Прорвало трубу' }).waitFor();
    await page
      .locator('#live-status', { hasText: 'Нове звернення Н-2026-000200' })
      .waitFor({ state: 'attached' });
    expect(await page.locator('[data-not-reloaded]').count()).toBe(1);
    await close();
  });

  it('the delivery state of an answer changes while somebody is typing the next one', async () => {
    const { page, close } = await openAs('moderator', APPEAL);
    const text = page.getByLabel('Текст відповіді');
    await text.fill('Ще не дописа');
    world.appeals.setDelivery('m2', { status: 'failed', code: 'telegram.403' });
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
    await page.getByText('Відповідь надсилається.').waitFor();
    await page.getByLabel('Нова нотатка').fill('Бригада виїхала');
    await page.getByRole('button', { name: 'Додати нотатку' }).click();
    await page.locator('.note', { hasText: 'Бригада виїхала' }).waitFor();
    expect(world.appeals.journal).toEqual([
      'moderator replies «Полагодимо завтра.» Н-2026-000123',
      'moderator notes «Бригада виїхала» Н-2026-000123',
    ]);
    await close();
  });
});

it('by keyboard alone: the first stop leads past the menu', async () => {
  const { page, close } = await openAs('moderator', '/appeals');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await close();
});

/** WCAG 2.2 AA and best practices. Evaluated rather than injected: the page's policy lets no inline script in. */
async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () =>
    (window as unknown as { axe: typeof axe }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
