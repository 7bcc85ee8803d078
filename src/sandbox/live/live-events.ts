import { createHash } from 'node:crypto';
import type { SSEStreamingApi } from 'hono/streaming';
import { Doorbell } from '../../lib/doorbell.js';
import { runTogether } from '../../lib/run-together.js';
import { sleep } from '../../lib/sleep.js';
import type { Resident } from '../demonstration/residents.js';
import type { PhoneEvent } from '../emulators/emulator-feed.js';
import type { Phones } from '../phones/phones.js';

/** How often the queue, the broadcast and the clock are read again, in milliseconds. */
const LOOK_MS = 700;
/** Silence after which the server would cut the connection is longer than this. */
const PING_MS = 20_000;

export interface LiveDeps {
  readonly phones: Pick<Phones, 'changes'>;
  /** Everything of the page that is not on the phones, as a value that differs when the page would */
  readonly readVersion: () => Promise<unknown>;
}

/**
 * Tells one open page that something it shows has changed (`changed`; the page then reads itself again, so
 * that there is one way of drawing only), and what the bot's toast says (`notice`). Ends with the signal or
 * with the emulators: the browser connects again by itself.
 */
export async function tellPage(
  stream: SSEStreamingApi,
  { phones, readVersion }: LiveDeps,
  residents: readonly Resident[],
  signal: AbortSignal,
): Promise<void> {
  const bell = new Doorbell();
  const notices: object[] = [];
  let isChanged = false;
  const change = () => {
    isChanged = true;
    bell.ring();
  };

  await runTogether(signal, [followPhones, lookAtService, write]);

  async function followPhones(shared: AbortSignal): Promise<void> {
    const events = await phones.changes(shared);
    change(); // what happened while connecting
    for await (const event of events) {
      if (!residents.some((resident) => isOf(event, resident))) continue;
      if (event.type === 'notice') notices.push({ messenger: event.messenger, text: event.text });
      if (event.type !== 'typing') change();
    }
    if (!shared.aborted) throw new Error('the emulated messengers closed the stream');
  }

  async function lookAtService(shared: AbortSignal): Promise<void> {
    let known: string | undefined;
    while (!shared.aborted) {
      const version = digest(await readVersion());
      if (known !== undefined && known !== version) change();
      known = version;
      await sleep(LOOK_MS, shared);
    }
  }

  async function write(shared: AbortSignal): Promise<void> {
    while (!shared.aborted) {
      for (const notice of notices.splice(0)) {
        await stream.writeSSE({ event: 'notice', data: JSON.stringify(notice) });
      }
      if (isChanged) {
        isChanged = false;
        await stream.writeSSE({ event: 'changed', data: '' });
      } else {
        await stream.write(': still here\n\n');
      }
      if (!isChanged) await bell.wait(PING_MS, shared);
    }
  }
}

function isOf({ messenger, personId }: PhoneEvent, resident: Resident): boolean {
  return resident.messenger === messenger && resident.id === personId;
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64');
}
