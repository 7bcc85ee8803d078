import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { listen } from '../../src/web/listen.js';
import { launchChromium } from '../support/chromium.js';
import { consoleApp } from '../support/console/console-app.js';
import { prepareDemoOffice } from '../support/console/demo-office.js';
import { registerDemoPublications } from '../support/console/demo-publications.js';
import { demoWorld } from '../support/console/demo-world.js';

/** The console over fakes, on a port, with a browser in front of it. */
export async function consoleInChromium() {
  const world = await demoWorld();
  const sandbox = { roles: ['moderator', 'editor'] as const, staffId: async (role: string) => role };
  const { app, parts, stop } = consoleApp({ ...world, sandbox });
  await registerDemoPublications(parts.publications);
  await prepareDemoOffice(parts);
  const listener = await listen(app, '127.0.0.1', 0);
  const browser = await launchChromium();
  const origin = `http://127.0.0.1:${listener.port}`;

  /** A page of somebody signed in, and what its console complained about. */
  async function openAs(role: string, path: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ baseURL: origin, ...options });
    // Signed in, and also waiting for the second step: its pages are seen too.
    const cookies = ['visnyk', 'visnyk-step'].map((name) => ({ name, value: role, url: origin }));
    await context.addCookies(cookies);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !/40[34]/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(path);
    return { page, complaints, close: () => context.close() };
  }

  return {
    app,
    world,
    openAs,
    async close() {
      await browser.close();
      stop();
      await listener.close(1_000);
    },
  };
}

/** WCAG 2.2 AA and best practices. Evaluated rather than injected: the page's policy lets no inline script in. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () =>
    (window as unknown as { axe: typeof axe }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
