import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { type SandboxService, startSandboxService } from './sandbox-service.js';

/** Several pages and a messenger on a slow machine. */
const JOURNEY_MS = 180_000;

let service: SandboxService;
let browser: Awaited<ReturnType<typeof launchChromium>>;

beforeAll(async () => {
  service = await startSandboxService();
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function signedIn(role: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: service.url });
  context.setDefaultTimeout(JOURNEY_MS / 2);
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByRole('button', { name: role }).click();
  await page.waitForURL((url) => url.pathname === '/');
  return page;
}

it('two who answer the same appeal see each other, and the second answer waits for a decision', {
  timeout: JOURNEY_MS,
}, async () => {
  const first = await signedIn('Модератор');
  const second = await signedIn('Керівник');
  await first.goto('/appeals?view=unassigned');
  await first.locator('.queue-card a').first().click();
  await first.getByRole('heading', { name: 'Відповідь заявнику' }).waitFor();
  await second.goto(new URL(first.url()).pathname);
  await second.getByText('Це звернення зараз відкрили також: Демо-модераторка').waitFor();

  const answer = (page: Page) => page.getByLabel('Текст відповіді');
  await answer(second).fill('Відповідь, яку почали раніше.');
  await answer(first).fill('Вивеземо сьогодні до вечора.');
  await first.getByRole('button', { name: /^Надіслати відповідь у/ }).click();
  await first.getByText('Відповідь записано.').waitFor();

  await second.getByRole('button', { name: /^Надіслати відповідь у/ }).click();
  const warning = second.locator('#answer-confirm');
  await warning.getByText('Вивеземо сьогодні до вечора.').waitFor();
  expect(await answer(second).inputValue()).toBe('Відповідь, яку почали раніше.');
  await first.reload();
  expect(await first.getByText('Відповідь, яку почали раніше.').count()).toBe(0);

  await second.getByRole('button', { name: /^Усе одно надіслати в/ }).click();
  await second.getByText('Відповідь записано.').waitFor();
  await first.reload();
  await first.getByText('Відповідь, яку почали раніше.').first().waitFor();
});
