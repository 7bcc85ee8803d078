import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Registry } from 'prom-client';
import { createAddress } from './app/address.js';
import type { Started } from './app/address-block.js';
import { startBots } from './app/bots.js';
import { connectTelegram, connectViber } from './app/channels.js';
import { openDatabase } from './app/database.js';
import { createDoor } from './app/door.js';
import { createAppLights } from './app/lights.js';
import { measureOutbox } from './app/metrics/outbox.js';
import { createNudges } from './app/nudges.js';
import { createReadiness, freeBytesOf } from './app/readiness.js';
import { openSandboxWorld } from './app/sandbox-world.js';
import { openSecretKey } from './app/secret-key.js';
import { createServices } from './app/services.js';
import { createStores } from './app/stores.js';
import { announceWebhooks } from './app/webhooks.js';
import type { Config } from './config.js';
import { type Clocks, systemClocks } from './lib/clocks.js';
import type { Logger } from './lib/log.js';
import { startSchedule } from './schedule.js';
import { NIZHYN_DEPARTMENTS } from './services/appeals/nizhyn-departments.js';
import { registerReceived } from './services/appeals/register.js';
import { createIntake } from './services/intake/accept.js';
import { whileHolding } from './services/leases/leases.js';
import { ensureIndexes } from './storage/connection.js';
import { assertNoHalfImport } from './storage/transfer/transfer-mark.js';
import { listen } from './web/listen.js';

/** Answers under way are given this long at a stop. */
const HTTP_GRACE_MS = 1_500;

/** What a test may replace. */
export interface Parts {
  readonly log: Logger;
  readonly clocks?: Clocks | undefined;
}

export interface App {
  /** Opens everything in order. @throws when the database or the port is not to be had */
  start(): Promise<Started>;
  /** Closes in reverse order: requests, sends under way, leases, database. Safe to repeat, and during `start`. */
  stop(): Promise<void>;
}

/** The whole service, composed. Nothing exists before `start`. */
export function createApp(config: Config, parts: Parts): App {
  const { log } = parts;
  const closers: (() => Promise<void>)[] = [];
  const stopping = new AbortController();
  let started: Promise<Started> | undefined;
  let stopped: Promise<void> | undefined;

  return {
    start() {
      started ??= open().catch(async (error: unknown) => {
        await closeAll().catch((second: unknown) => log.error({ err: second }, 'start: not undone'));
        throw error;
      });
      return started;
    },
    stop() {
      stopped ??= close();
      return stopped;
    },
  };

  async function close(): Promise<void> {
    stopping.abort(new Error('stopped while starting'));
    await started?.catch(() => undefined); // whoever called `start` is told
    await closeAll();
  }

  async function open(): Promise<Started> {
    const database = await openDatabase(config, log);
    closers.push(() => database.close());
    const { connection } = database;
    await assertNoHalfImport(connection);
    const { nudges, connect } = createNudges();
    const address = createAddress(config);
    const emulators = config.sandbox?.emulators;
    const sandbox = emulators && (await openSandboxWorld(emulators, connection, () => schedule.runAll()));
    const clocks = parts.clocks ?? sandbox?.clocks ?? systemClocks;

    const registry = new Registry();
    const created = await createStores(connection, config.dataDir, clocks.real);
    const stores = { ...created, outbox: measureOutbox(registry, created.outbox) };
    const telegram = connectTelegram(config);
    const viber = await connectViber(config, address.pictureUrl, log);
    const channels = [telegram, viber].filter((channel) => channel !== undefined);
    const shared = { config, connection, stores, channels, clocks, nudges, log };
    const secretKey = await openSecretKey(config.dataDir);
    const services = createServices({
      ...shared,
      secretKey,
      origin: address.origin,
      page: address.page,
      dataCopy: address.dataCopy,
      stopping: stopping.signal,
    });
    const intake = createIntake(stores.inbox, clocks.now, nudges.inbox);
    await ensureIndexes(connection);
    await stores.appeals.beginWithDepartments(NIZHYN_DEPARTMENTS);
    // The embedded database lives in this process: whoever held a lease has died with it, and residents need not
    // wait for the lease to end.
    if (database.kind === 'embedded') await stores.leases.expireAll();
    const freeBytes = () => freeBytesOf(config.dataDir);
    const door = createDoor({
      ...shared,
      registry,
      services,
      lights: createAppLights({
        ...stores,
        telegram,
        viber,
        database,
        freeBytes,
        address,
        pollsTelegram: config.publicUrl === undefined,
        real: clocks.real,
      }),
      intake,
      telegram,
      viber,
      sandbox: await sandbox?.seed({ stores, timeZone: config.cityTimeZone }),
      origin: address.origin,
      readiness: createReadiness({
        ...stores,
        freeBytes,
        channels,
        real: clocks.real,
      }),
      stopping: stopping.signal,
    });
    stopping.signal.throwIfAborted();
    const listener = await listen(door, config.host, config.port);
    address.listeningOn(listener.port);
    const leases = {
      store: stores.leases,
      holder: `${hostname()}:${process.pid}:${randomUUID()}`,
      real: clocks.real,
      log,
    };
    const bots = startBots({ ...shared, services, intake, leases });
    const bringAnswers = async () => {
      await services.answers.queueMissed();
      await services.appeals.shareAnswers();
    };
    const cron = whileHolding(leases, 'broadcasts', async (lease) => {
      await bringAnswers();
      void schedule.run('daily-counts');
      void schedule.run('escalation').then(() => schedule.run('morning-digest'));
      await Promise.all(
        [services.driver, services.digests, services.photoFetcher].map((worker) => worker.run(lease.signal)),
      );
    });
    connect({ bots, driver: services.driver, digests: services.digests, photos: services.photoFetcher });
    const schedule = startSchedule(
      [
        { name: 'broadcasts', at: '* * * * *', run: async () => nudges.broadcasts() },
        { name: 'answers', at: '* * * * *', run: bringAnswers },
        { name: 'daily-counts', at: '*/15 * * * *', run: services.dailyCounts.recount },
        { name: 'retention', at: '20 * * * *', run: services.retention.run },
        { name: 'unused', at: '40 3 * * *', run: services.retention.sweepUnused },
        { name: 'data-copies', at: '*/10 * * * *', run: services.copying.removeExpired },
        { name: 'feeds', at: '* * * * *', run: services.feeds.lookAtDue },
        { name: 'greetings', at: '*/5 * * * *', run: services.greetings.openDue },
        { name: 'morning-digest', at: '*/5 * * * *', run: services.morningDigests.makeDue },
        { name: 'escalation', at: '*/5 * * * *', run: services.escalate },
        {
          name: 'registration',
          at: '* * * * *',
          run: () =>
            registerReceived({ store: stores.appeals, mode: services.registrationMode }, clocks.now()),
        },
      ],
      { timeZone: config.cityTimeZone, mayRun: cron.held, log },
    );
    const webhooks = announceWebhooks({ telegram, viber, address, config, log }, stopping.signal);
    closers.push(async () => {
      stopping.abort();
      await Promise.all([listener.close(HTTP_GRACE_MS), schedule.stop(), webhooks]);
      await Promise.all([cron.stop(), ...[...bots.values()].map((bot) => bot.stop())]);
    });
    return {
      port: listener.port,
      url: address.origin(),
      sandbox: sandbox !== undefined,
      sandboxOffBecause: config.sandboxOffBecause,
      database: database.kind,
      channels: channels.map(({ channel }) => channel.id),
      firstAccountLink: sandbox ? undefined : await services.staff.access.firstLink(),
    };
  }

  async function closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const closer of closers.splice(0).reverse())
      await closer().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'not everything was closed');
  }
}
