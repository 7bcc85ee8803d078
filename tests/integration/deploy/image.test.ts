import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { SETTINGS } from '../../../src/config/settings.js';
import { until } from '../../support/until.js';

const ROOT = new URL('../../..', import.meta.url).pathname;
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const PORT_LINE = /http:\/\/127\.0\.0\.1:(\d+)/;

/** What the last stage of the `Dockerfile` copies from the build, without its packages. */
function copied(): string[] {
  return [...read('Dockerfile').matchAll(/^COPY --from=build \/app\/(\S+) \S+$/gm)]
    .map(([, path]) => path ?? '')
    .filter((path) => path !== 'node_modules');
}

describe('what the image holds', { timeout: 120_000 }, () => {
  let app: string;
  beforeAll(() => {
    app = mkdtempSync(join(tmpdir(), 'visnyk-image-'));
    for (const path of copied()) {
      mkdirSync(dirname(join(app, path)), { recursive: true });
      cpSync(join(ROOT, path), join(app, path), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(app, 'node_modules'));
  });
  afterAll(() => rmSync(app, { recursive: true }));

  it('is enough to run: the pages, their sheets and scripts, the help and the sandbox', async () => {
    const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(app, 'data'), NODE_ENV: 'production' };
    const child = spawn(process.execPath, ['dist/main.js'], {
      cwd: app,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exited = once(child, 'exit');
    try {
      let output = '';
      child.stdout.on('data', (chunk) => {
        output += chunk;
      });
      child.stderr.resume();
      const port = await until('the address', () => PORT_LINE.exec(output)?.[1], 90_000);
      const origin = `http://127.0.0.1:${port}`;
      const page = await (await fetch(`${origin}/sandbox`)).text();
      const assets = [...page.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js|png|webp|svg|woff2|jpg))"/g)];
      expect(assets.length).toBeGreaterThan(2);
      for (const [, path] of assets) expect((await fetch(origin + path)).status, path).toBe(200);
      const [, health = ''] = /CMD \["node", "-e", "(.+)"\]/.exec(read('Dockerfile')) ?? [];
      const probe = spawn(process.execPath, ['-e', health], { env: { PORT: port } });
      expect((await once(probe, 'exit'))[0]).toBe(0);
    } finally {
      child.kill('SIGTERM');
      await exited;
    }
  });
});

describe('compose.yaml', () => {
  const compose = z
    .object({
      services: z.record(
        z.string(),
        z.looseObject({
          environment: z.record(z.string(), z.string()).default({}),
          volumes: z.array(z.string()).default([]),
          stop_grace_period: z.string().optional(),
          networks: z.array(z.string()).default([]),
        }),
      ),
      networks: z.record(z.string(), z.looseObject({ internal: z.boolean().optional() })),
    })
    .parse(parse(read('compose.yaml'), { merge: true }));

  it('sets nothing that the service does not know', () => {
    for (const name of ['visnyk', 'sandbox'])
      expect(Object.keys(SETTINGS)).toEqual(
        expect.arrayContaining(Object.keys(compose.services[name]?.environment ?? {})),
      );
  });

  it('mounts only files that are there', () => {
    const mounted = Object.values(compose.services).flatMap(({ volumes }) =>
      volumes.filter((volume) => volume.startsWith('./')),
    );
    expect(mounted).toHaveLength(1);
    for (const volume of mounted) expect(read(volume.split(':')[0] ?? '')).not.toBe('');
  });

  it('gives the service longer to stop than it takes', () => {
    expect(compose.services.visnyk?.stop_grace_period).toBe('15s');
  });

  it('lets nobody outside reach the database', () => {
    expect(compose.services.mongo?.networks).toEqual(['inside']);
    expect(compose.services.mongo).not.toHaveProperty('ports');
    expect(compose.networks.inside?.internal).toBe(true);
  });
});
