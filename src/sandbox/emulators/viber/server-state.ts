import type { EmulatorFeed } from '../emulator-feed.js';
import type { FileStore, StoredFile } from '../file-store.js';
import type { Journal } from '../journal.js';
import type { ViberBilling } from './billing.js';
import type { CallbackSender } from './callbacks.js';
import type { ViberChatBook } from './chat.js';
import type { ClientFailures } from './client-failures.js';
import type { ViberLimits } from './limits.js';

/** Everything the emulated Viber knows: what methods read and change. */
export interface ViberState {
  readonly chats: ViberChatBook;
  readonly files: FileStore;
  readonly callbacks: CallbackSender;
  readonly limits: ViberLimits;
  readonly billing: ViberBilling;
  /** The contract admits `broadcast_message` */
  readonly mayBroadcast: boolean;
  readonly clientFailures: ClientFailures;
  readonly journal: Journal;
  readonly feed: EmulatorFeed;
  /** The next 64-bit token, as digits */
  readonly nextToken: () => string;
  /** Where the bot fetches what a resident sent: a full loopback address, as real links are */
  readonly mediaUrl: (file: StoredFile) => string;
  readonly now: () => Date;
}
