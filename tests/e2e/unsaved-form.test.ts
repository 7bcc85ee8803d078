import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, consoleInChromium } from './console-in-chromium.js';
import { tabThrough } from './tab-stops.js';

let chromium: Awaited<ReturnType<typeof consoleInChromium>>;

beforeAll(async () => {
  chromium = await consoleInChromium();
});

afterAll(() => chromium.close());

/** The form of a new broadcast as it comes back to whoever left it without saving. */
async function comeBack(width: number) {
  const opened = await chromium.openAs('editor', '/broadcasts/new', { viewport: { width, height: 800 } });
  const { page } = opened;
  await page.getByLabel('Заголовок').fill('Завтра не буде води');
  await page.locator('[data-is-kept]').waitFor();
  await page.goto('/broadcasts/new');
  await page.getByText('У формі – те, що ви писали').waitFor();
  expect(await page.getByLabel('Заголовок').inputValue()).toBe('Завтра не буде води');
  return opened;
}

describe('a form that was left without saving', () => {
  it.each([360, 1280])('comes back accessible at %i pixels, light and dark', async (width) => {
    const { page, complaints, close } = await comeBack(width);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('offers first to put aside what was written, then its fields in their order', async () => {
    const { page, close } = await comeBack(1280);
    const stops = await tabThrough(page);
    expect(stops.filter(({ marked, seen }) => !marked || !seen)).toEqual([]);
    const words = stops.map((stop) => stop.words);
    const places = ['Відкинути це', 'title', 'text', 'Зберегти й переглянути'].map((one) =>
      words.indexOf(one),
    );
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);

    await page.getByRole('button', { name: 'Відкинути це' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('У формі – те, що ви писали').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Заголовок').inputValue()).toBe('');
    await close();
  });
});
