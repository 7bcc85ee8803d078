import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Connection } from 'mongoose';
import { collectDefaultMetrics, type Registry } from 'prom-client';
import { createApi } from '../api/api.js';
import { telegramWebhook } from '../channels/telegram/webhook.js';
import { viberWebhook } from '../channels/viber/webhook.js';
import type { Config } from '../config.js';
import { createConsole } from '../console/create-console.js';
import { HELP_PICTURES } from '../console/help/help-route.js';
import type { ChannelId } from '../domain/channel-id.js';
import { localDay } from '../lib/city-time.js';
import type { Clocks } from '../lib/clocks.js';
import type { Logger } from '../lib/log.js';
import { createPublicPages } from '../public/create-public-pages.js';
import { createArchive } from '../services/broadcasts/archive.js';
import { welcome } from '../services/dialogue/welcome-answer.js';
import type { Intake } from '../services/intake/ports.js';
import type { Lights } from '../services/lights/lights.js';
import type { AccountTrouble, ReadTroubles } from '../services/outbox/store.js';
import { createQueueLengths } from '../storage/queue-lengths.js';
import type { WebEnv } from '../web/env.js';
import type { Readiness } from '../web/health.js';
import { createPendingCookies } from '../web/pending-cookie.js';
import { createServer } from '../web/server.js';
import { createSessionCookies } from '../web/session-cookie.js';
import type { ConnectedChannel } from './channels.js';
import { measureEscalations } from './metrics/escalations.js';
import { measureFeeds } from './metrics/feeds.js';
import { measureQueues } from './metrics/queues.js';
import type { SandboxPages } from './sandbox-world.js';
import type { Services } from './services.js';
import type { Stores } from './stores.js';
import { webhookSecret } from './webhooks.js';

export interface DoorDeps {
  readonly connection: Connection;
  readonly config: Config;
  readonly stores: Stores;
  readonly services: Services;
  readonly intake: Intake;
  readonly telegram: ConnectedChannel | undefined;
  readonly viber: ConnectedChannel | undefined;
  readonly sandbox: SandboxPages | undefined;
  readonly clocks: Clocks;
  readonly registry: Registry;
  readonly lights: Lights;
  /** Where the service is reached, without a final slash */
  readonly origin: () => string;
  readonly readiness: () => Promise<Readiness>;
  /** Live streams end when the service stops */
  readonly stopping: AbortSignal;
  readonly log: Logger;
}

/** Everything that is reached by HTTP, behind one door. */
export function createDoor(deps: DoorDeps): Hono<WebEnv> {
  const { config, services, sandbox, log, stopping, clocks } = deps;
  measure(deps);
  const https = config.publicUrl !== undefined;
  const cookies = createSessionCookies(services.staff.sessions, https);
  const timeZone = config.cityTimeZone;
  const api = createApi({
    ...services,
    files: deps.stores.files,
    allowLoopbackMedia: sandbox !== undefined,
    timeZone,
    log,
  });
  const staffConsole = createConsole({
    ...services,
    files: deps.stores.files,
    lights: deps.lights,
    troubles: () => readTroubles(deps),
    cookies,
    pendingCookies: createPendingCookies(services.staff.pendingSignIns, https),
    sandbox: sandbox?.signIn,
    publicUrl: config.publicUrl,
    timeZone,
    clocks,
    randomId: randomUUID,
    stopping,
    log,
  });
  return createServer({
    guarded: [
      webhooks(deps),
      api,
      ...(sandbox ? [sandbox.pages({ services, cookies, timeZone, stopping, log })] : []),
      staffConsole,
    ],
    pages: [createPublicPages(publicParts(deps))],
    assets: [HELP_PICTURES],
    registry: deps.registry,
    readiness: deps.readiness,
    authenticate: services.staff.apiTokens.authenticate,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    localhostOnly: sandbox !== undefined,
    log,
  });
}

/** What `/metrics` tells, beside the requests and what becomes of messages. */
function measure({ registry, connection, services, stores, clocks }: DoorDeps): void {
  collectDefaultMetrics({ register: registry });
  measureQueues(registry, createQueueLengths(connection), clocks.real);
  measureFeeds(registry, services.feeds);
  measureEscalations(registry, stores.appeals);
}

async function readTroubles({ stores, telegram, viber }: DoorDeps): ReturnType<ReadTroubles> {
  const troubles: [ChannelId, AccountTrouble][] = [];
  for (const connected of [telegram, viber]) {
    const trouble = connected && (await stores.outbox.trouble(connected.channel.id));
    if (trouble) troubles.push([connected.channel.id, trouble]);
  }
  return new Map(troubles);
}

function webhooks({ config, services, clocks, intake, telegram, viber, log }: DoorDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  if (telegram) app.route('/', telegramWebhook({ secret: webhookSecret(config, telegram), intake, log }));
  if (viber) {
    const { token, channel } = viber;
    const greet: Parameters<typeof viberWebhook>[0]['welcome'] = async (event) =>
      welcome(event, {
        organisation: await services.organisation(),
        draft: await services.context.draftOf(event),
        now: clocks.now(),
        timeZone: config.cityTimeZone,
      });
    app.route('/', viberWebhook({ token, channel, intake, welcome: greet, log }));
  }
  return app;
}

function publicParts({
  stores,
  services,
  config,
  clocks,
  origin,
}: DoorDeps): Parameters<typeof createPublicPages>[0] {
  return {
    archive: createArchive(stores.broadcasts),
    topics: services.topics.list,
    organisation: services.organisation,
    origin,
    findSent: async (id) => {
      const broadcast = await stores.broadcasts.get(id);
      if (!broadcast?.startedAt || broadcast.amends) return undefined;
      return { broadcast, amendments: await stores.broadcasts.amendmentsOf([id]) };
    },
    follow: async (code, isCounted) => {
      const link = await stores.links.find(code);
      if (link && isCounted) await stores.links.count(code, localDay(clocks.now(), config.cityTimeZone));
      return link?.url;
    },
    openMedia: async (publicName) => {
      const file = await stores.files.findPublic(publicName);
      return file && { ...file, read: () => stores.files.read(file.id) };
    },
    copies: services.copying,
    timeZone: config.cityTimeZone,
  };
}
