import { addressBlock } from '../app/address-block.js';
import { createLog } from '../app/log.js';
import { createApp } from '../app.js';
import type { Config } from '../config.js';

/** Longest a clean stop may take before the process ends anyway. */
const STOP_DEADLINE_MS = 9_500;

/**
 * Runs the service in this process until SIGTERM or SIGINT (or until the supervisor is gone). Prints where to
 * click when it is ready; a failed start is one sentence and exit code 1.
 */
export async function runService(config: Config): Promise<void> {
  const log = createLog(config);
  const app = createApp(config, { log });
  let stopping = false;
  const stop = (reason: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, 'service: stopping');
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'service: not stopped cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
  process.once('disconnect', () => stop('the supervisor is gone'));
  try {
    const started = await app.start();
    process.stdout.write(addressBlock(started));
    process.send?.({ kind: 'ready', port: started.port });
  } catch (error) {
    process.stderr.write(`Visnyk cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
