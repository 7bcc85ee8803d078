import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulators, startEmulators } from '../../../src/sandbox/emulators/start.js';
import { aService, type ServiceProcess } from '../../support/service.js';
import { until } from '../../support/until.js';
import { reaching } from '../../support/world.js';

const DB_SERVE = new URL('../../../dist/commands/db-serve.js', import.meta.url).pathname;
const PER_SECOND = 20;
const CROWD = 300;
const TAKEOVER_MS = 15_000;

interface BroadcastJson {
  readonly id: string;
  readonly status: string;
  readonly counts: Readonly<Record<string, number>>;
}

describe('two processes on one database', () => {
  let emulators: Emulators;
  let database: ChildProcess;
  let dataDir: string;
  let services: readonly ServiceProcess[];

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'visnyk-two-'));
    emulators = await startEmulators({ limits: { telegram: false } });
    database = spawn(process.execPath, [DB_SERVE], {
      env: { DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const uri = await firstLineWith('mongodb://', database);
    const env = {
      ...reaching(emulators),
      DATA_DIR: dataDir,
      MONGODB_URI: uri,
      LOG_LEVEL: 'error',
      TELEGRAM_MESSAGES_PER_SECOND: String(PER_SECOND),
    };
    services = [await aService(env), await aService(env)];
    for (const service of services) await service.start();
  });
  afterEach(async () => {
    await Promise.all(services.map((service) => service.kill()));
    const ended = once(database, 'exit');
    database.kill('SIGKILL');
    await ended;
    await emulators.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('sends from one; the other takes over when it dies, and never doubles the budget or a message', async () => {
    const [first, second] = services;
    if (!first || !second) throw new Error('two services');
    const { telegram } = emulators;
    const lines = Array.from({ length: CROWD }, () =>
      JSON.stringify({
        channel: 'telegram',
        address: telegram.addPerson({ status: 'active', crowd: true }).id,
      }),
    );
    await first.api('POST', '/subscribers/import', lines.join('\n'));
    const draft = await first.api<BroadcastJson>('POST', '/broadcasts', {
      kind: 'announcement',
      title: 'Вода',
      text: 'Завтра не буде води.',
    });
    await first.api('POST', `/broadcasts/${draft.body.id}/approve`, {});
    await until('a part to be sent', () => telegram.journal.totalReceivedCount() > 60);

    await first.kill(); // it was started first and holds every lease
    const sentByFirst = telegram.journal.totalReceivedCount();
    const killedAt = Date.now();
    await until(
      'the other to take over',
      () => telegram.journal.totalReceivedCount() > sentByFirst,
      TAKEOVER_MS,
    );
    expect(Date.now() - killedAt).toBeLessThan(TAKEOVER_MS);

    const finished = await until(
      'the broadcast to finish',
      async () => {
        const { body } = await second.api<BroadcastJson>('GET', `/broadcasts/${draft.body.id}`);
        return body.status === 'finished' && body;
      },
      90_000,
    );
    const { sent = 0, unknown = 0 } = finished.counts;
    expect(sent + unknown).toBe(CROWD);
    expect(telegram.journal.repeats()).toEqual([]);
    expect(CROWD - telegram.journal.totalReceivedCount()).toBeLessThanOrEqual(unknown);
    expect(
      mostInASecond(telegram.journal.requests('sendMessage').map(({ at }) => at.getTime())),
    ).toBeLessThan(
      // A busy machine may deliver requests late and together; two budgets would be twice as many.
      PER_SECOND * 1.5,
    );
  }, 150_000);
});

function mostInASecond(timesMs: readonly number[]): number {
  return Math.max(...timesMs.map((from) => timesMs.filter((at) => at >= from && at < from + 1_000).length));
}

async function firstLineWith(start: string, { stdout }: ChildProcess): Promise<string> {
  let text = '';
  stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return until(`a line «${start}…»`, () => text.split('\n').find((line) => line.startsWith(start)));
}
