import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HELP_PICTURES } from '../../../src/console/help/help-route.js';
import { consoleApp } from '../../support/console/console-app.js';
import { open } from '../../support/console/request-as.js';

const GUIDES = ['/help/editor', '/help/moderator', '/help/head'];

describe('/help', () => {
  it('leads from the menu to three first days', async () => {
    const { app } = consoleApp();
    expect((await open(app, '/', 'viewer')).html).toContain('href="/help"');
    const { html } = await open(app, '/help', 'viewer');
    for (const guide of GUIDES) expect(html).toContain(`href="${guide}"`);
  });

  it.each(GUIDES)('%s shows pictures that are there, and with them stays a light page', async (path) => {
    const { app } = consoleApp();
    const { html } = await open(app, path, 'viewer');
    const sources = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, source = '']) => source);
    expect(sources.filter((source) => source.endsWith('.webp')).length).toBeGreaterThan(1);
    let bytes = Buffer.byteLength(html);
    for (const source of sources) {
      const answer = await app.request(source);
      expect([source, answer.status]).toEqual([source, 200]);
      bytes += (await answer.arrayBuffer()).byteLength;
    }
    expect(bytes).toBeLessThan(100_000);
  });

  it('names only pages that its reader may open', async () => {
    const { app } = consoleApp();
    for (const role of ['editor', 'moderator', 'head'] as const) {
      const { html } = await open(app, `/help/${role}`, role);
      const main = html.slice(html.indexOf('<main'));
      for (const [, href = ''] of main.matchAll(/<a href="(\/[^"]*)"/g))
        expect([role, href, (await open(app, href, role)).status]).toEqual([role, href, 200]);
    }
  });

  it('shows every picture that is kept', async () => {
    const { app } = consoleApp();
    const pages = await Promise.all(GUIDES.map(async (path) => (await open(app, path, 'viewer')).html));
    for (const name of readdirSync(HELP_PICTURES)) expect(pages.join('')).toContain(name);
  });

  it('knows no other day', async () => {
    expect((await open(consoleApp().app, '/help/nobody', 'viewer')).status).toBe(404);
  });
});
