import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { startSandboxService } from './sandbox-service.js';

/** Twenty seconds for taking it back, and some hundreds of messages on a slow machine. */
const SENDING_MS = 80_000;

let service: Awaited<ReturnType<typeof startSandboxService>>;
let browser: Awaited<ReturnType<typeof launchChromium>>;

beforeAll(async () => {
  service = await startSandboxService();
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await service.stop();
});

async function signedIn(role: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: service.url });
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByRole('button', { name: role }).click();
  await page.waitForURL((url) => url.pathname === '/');
  return page;
}

describe('a broadcast from the first word to the approval taken back', () => {
  it('is seen while it is typed, not lost between two tabs, approved by a second person and undone', async () => {
    const editor = await signedIn('Редактор');
    await editor.goto('/broadcasts/new');
    await editor.getByLabel('Заголовок').fill('Завтра не буде води');
    const text = editor.getByLabel('Текст', { exact: true });
    await text.fill('Запасіться водою');
    await text.selectText();
    await editor.getByRole('button', { name: 'Жирний' }).click();
    expect(await text.inputValue()).toBe('**Запасіться водою**');
    const telegram = editor.getByRole('article', { name: 'Вигляд у Telegram' });
    await telegram.locator('strong', { hasText: 'Запасіться водою' }).waitFor();
    await editor.getByText('Viber не показує жирний шрифт').waitFor();
    await editor.getByText('Отримають:').waitFor();
    await editor.getByRole('button', { name: 'Зберегти й переглянути' }).click();
    await editor.getByText('Чернетку збережено.').waitFor();
    const draft = new URL(editor.url()).pathname;

    const first = await editor.context().newPage();
    await Promise.all([first.goto(`${draft}/edit`), editor.goto(`${draft}/edit`)]);
    await first.getByLabel('Заголовок').fill('Завтра без води');
    await first.getByRole('button', { name: 'Зберегти й переглянути' }).click();
    await first.getByText('Чернетку збережено.').waitFor();
    await editor.getByLabel('Текст', { exact: true }).fill('Воду вимкнуть о 9:00.');
    await editor.getByRole('button', { name: 'Зберегти й переглянути' }).click();
    await editor.getByText('Поки ви писали, цю чернетку змінили').waitFor();
    expect(await editor.getByLabel('Текст', { exact: true }).inputValue()).toBe('Воду вимкнуть о 9:00.');
    expect(await editor.getByLabel('Заголовок').inputValue()).toBe('Завтра без води');
    await editor.getByRole('button', { name: 'Зберегти так, як у формі' }).click();
    await editor.getByText('Чернетку збережено.').waitFor();

    const approver = await signedIn('Затверджувач');
    await approver.goto(draft);
    await approver.getByRole('button', { name: 'Затвердити й надіслати' }).click();
    await approver.getByRole('progressbar', { name: 'Скільки часу ще можна забрати' }).waitFor();
    await approver.getByRole('button', { name: 'Забрати затвердження' }).click();
    await approver.getByText('Це знову чернетка, нікому нічого не надіслано.').waitFor();
  });

  it('is sent once a second person has approved it, and its editor watches it go', async () => {
    const editor = await signedIn('Редактор');
    await editor.goto('/broadcasts/new');
    await editor.getByLabel('Заголовок').fill('Нова петиція');
    await editor.getByLabel('Текст', { exact: true }).fill('Підтримайте або ні.');
    await editor.getByLabel('Петиції та бюджет').check();
    await editor.getByLabel('Усім одразу').check();
    await editor.getByLabel('Надіслати й у тихі години').check();
    await editor.getByRole('button', { name: 'Зберегти й переглянути' }).click();
    await editor.getByText('Чернетку збережено.').waitFor();
    expect(await editor.getByRole('button', { name: 'Затвердити й надіслати' }).count()).toBe(0);

    const approver = await signedIn('Затверджувач');
    await approver.getByRole('link', { name: 'Нова петиція' }).click();
    await approver.getByRole('button', { name: 'Затвердити й надіслати' }).click();
    await approver.getByText('Ще нікому нічого не надіслано.').waitFor();

    await editor.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));
    await editor.getByText('Завершено').first().waitFor({ timeout: SENDING_MS });
    expect(await editor.locator('[data-not-reloaded]').count()).toBe(1);
    await editor.getByRole('link', { name: 'Хто отримав, хто ні й чому' }).click();
    await editor.getByRole('row').nth(1).waitFor();
  });

  it('is written without JavaScript too', async () => {
    const context = await browser.newContext({ baseURL: service.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/login');
    await page.getByRole('button', { name: 'Редактор' }).click();
    await page.goto('/broadcasts/new');
    await page.getByLabel('Заголовок').fill('Ярмарок у суботу');
    await page.getByLabel('Текст', { exact: true }).fill('На площі Франка.');
    await page.getByRole('button', { name: 'Показати, як побачать' }).click();
    await page.getByRole('article', { name: 'Вигляд у Viber' }).getByText('Ярмарок у суботу').waitFor();
    expect(await page.getByLabel('Заголовок').inputValue()).toBe('Ярмарок у суботу');
    await context.close();
  });
});
