import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import type { ConsoleParts } from '../parts.js';
import { versionReader, watchKey } from './versions.js';
import { createWatchers, type ReadVersion, type Watchers } from './watchers.js';

/** Open pages of one process; each costs a connection. */
const MAX_STREAMS = 500;
/** A stream ends after this and the browser connects again: rights taken away work here too. */
const STREAM_MS = 5 * 60_000;
/** Silence after which proxies (nginx: 60 s) would cut the connection. */
const PING_MS = 20_000;

/**
 * `/events?watch=…`: says `changed` at once and whenever what the page shows has changed. The page then reads
 * itself again, so that there is one way of rendering only.
 */
export function eventsRoute(parts: ConsoleParts): Hono<WebEnv> {
  const watchers = createWatchers(parts.log);
  return new Hono<WebEnv>().get('/', async (c) => {
    if (watchers.count >= MAX_STREAMS)
      throw new HTTPException(503, { message: 'Забагато відкритих сторінок.' });
    const query = c.req.query();
    const { actor } = currentSession(c);
    const read = versionReader(parts, query, actor);
    if (read === undefined) return c.notFound();
    // Refuses what does not exist before a stream is opened.
    await read();
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, (stream) => tell(stream, watchers, watchKey(query, actor.id), read, parts.stopping));
  });
}

async function tell(
  stream: SSEStreamingApi,
  watchers: Watchers,
  key: string,
  read: ReadVersion,
  stopping: AbortSignal,
): Promise<void> {
  const ended = AbortSignal.any([stopping, AbortSignal.timeout(STREAM_MS)]);
  let isChanged = true;
  let wake = () => {};
  const stopWatching = watchers.watch(key, read, () => {
    isChanged = true;
    wake();
  });
  stream.onAbort(() => wake());
  ended.addEventListener('abort', () => wake(), { once: true });
  try {
    while (!stream.aborted && !ended.aborted) {
      if (isChanged) {
        isChanged = false;
        await stream.writeSSE({ event: 'changed', data: '' });
      } else {
        await stream.write(': still here\n\n');
      }
      if (!isChanged && !stream.aborted && !ended.aborted) await pause((resume) => (wake = resume));
    }
  } finally {
    stopWatching();
  }
}

/** Waits for a wake-up, or for the time of the next ping. */
function pause(onReady: (resume: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PING_MS);
    onReady(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
