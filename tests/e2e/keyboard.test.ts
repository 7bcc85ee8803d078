import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../src/domain/role.js';
import { PHOTO_REPORT } from '../support/console/demo-publications.js';
import { consoleInChromium } from './console-in-chromium.js';
import { APPEAL } from './pages.js';
import { tabThrough, tabTo } from './tab-stops.js';

const PAGES = [
  '/',
  '/appeals',
  '/appeals/new',
  APPEAL,
  '/broadcasts/b1',
  '/publications',
  PHOTO_REPORT,
  '/subscribers',
  '/settings',
];

let chromium: Awaited<ReturnType<typeof consoleInChromium>>;

beforeAll(async () => {
  chromium = await consoleInChromium();
});

afterAll(() => chromium.close());

describe('by keyboard alone', () => {
  it.each(ROLES)(
    'every stop of every page is seen and marked, in the order of the page, as %s',
    async (role) => {
      const { page, close } = await chromium.openAs(role, '/');
      for (const path of PAGES) {
        await page.goto(path);
        const stops = await tabThrough(page);
        expect([path, stops[0]?.words]).toEqual([path, 'Перейти до основного вмісту']);
        expect([path, stops.filter(({ marked, seen }) => !marked || !seen)]).toEqual([path, []]);
        const places = stops.map(({ place }) => place).filter((place) => place >= 0);
        expect([path, places]).toEqual([path, [...places].sort((one, other) => one - other)]);
      }
      await close();
    },
  );

  it('the first stop leads past the menu', async () => {
    const { page, close } = await chromium.openAs('moderator', '/appeals');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await close();
  });

  it('a refused form begins with what is wrong, each line leading to its field', async () => {
    const { page, close } = await chromium.openAs('editor', '/publications/new');
    await page.getByLabel('Вид', { exact: true }).selectOption('Акт');
    await page.getByLabel('Назва', { exact: true }).fill('Про бюджет');
    await page.getByLabel('Назва', { exact: true }).press('Enter');
    await page.getByRole('link', { name: 'Впишіть номер.' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('act.issuer');
    await close();
  });

  it('a moderator answers an appeal and closes it', async () => {
    const { page, close } = await chromium.openAs('moderator', APPEAL);
    const { journal } = chromium.world.appeals;
    await page.getByLabel('Текст відповіді').focus();
    await page.keyboard.type('Полагодимо завтра.');
    await tabTo(page, 'Надіслати відповідь');
    await page.keyboard.press('Enter');
    await page.getByText('Відповідь записано.').waitFor();

    await tabTo(page, 'Закрити звернення');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Звернення закрито.').waitFor();
    expect(journal).toEqual([
      'moderator replies «Полагодимо завтра.» Н-2026-000123',
      'moderator closes as explained Н-2026-000123',
    ]);
    await close();
  });

  it('an editor writes a broadcast, makes a word bold, chooses a topic and saves it', async () => {
    const { page, close } = await chromium.openAs('editor', '/broadcasts/new');
    await tabTo(page, 'title');
    await page.keyboard.type('Завтра не буде води');
    await tabTo(page, 'text');
    await page.keyboard.type('Запасіться');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+B');
    await tabTo(page, 'Вода, світло, тепло, дороги');
    await page.keyboard.press('Space');
    await tabTo(page, 'Зберегти й переглянути');
    await page.keyboard.press('Enter');
    await page.getByText('Чернетку збережено.').waitFor();
    expect(chromium.world.broadcasts.inputs).toMatchObject([
      { title: 'Завтра не буде води', text: '**Запасіться**', audience: { topics: ['utilities'] } },
    ]);
    await close();
  });

  it('the head switches the minute of silence off', async () => {
    const { page, close } = await chromium.openAs('head', '/settings/hours');
    const silence = page.getByLabel('Притримувати розсилки на цей час');
    await silence.focus();
    await page.keyboard.press('Space');
    await tabTo(page, 'Зберегти');
    await page.keyboard.press('Enter');
    await page.getByText('Налаштування збережено.').waitFor();
    expect(await silence.isChecked()).toBe(false);
    await close();
  });

  it('an administrator adds a colleague, choosing roles with Space', async () => {
    const { page, close } = await chromium.openAs('administrator', '/staff');
    await page.getByLabel('Прізвище та ім’я').focus();
    await page.keyboard.type('Мороз Петро');
    await page.keyboard.press('Tab');
    await page.keyboard.type('petro@nizhyn.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Головний спеціаліст');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await tabTo(page, 'Додати й створити посилання');
    await page.keyboard.press('Enter');
    await page.getByText('Посилання, щоб задати пароль').waitFor();
    await close();
  });
});
