import { createAddress } from '../app/address.js';
import { connectTelegram, connectViber } from '../app/channels.js';
import { openDatabase } from '../app/database.js';
import { createAppLights } from '../app/lights.js';
import { createLog } from '../app/log.js';
import { freeBytesOf } from '../app/readiness.js';
import type { Config } from '../config.js';
import { lightModels } from '../console/lights/light-model.js';
import { systemClocks } from '../lib/clocks.js';
import { createHeartbeat } from '../storage/heartbeat-store.js';
import { createOutboxStore } from '../storage/outbox/outbox-store.js';
import { assertNoHalfImport } from '../storage/transfer/transfer-mark.js';
import { checkCertificate } from './doctor/certificate.js';
import { checkClock } from './doctor/clock.js';
import type { Finding } from './doctor/finding.js';
import { checkOutside } from './doctor/outside.js';
import { checkRights } from './doctor/rights.js';
import { joinRunningService } from './join-running-service.js';
import { readConfig } from './read-config.js';
import { runCommand } from './run-command.js';

const SIGNS: Readonly<Record<Finding['tone'], string>> = { ok: '✓', warn: '!', bad: '✗', quiet: '–' };

/**
 * `npm run doctor`: looks at everything the service depends on and says in plain words what to do. Nobody outside is
 * written to. Exit code 1 when something does not work.
 */
await runCommand('Перевірку не завершено', async () => {
  const config = readConfig();
  const outside =
    config.publicUrl === undefined
      ? []
      : [checkOutside(config.publicUrl), checkCertificate(config.publicUrl, systemClocks.real())];
  const findings = await Promise.all([
    checkRights(config.dataDir),
    checkClock(config.telegram.apiRoot, systemClocks.real),
    ...outside,
  ]);
  findings.push(...(await checkConnected(config)));
  for (const { title, tone, sentences } of findings)
    process.stdout.write(`${SIGNS[tone]} ${title}: ${sentences.join('\n    ')}\n`);
  if (findings.some(({ tone }) => tone === 'bad')) process.exitCode = 1;
});

/** Both messengers and the database, as the console's page shows them. */
async function checkConnected(config: Config): Promise<readonly Finding[]> {
  const log = createLog({ ...config, logLevel: 'silent' });
  const database = await openAnyhow(config);
  if (database instanceof Error) return [{ title: 'База даних', tone: 'bad', sentences: [database.message] }];
  try {
    const { connection } = database;
    const address = createAddress(config);
    const lights = createAppLights({
      telegram: connectTelegram(config),
      viber: await connectViber(config, address.pictureUrl, log),
      database,
      heartbeat: createHeartbeat(connection),
      freeBytes: () => freeBytesOf(config.dataDir),
      outbox: createOutboxStore(connection),
      address,
      pollsTelegram: config.publicUrl === undefined,
      real: systemClocks.real,
    });
    const models = lightModels(await lights.check());
    const half = await assertNoHalfImport(connection).catch((error: Error) => error);
    return half === undefined
      ? models
      : [...models, { title: 'Імпорт', tone: 'bad', sentences: [half.message] }];
  } finally {
    await database.close();
  }
}

/** The database of a service that runs, else the one it would open. */
async function openAnyhow(config: Config) {
  const log = createLog({ ...config, logLevel: 'silent' });
  try {
    const running = await joinRunningService(config);
    if (!running) return await openDatabase(config, log);
    return { ...running, kind: 'embedded' as const, sizeBytes: async () => undefined };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
