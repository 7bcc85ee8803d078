import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { can, ROLES, type Role } from '../../src/domain/role.js';
import { open } from '../support/console/request-as.js';
import { axeViolations, consoleInChromium } from './console-in-chromium.js';
import { APPEAL, PAGES } from './pages.js';

let chromium: Awaited<ReturnType<typeof consoleInChromium>>;

beforeAll(async () => {
  chromium = await consoleInChromium();
});

afterAll(() => chromium.close());

/** What a page shows this role but for the secrets of its forms; undefined: it is closed to the role. */
async function lookOf(path: string, role: Role): Promise<string | undefined> {
  const { status, html } = await open(chromium.app, path, role);
  if (status !== 200) return undefined;
  return html.slice(html.indexOf('<main')).replace(/value="(?:csrf-of-\w+|request-\d+)"/g, '');
}

/** Pages that look to this role as they do to nobody who stands before it in the list of roles. */
async function newLooks(role: Role): Promise<string[]> {
  const before = ROLES.slice(0, ROLES.indexOf(role));
  const paths: string[] = [];
  for (const path of PAGES) {
    const look = await lookOf(path, role);
    const seen = await Promise.all(before.map((other) => lookOf(path, other)));
    if (look !== undefined && !seen.includes(look)) paths.push(path);
  }
  return paths;
}

// `console.test.ts` walks all pages as an administrator, who is the first of the roles.
describe.each(ROLES.slice(1))('as %s', (role) => {
  it('every page that looks different is accessible and fits 360 and 1280 pixels, light and dark', async () => {
    const { page, complaints, close } = await chromium.openAs(role, '/');
    for (const path of ['/', ...(await newLooks(role))]) {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(path);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([path, width, overflow]).toEqual([path, width, 0]);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect([path, width, await axeViolations(page)]).toEqual([path, width, []]);
        }
      }
    }
    expect(complaints).toEqual([]);
    await close();
  }, 300_000);

  it('the appeal offers what the role may do, and nothing else', async () => {
    const { page, close } = await chromium.openAs(role, APPEAL);
    const actor = { kind: 'staff', id: role, name: role, roles: [role] } as const;
    const forms = await page.locator('main form[method="post"]').count();
    expect(forms > 0).toBe(can(actor, 'appeals.write'));
    await close();
  });
});
