import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { can, ROLES } from '../../src/domain/role.js';
import { APPEAL, axeViolations, consoleInChromium } from './console-in-chromium.js';

/** Pages that show each role something else; `console.test.ts` walks all of them as an administrator. */
const PAGES = ['/', APPEAL, '/broadcasts/b1', '/staff', '/settings'];

let chromium: Awaited<ReturnType<typeof consoleInChromium>>;

beforeAll(async () => {
  chromium = await consoleInChromium();
});

afterAll(() => chromium.close());

describe.each(ROLES.filter((role) => role !== 'administrator'))('as %s', (role) => {
  it.each([360, 1280])('every page is accessible and fits %i pixels, light and dark', async (width) => {
    const { page, complaints, close } = await chromium.openAs(role, '/', {
      viewport: { width, height: 800 },
    });
    for (const path of PAGES) {
      await page.goto(path);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect([path, await axeViolations(page)]).toEqual([path, []]);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, overflow]).toEqual([path, 0]);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('the appeal offers what the role may do, and nothing else', async () => {
    const { page, close } = await chromium.openAs(role, APPEAL);
    const actor = { kind: 'staff', id: role, name: role, roles: [role] } as const;
    const forms = await page.locator('main form[method="post"]').count();
    expect(forms > 0).toBe(can(actor, 'appeals.write'));
    await close();
  });
});
