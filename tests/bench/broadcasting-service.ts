import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChannelId } from '#built/domain/channel-id.js';
import { aService, type ServiceProcess } from '../support/service.js';
import { until } from '../support/until.js';
import { type Messengers, startMessengers } from './messengers.js';

interface BroadcastJson {
  readonly id: string;
  readonly status: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** The built service beside messengers that are as strict as the real ones, with a way to broadcast. */
export interface BroadcastingService {
  readonly service: ServiceProcess;
  readonly messengers: Messengers;
  /** New subscribers of one topic. */
  subscribe(count: number, topic: string): Promise<void>;
  /** Approves news for a topic, or for everybody. @returns its id */
  broadcast(title: string, topic: string | undefined): Promise<string>;
  look(id: string): Promise<BroadcastJson>;
  /** @returns the broadcast once everybody's row has its outcome */
  finished(id: string, timeoutMs: number): Promise<BroadcastJson>;
  close(): Promise<void>;
}

/** Viber sends nothing for a bot that it cannot call back. */
const PUBLIC_URL = 'https://city.example';

/** @param channel the messenger it is connected to */
export async function startBroadcastingService(channel: ChannelId): Promise<BroadcastingService> {
  const messengers = await startMessengers({ limits: true });
  const dataDir = await mkdtemp(join(tmpdir(), 'visnyk-bench-'));
  const token = await messengers.ask('token', channel);
  const apiRoot = await messengers.ask('apiRoot', channel);
  const service = await aService({
    DATA_DIR: dataDir,
    ...(channel === 'telegram'
      ? { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot }
      : { VIBER_AUTH_TOKEN: token, VIBER_API_ROOT: apiRoot, PUBLIC_URL }),
    LOG_LEVEL: 'error',
  });
  await messengers.ask('route', { host: new URL(PUBLIC_URL).host, origin: service.url });
  await service.start();

  const look = async (id: string) => (await service.api<BroadcastJson>('GET', `/broadcasts/${id}`)).body;
  return {
    service,
    messengers,
    async subscribe(count, topic) {
      const addresses = await messengers.ask('crowd', { channel, count });
      const lines = addresses.map((address) => JSON.stringify({ channel, address, topics: [topic] }));
      await service.api('POST', '/subscribers/import', lines.join('\n'));
    },
    async broadcast(title, topic) {
      const draft = await service.api<BroadcastJson>('POST', '/broadcasts', {
        kind: 'announcement',
        title,
        text: 'Завтра з 9:00 до 12:00 не буде води на вулиці Шевченка.',
        audience: topic === undefined ? {} : { topics: [topic] },
      });
      await service.api('POST', `/broadcasts/${draft.body.id}/approve`, {});
      return draft.body.id;
    },
    look,
    finished: (id, timeoutMs) =>
      until(
        'the broadcast to finish',
        async () => {
          const broadcast = await look(id);
          return broadcast.status === 'finished' && broadcast;
        },
        timeoutMs,
      ),
    async close() {
      await service.kill();
      messengers.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
