import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { type SandboxService, startSandboxService } from './sandbox-service.js';

let sandbox: SandboxService;
let browser: Awaited<ReturnType<typeof launchChromium>>;

beforeAll(async () => {
  sandbox = await startSandboxService();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

/** Somebody of the demonstration's staff, in a browser of their own. */
async function colleague(role: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: sandbox.url });
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByRole('button', { name: role }).click();
  await page.waitForURL('/');
  return page;
}

it('two colleagues who answer one appeal see each other, and the second confirms', async () => {
  const [moderator, head] = [await colleague('Модератор'), await colleague('Керівник')];
  await moderator.goto('/appeals?view=unassigned');
  await moderator.locator('.queue-subject a').first().click();
  await moderator.getByLabel('Текст відповіді').waitFor();
  const path = new URL(moderator.url()).pathname;
  await head.goto(path);
  await moderator.locator('#appeal-others', { hasText: 'Демо-керівниця' }).waitFor();
  await head.locator('#appeal-others', { hasText: 'Демо-модераторка' }).waitFor();

  await head.getByLabel('Текст відповіді').fill('Відповідь керівниці');
  await moderator.getByLabel('Текст відповіді').fill('Відповідь модераторки');
  await moderator.getByRole('button', { name: /^Надіслати відповідь/ }).click();
  await moderator.getByText('Відповідь записано.').waitFor();

  await head.getByRole('button', { name: /^Надіслати відповідь/ }).click();
  await head.locator('#answer-confirm', { hasText: 'Відповідь модераторки' }).waitFor();
  expect(await head.getByLabel('Текст відповіді').inputValue()).toBe('Відповідь керівниці');
  await head.getByRole('button', { name: /^Усе одно надіслати/ }).click();
  await head.getByText('Відповідь записано.').waitFor();
  const answers = head.locator('.message-staff .message-text');
  expect(await answers.allTextContents()).toEqual(
    expect.arrayContaining(['Відповідь модераторки', 'Відповідь керівниці']),
  );
});

it('what is typed survives the closing of the tab', async () => {
  const page = await colleague('Модератор');
  await page.goto('/appeals?view=unassigned');
  await page.locator('.queue-subject a').first().click();
  await page.getByLabel('Текст відповіді').fill('Ще не дописа');
  await page.locator('[data-draft-state]', { hasText: 'Чернетку збережено' }).waitFor();
  const again = await page.context().newPage();
  await page.close();
  await again.goto(page.url());
  expect(await again.getByLabel('Текст відповіді').inputValue()).toBe('Ще не дописа');
});
