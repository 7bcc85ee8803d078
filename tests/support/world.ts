import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulators, type EmulatorsOptions, startEmulators } from '../../src/sandbox/emulators/start.js';
import { aService, type ServiceProcess } from './service.js';

/** The built service in a process of its own, beside emulated messengers in this one. */
export interface World extends ServiceProcess {
  readonly emulators: Emulators;
  readonly dataDir: string;
  close(): Promise<void>;
}

/** Builds the world; the service is not started yet. */
export async function aWorld(
  options: { readonly emulators?: EmulatorsOptions; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<World> {
  const emulators = await startEmulators(options.emulators);
  const dataDir = mkdtempSync(join(tmpdir(), 'visnyk-world-'));
  const service = await aService({ DATA_DIR: dataDir, ...reaching(emulators), ...options.env });
  return {
    ...service,
    emulators,
    dataDir,
    async start() {
      await service.start();
      await registerViber(emulators, service.url);
    },
    async close() {
      await service.kill();
      await emulators.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Settings with which a service reaches these emulators. */
export function reaching({ telegram, viber }: Emulators): Readonly<Record<string, string>> {
  return {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    VIBER_AUTH_TOKEN: viber.token,
    VIBER_API_ROOT: viber.apiRoot,
  };
}

/** Without a public address nobody tells Viber where we are; the test does, as a city's IT person would. */
export async function registerViber({ viber }: Emulators, url: string): Promise<void> {
  const response = await fetch(`${viber.apiRoot}/set_webhook`, {
    method: 'POST',
    headers: { 'X-Viber-Auth-Token': viber.token },
    body: JSON.stringify({ url: `${url}/webhooks/viber`, send_name: true }),
  });
  const { status, status_message } = (await response.json()) as { status: number; status_message: string };
  if (status !== 0) throw new Error(`Viber's emulator refused the webhook: ${status_message}`);
}
