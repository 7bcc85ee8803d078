import { afterAll, beforeAll, expect, it } from 'vitest';
import { consoleInChromium } from './console-in-chromium.js';

let chromium: Awaited<ReturnType<typeof consoleInChromium>>;

beforeAll(async () => {
  chromium = await consoleInChromium();
});

afterAll(() => chromium.close());

it('the poster is one sheet of A4 with a code for each messenger', async () => {
  const { page, close } = await chromium.openAs('head', '/settings/poster?source=library-1');
  expect(await page.getByRole('img', { name: /^QR-код: чат у/ }).count()).toBe(2);
  const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(sheet).toMatch(/\/MediaBox\s*\[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
  await close();
});
