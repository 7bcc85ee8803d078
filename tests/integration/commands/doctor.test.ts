import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judge } from '../../../src/commands/doctor/certificate.js';
import { checkClock } from '../../../src/commands/doctor/clock.js';
import { type Emulators, startEmulators } from '../../../src/sandbox/emulators/start.js';
import { reaching } from '../../support/world.js';

const COMMAND = new URL('../../../dist/commands/doctor.js', import.meta.url).pathname;
const pem = (name: string) => new URL(`../../support/certificates/${name}`, import.meta.url).pathname;

let emulators: Emulators;
let dataDir: string;

beforeEach(async () => {
  emulators = await startEmulators();
  dataDir = await mkdtemp(join(tmpdir(), 'visnyk-doctor-'));
});
afterEach(async () => {
  await emulators.close();
  await rm(dataDir, { recursive: true });
});

async function doctor(changes: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, ...reaching(emulators), ...changes };
  const child = spawn(process.execPath, [COMMAND], { env, cwd: dataDir });
  const [exit, output, errors] = await Promise.all([
    once(child, 'exit'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code: exit[0], output, errors };
}

/** A proxy with the certificate of localhost. */
async function aProxy(answer: RequestListener) {
  const server = createServer(
    { key: readFileSync(pem('leaf.key')), cert: readFileSync(pem('leaf.pem')) },
    answer,
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `https://localhost:${port}`, close: () => once(server.close(), 'close') };
}

describe('npm run doctor', { timeout: 60_000 }, () => {
  it('finds a service behind its firewall in order', async () => {
    const { code, output, errors } = await doctor();
    expect(errors).toBe('');
    expect(output).toContain('✓ Права на файли');
    expect(output).toContain('✓ Годинник: Іде правильно.');
    expect(output).toMatch(/✓ Telegram: Бот «.+» відповідає\./);
    expect(output).toMatch(/✓ База даних: Вбудована база зберігає/);
    expect(output).toContain('PUBLIC_URL'); // Viber has nowhere to bring messages to
    expect(code).toBe(0);
  });

  it('tells what to do about a wrong token, and ends with 1', async () => {
    const { code, output } = await doctor({ VIBER_AUTH_TOKEN: 'wrong-token' });
    expect(output).toMatch(/✗ Viber: .+\n {4}Що робити: перевірте VIBER_AUTH_TOKEN/);
    expect(code).toBe(1);
  });

  it('tells what is wrong in the settings', async () => {
    const { code, errors } = await doctor({ PORT: 'many' });
    expect(errors).toContain('PORT');
    expect(code).toBe(1);
  });

  it('tells who can read what only the service should', async () => {
    await chmod(dataDir, 0o755);
    const { code, output } = await doctor();
    expect(output).toContain(`chmod go= ${dataDir}`);
    expect(code).toBe(0);
  });

  it('tells that the chain of the outside address is not whole, and that nobody answers behind it', async () => {
    const proxy = await aProxy((_, response) => response.writeHead(502).end());
    const { code, output } = await doctor({ PUBLIC_URL: proxy.url });
    await proxy.close();
    expect(output).toMatch(/✗ Сертифікат: .+fullchain\.pem/);
    expect(output).toMatch(/✗ Зовнішня адреса: /);
    expect(code).toBe(1);
  });

  it('is content with a trusted chain that leads to the service', async () => {
    const proxy = await aProxy((_, response) => response.writeHead(200).end());
    const { output } = await doctor({ PUBLIC_URL: proxy.url, NODE_EXTRA_CA_CERTS: pem('ca.pem') });
    await proxy.close();
    expect(output).toMatch(/✓ Сертифікат: Ланцюг повний/);
    expect(output).toContain(`✓ Зовнішня адреса: ${proxy.url} веде до Вісника.`);
  });

  it('tells that nothing listens at the outside address', async () => {
    const proxy = await aProxy(() => undefined);
    await proxy.close();
    const { output } = await doctor({ PUBLIC_URL: proxy.url });
    expect(output).toMatch(/✗ Сертифікат: .+ECONNREFUSED/);
  });
});

describe('what the doctor thinks', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  const in13Days = new Date('2026-12-07T12:00:00Z');

  it.each([
    [{ fault: undefined, validTo: in13Days }, 'warn', 'до кінця строку днів: 13'],
    [{ fault: undefined, validTo: new Date('2026-12-08T12:00:00Z') }, 'ok', 'днів: 14'],
    [{ fault: 'CERT_HAS_EXPIRED', validTo: now }, 'bad', 'строк сертифіката минув'],
    [{ fault: 'SOMETHING_NEW', validTo: now }, 'bad', 'SOMETHING_NEW'],
  ])('of a certificate: %o', (shown, tone, words) => {
    const finding = judge(shown, now);
    expect(finding.tone).toBe(tone);
    expect(finding.sentences.join(' ')).toContain(words);
  });

  it.each([
    [-40, 'bad', 'Відстає на 40 с'],
    [40, 'bad', 'Поспішає на 40 с'],
    [5, 'ok', 'Іде правильно'],
  ])('of a clock that is %i s off', async (offS, tone, words) => {
    const now = () => new Date(Date.now() + offS * 1_000);
    const finding = await checkClock(emulators.telegram.apiRoot, now);
    expect(finding.tone).toBe(tone);
    // A second may begin meanwhile.
    expect(finding.sentences[0]?.replace('39', '40').replace('41', '40')).toContain(words);
  });

  it('of a clock that cannot be compared', async () => {
    await emulators.close();
    expect(await checkClock(emulators.telegram.apiRoot, () => new Date())).toMatchObject({ tone: 'warn' });
    emulators = await startEmulators();
  });
});
