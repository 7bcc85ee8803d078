import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../../src/web/listen.js';
import { launchChromium } from '../support/chromium.js';
import { codeAt } from '../support/code-at.js';
import { staffConsole } from '../support/console/staff-browser.js';
import { HEAD_EMAIL, PASSWORD, staffServices, tokenOf } from '../support/staff-services.js';
import { axeViolations } from './console-in-chromium.js';

const world = staffServices();
const { app, stop } = staffConsole(world.staff);
let listener: Awaited<ReturnType<typeof listen>>;
let browser: Awaited<ReturnType<typeof launchChromium>>;

beforeAll(async () => {
  listener = await listen(app, '127.0.0.1', 0);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  stop();
  await listener.close(1_000);
});

describe('the second factor', () => {
  it('first account, set up on the phone, sign out, sign in with a code', async () => {
    const context = await browser.newContext({
      baseURL: `http://127.0.0.1:${listener.port}`,
      viewport: { width: 360, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(`/link/${tokenOf(await world.staff.access.firstLink())}`);
    await page.getByLabel('Прізвище та ім’я').fill('Ольга Коваль');
    await page.getByLabel('Електронна пошта').fill(HEAD_EMAIL);
    await page.getByLabel('Пароль').fill(PASSWORD);
    await page.getByRole('button', { name: 'Зберегти й увійти' }).click();

    await page.getByRole('heading', { name: 'Налаштуйте другий фактор' }).waitFor();
    await page.getByRole('img', { name: 'QR-код для застосунку з кодами' }).waitFor();
    const secret = (await page.locator('.setup-secret').textContent()) ?? '';
    await page.getByLabel('Код із застосунку').fill(codeAt(secret, world.real()));
    await page.getByRole('button', { name: 'Увімкнути й увійти' }).click();
    await page.getByRole('heading', { name: 'Коди відновлення' }).waitFor();
    expect(await page.locator('.recovery-codes li').count()).toBe(10);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Я зберіг ці коди' }).click();
    await page.getByRole('heading', { name: 'Сьогодні', exact: true }).waitFor();

    await page.getByRole('button', { name: 'Вийти' }).click();
    world.advance(30_000);
    await page.getByLabel('Електронна пошта').fill(HEAD_EMAIL);
    await page.getByLabel('Пароль').fill(PASSWORD);
    await page.getByRole('button', { name: 'Увійти' }).click();
    await page.getByRole('heading', { name: 'Код підтвердження' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel('Код', { exact: true }).fill(codeAt(secret, world.real()));
    await page.getByRole('button', { name: 'Увійти' }).click();
    await page.getByRole('heading', { name: 'Сьогодні', exact: true }).waitFor();
    await context.close();
  });
});
