import type { EmulatorFeed } from './emulator-feed.js';
import { createStateFile } from './state-file.js';
import type { ServerState } from './telegram/server-state.js';
import { restoreTelegram, type TelegramSnapshot, takeTelegramSnapshot } from './telegram/snapshot.js';
import type { ViberState } from './viber/server-state.js';
import { restoreViber, takeViberSnapshot, type ViberSnapshot } from './viber/snapshot.js';

const VERSION = 1;

interface Snapshot {
  readonly version: number;
  readonly telegram: TelegramSnapshot;
  readonly viber: ViberSnapshot;
}

/**
 * Brings back the state of the file, then keeps the file up to date.
 *
 * @returns the function that writes the last snapshot and stops
 */
export function keepState(
  path: string,
  telegram: ServerState,
  viber: ViberState,
  feed: EmulatorFeed,
): () => void {
  const file = createStateFile(path, (): Snapshot => {
    return { version: VERSION, telegram: takeTelegramSnapshot(telegram), viber: takeViberSnapshot(viber) };
  });
  const saved = file.read();
  if (isSnapshot(saved)) {
    restoreTelegram(telegram, saved.telegram);
    restoreViber(viber, saved.viber);
  }
  const stopListening = [
    feed.listen(() => file.touch()),
    telegram.journal.listen(() => file.touch()),
    viber.journal.listen(() => file.touch()),
    telegram.updates.onPush(() => file.touch()),
  ];
  return () => {
    for (const stop of stopListening) stop();
    file.close();
  };
}

/** Our own file: a right version means a right shape. */
function isSnapshot(value: unknown): value is Snapshot {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === VERSION;
}
