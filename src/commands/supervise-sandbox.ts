import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.js';

/** The emulated messengers are up within this, or the start fails. */
const EMULATORS_START_MS = 10_000;
/** A service that died is started again after this. */
const RESTART_MS = 300;
/** A child that does not stop is ended by force. */
const STOP_MS = 9_000;
/** Tokens of bots that exist only in the emulators. */
const SANDBOX_TELEGRAM_TOKEN = '7000000001:sandbox-emulator-only-not-a-real-token';
const SANDBOX_VIBER_TOKEN = 'sandbox-emulator-only-not-a-real-token';

interface EmulatorAddresses {
  readonly telegramApiRoot: string;
  readonly viberApiRoot: string;
  readonly controlUrl: string;
}

/**
 * Sandbox mode: the emulated messengers in one child process, the service in another. Starts the service again
 * whenever it dies (so that a stranger may kill it and watch it come back), and stops both on SIGTERM.
 */
export async function superviseSandbox(config: Config): Promise<void> {
  const emulators = forkScript('./emulators.js', {
    ...process.env,
    SANDBOX_TELEGRAM_TOKEN,
    SANDBOX_VIBER_TOKEN,
    SANDBOX_STATE_FILE: join(config.dataDir, 'phones.json'),
  });
  let service: ChildProcess | undefined;
  let stopping = false;

  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    if (service) await end(service);
    await end(emulators);
    process.exit(code);
  };
  process.once('SIGTERM', () => void stop(0));
  process.once('SIGINT', () => void stop(0));
  emulators.once('exit', () => {
    if (!stopping) process.stderr.write('The emulated messengers ended unexpectedly; stopping.\n');
    void stop(1);
  });

  const addresses = await firstMessage<EmulatorAddresses>(emulators);
  let env: NodeJS.ProcessEnv = {
    ...process.env,
    SANDBOX: 'true',
    SANDBOX_TELEGRAM_TOKEN,
    SANDBOX_VIBER_TOKEN,
    SANDBOX_TELEGRAM_API_ROOT: addresses.telegramApiRoot,
    SANDBOX_VIBER_API_ROOT: addresses.viberApiRoot,
    SANDBOX_CONTROL_URL: addresses.controlUrl,
  };
  startService();

  function startService(): void {
    if (stopping) return;
    let ready = false;
    const child = forkScript('../main.js', env);
    service = child;
    child.on('message', (message: { kind: string; port: number }) => {
      ready = true;
      env = { ...env, PORT: String(message.port) }; // the same address after a restart
    });
    child.once('exit', (code, signal) => {
      if (stopping) return;
      if (!ready && signal === null) return void stop(code ?? 1);
      process.stdout.write(`The service ended (${signal ?? `code ${code}`}); starting it again.\n`);
      setTimeout(startService, RESTART_MS);
    });
  }
}

function forkScript(path: string, env: NodeJS.ProcessEnv): ChildProcess {
  return fork(fileURLToPath(new URL(path, import.meta.url)), [], { env, stdio: 'inherit' });
}

async function firstMessage<T>(child: ChildProcess): Promise<T> {
  const [message] = await once(child, 'message', { signal: AbortSignal.timeout(EMULATORS_START_MS) });
  return message as T; // our own child, started from this same build
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(force);
}
