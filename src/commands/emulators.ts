import { startEmulators } from '../sandbox/emulators/start.js';

/**
 * The emulated messengers as a child process: tells the parent where they are and lives until it is
 * stopped or the parent is gone, whichever comes first.
 */
const { SANDBOX_TELEGRAM_TOKEN, SANDBOX_VIBER_TOKEN, SANDBOX_STATE_FILE } = process.env;

const emulators = await startEmulators({
  telegramToken: SANDBOX_TELEGRAM_TOKEN,
  viberToken: SANDBOX_VIBER_TOKEN,
  stateFile: SANDBOX_STATE_FILE,
});

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await emulators.close();
  process.exit(0);
};
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
process.once('disconnect', () => void stop());

process.send?.({
  telegramApiRoot: emulators.telegram.apiRoot,
  viberApiRoot: emulators.viber.apiRoot,
  controlUrl: emulators.controlUrl,
});
