import type { SSEStreamingApi } from 'hono/streaming';
import type { EmulatorFeed, Messenger, PhoneEvent } from '../emulator-feed.js';

/** Messages that reached phones: since the start, and in the last second. */
export interface Counter {
  readonly receivedCount: number;
  readonly perSecond: number;
}

/** Sent once a second while numbers change. */
export type Counters = Readonly<Record<Messenger, Counter>>;

export interface EventSource {
  readonly feed: EmulatorFeed;
  readonly receivedCount: (messenger: Messenger) => number;
  /** The crowd's phones are not on the page: only counted */
  readonly isCrowd: (messenger: Messenger, personId: string) => boolean;
}

const COUNT_EVERY_MS = 1000;
const PING_EVERY_MS = 15_000;
/** A reader this far behind is cut off; it reconnects and reads the screens anew. */
const BACKLOG_MAX = 5_000;

/** Writes `phone` and `counters` events until the reader goes. */
export async function streamEvents(stream: SSEStreamingApi, source: EventSource): Promise<void> {
  const backlog: PhoneEvent[] = [];
  let wake: () => void = () => {};
  const stop = source.feed.listen((event) => {
    if (source.isCrowd(event.messenger, event.personId)) return;
    backlog.push(event);
    wake();
  });
  const tick = setInterval(() => wake(), COUNT_EVERY_MS);
  stream.onAbort(() => wake());
  const counters = createCounterReader(source, Date.now());
  let pingedAtMs = Date.now();
  try {
    while (!stream.aborted && backlog.length < BACKLOG_MAX) {
      for (const event of backlog.splice(0)) {
        await stream.writeSSE({ event: 'phone', data: JSON.stringify(event) });
      }
      const changed = counters(Date.now());
      if (changed) await stream.writeSSE({ event: 'counters', data: JSON.stringify(changed) });
      if (Date.now() - pingedAtMs > PING_EVERY_MS) {
        await stream.write(': ping\n\n');
        pingedAtMs = Date.now();
      }
      if (backlog.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    clearInterval(tick);
    stop();
  }
}

/** Gives the counters when a second has passed and something changed since the last time. */
function createCounterReader({ receivedCount }: EventSource, startMs: number) {
  const totals = () => ({ telegram: receivedCount('telegram'), viber: receivedCount('viber') });
  let last = { atMs: startMs, totals: totals(), isIdle: false };
  return (nowMs: number): Counters | undefined => {
    const seconds = (nowMs - last.atMs) / 1000;
    if (seconds < COUNT_EVERY_MS / 1000) return undefined;
    const now = totals();
    const counter = (messenger: Messenger): Counter => ({
      receivedCount: now[messenger],
      perSecond: Math.round((now[messenger] - last.totals[messenger]) / seconds),
    });
    const isIdle = now.telegram === last.totals.telegram && now.viber === last.totals.viber;
    const wasIdle = last.isIdle;
    const counters = { telegram: counter('telegram'), viber: counter('viber') };
    last = { atMs: nowMs, totals: now, isIdle };
    return isIdle && wasIdle ? undefined : counters;
  };
}
