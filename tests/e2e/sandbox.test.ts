import axe from 'axe-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { type SandboxService, startSandboxService } from './sandbox-service.js';

/** Telegram lets a bot answer one chat once a second; a restart takes a few. */
const ANSWER_MS = 20_000;
/** The console lets an approval be taken back for so long. */
const UNDO_MS = 20_000;
/** 900 messages at 28 a second, a restart, and room for a slow machine. */
const BROADCAST_MS = 120_000;

describe('the five-minute walk of the sandbox', { timeout: 180_000 }, () => {
  let service: SandboxService;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    service = await startSandboxService();
    browser = await launchChromium();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(ANSWER_MS);
    page = await context.newPage();
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (line) => {
      if (/content security policy/i.test(line.text())) errors.push(line.text());
    });
    await page.goto(`${service.url}/sandbox`);
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  const phone = (name: 'Telegram' | 'Viber') => page.getByRole('region', { name: `Телефон: ${name}` });
  const says = (where: Locator, words: RegExp) => where.getByText(words).last().waitFor();
  const press = (where: Locator, name: string) =>
    where.getByRole('button', { name, exact: true }).last().click();
  const attach = async (where: Locator, name: RegExp) => {
    await where.getByLabel(/^Прикріпити/).click();
    await where.getByRole('button', { name }).click();
  };
  const inConsole = async (button: string, work: (tab: Page) => Promise<void>) => {
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: `${button} (у новій вкладці)`, exact: true }).click();
    const tab = await opened;
    await work(tab);
    await tab.close();
  };
  const stepDone = (number: number) =>
    page.locator(`[data-key="step-${number}"]`).getByText('(виконано)').waitFor({ state: 'attached' });

  it('reports a dark street light with a photo: a number, a due date and a card in the queue', async () => {
    const telegram = phone('Telegram');
    await press(telegram, 'Почати');
    await says(telegram, /Надсилати вам новини\?/);
    await press(telegram, 'Так, погоджуюся');
    await press(telegram, 'Усі теми');
    await press(telegram, 'Меню');
    await press(telegram, 'Написати до міськради');
    await says(telegram, /Опишіть своїми словами/);
    await attach(telegram, /^Що сталося/);
    await says(telegram, /Записали/);
    await attach(telegram, /^Темний ліхтар/);
    await press(telegram, 'Далі');
    await press(telegram, 'Надіслати моє місце');
    await says(telegram, /Додано 1 файл/);
    await press(telegram, 'Далі');
    await press(telegram, 'Офіційно');
    await says(telegram, /Напишіть прізвище/);
    await attach(telegram, /^Хто:/);
    await says(telegram, /Напишіть місце проживання/);
    await attach(telegram, /^Адреса:/);
    await press(telegram, 'Надіслати');
    await says(telegram, /Номер: Н-\d{4}-\d{6}/);
    await says(telegram, /Відповідь надамо тут не пізніше/);
    const card = page.getByRole('list', { name: 'Найновіші звернення' }).getByRole('listitem').first();
    await card.getByText('не світить ліхтар').waitFor();
    await stepDone(1);
  });

  it('answers it as a moderator: the answer comes to that phone only', async () => {
    const viber = phone('Viber');
    await press(viber, 'Відкрити чат');
    await press(viber, 'Так, погоджуюся');
    await press(viber, 'Усі теми');
    await says(viber, /Готово/);
    await inConsole('Відкрити звернення', async (tab) => {
      await tab.getByRole('textbox', { name: /відповід/i }).fill('Ліхтар полагодять завтра до вечора.');
      await tab.getByRole('button', { name: /^Надіслати відповідь/ }).click();
      await tab.getByText('Ліхтар полагодять завтра до вечора.').first().waitFor();
    });
    await says(phone('Telegram'), /Ліхтар полагодять завтра до вечора/);
    await stepDone(2);
    expect(await viber.getByText(/Ліхтар полагодять/).count()).toBe(0);
  });

  it('approves the prepared news and kills the service in the middle: everybody gets it once', async () => {
    await inConsole('Відкрити новину', async (tab) => {
      await tab.getByRole('button', { name: /^Затвердити/ }).click();
      await tab.waitForURL(/done=approve/);
    });
    const strip = page.getByRole('region', { name: 'У міській раді' });
    await strip.getByText('доти це можна забрати').waitFor();
    await phone('Viber')
      .getByText(/Новий автобус виїздить на маршрут/)
      .last()
      .waitFor({ timeout: UNDO_MS + ANSWER_MS });
    // Long before the crowd has it: a stranger looks at these two phones.
    await says(phone('Telegram'), /Новий автобус виїздить на маршрут/);
    await strip.getByText('надсилаємо').waitFor();
    await page.getByRole('button', { name: 'Обірвати процес' }).click();
    await page.getByText('Сервіс перезапускається').waitFor();
    await strip.getByText('завершено').waitFor({ timeout: BROADCAST_MS });
    await strip.getByText('901 / 901').waitFor();
    await strip.getByText('601 / 601').waitFor();
    await strip.getByText('втрачено 0, подвоєно 0').waitFor();
    await stepDone(3);
    await stepDone(4);
    await press(phone('Telegram'), 'Так');
    await says(phone('Telegram'), /Дякуємо, що повідомили/);
  });

  it('signs the report of March 2021, and sees what a moved news item makes of it', async () => {
    await inConsole('Відкрити звіт', async (tab) => {
      await tab.getByRole('link', { name: '465', exact: true }).click();
      await tab.getByRole('heading', { name: 'Матеріалів – 465' }).waitFor();
      expect(await tab.locator('#list li').count()).toBe(50);
      const word = tab.waitForEvent('download');
      await tab.getByRole('link', { name: 'Завантажити Word' }).click();
      expect((await word).suggestedFilename()).toBe('Звіт за березень 2021.docx');
      await tab.getByText('Готово до підпису').waitFor();
      await tab.getByRole('button', { name: 'Підписати' }).click();
      await tab.getByText(/^Підписано/).waitFor();
    });
    await stepDone(5);
    await inConsole('Новини 31 березня', async (tab) => {
      await tab.locator('main a[href^="/publications/"]:not(.button)').first().click();
      await tab.getByRole('link', { name: 'Змінити', exact: true }).click();
      await tab.getByLabel('Коли оприлюднено').fill('2021-04-01T09:00');
      await tab.getByRole('button', { name: /^Зберегти/ }).click();
      await tab.waitForURL(/done=/);
    });
    await inConsole('Відкрити звіт', async (tab) => {
      await tab.getByText('матеріалів стало 464 (підписано 465)').first().waitFor();
      await tab.getByText('Показати, що змінилося').click();
      await tab.getByText('Вилучено: 1').first().waitFor();
      await tab.getByRole('link', { name: 'Нова редакція' }).click();
      await tab.getByText('новини та інші інформаційні матеріали').first().waitFor();
    });
  });

  it('moves the calendar 15 days on: terms pass', async () => {
    const before = await page.getByText(/прострочено \d+$/).innerText();
    await page.getByRole('button', { name: '+15 днів' }).click();
    await page.getByText('на 15 днів уперед').waitFor();
    await stepDone(6);
    await expect.poll(() => page.getByText(/· прострочено \d+$/).innerText()).not.toBe(before);
    // A second click while the first is being done is none; and the buttons are pale meanwhile.
    const isDone = () => page.locator('[aria-busy="true"]').waitFor({ state: 'detached', timeout: 60_000 });
    await isDone();
    await page.getByRole('button', { name: 'Повернути сьогодні' }).click();
    await isDone();
  });

  it.each([360, 768, 1088, 1280, 1440])('cuts off nothing of a step at %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    const cutOff = await page.locator('.step').evaluateAll((steps) =>
      steps.flatMap((step) => {
        const { right } = step.getBoundingClientRect();
        const inside = [...step.querySelectorAll('*')].filter(
          (one) => one.getBoundingClientRect().right > right,
        );
        return inside.map(({ textContent }) => textContent);
      }),
    );
    expect(cutOff).toEqual([]);
  });

  it.each([360, 1280])('is accessible and fits %i pixels, light and dark', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(),
      );
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  it('broke no rule of the content security policy and threw nothing', () => {
    expect(errors).toEqual([]);
  });
});
