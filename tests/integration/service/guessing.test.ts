import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aService, type ServiceProcess } from '../../support/service.js';

/** More than one address may try, whomever it tries. */
const TRIES = 40;

const dataDir = mkdtempSync(join(tmpdir(), 'visnyk-guessing-'));
let service: ServiceProcess;

beforeAll(async () => {
  service = await aService({ DATA_DIR: dataDir, SANDBOX: 'false' });
  await service.start();
}, 60_000);

afterAll(async () => {
  await service.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

it('a stranger who makes up where requests come from gets no more guesses', { timeout: 60_000 }, async () => {
  for (let at = 1; at <= TRIES; at += 1) {
    const made = `203.0.113.${at}`;
    const response = await fetch(`${service.url}/login`, {
      method: 'POST',
      headers: { 'X-Forwarded-For': made, 'X-Real-IP': made, Forwarded: `for=${made}` },
      body: new URLSearchParams({ email: `somebody-${at}@rada.gov.ua`, password: 'вгадую пароль далі' }),
    });
    expect(response.status).toBe(422);
    if ((await response.text()).includes('Забагато невдалих спроб')) return;
  }
  expect.unreachable('nobody was slowed down');
});
