import { setImmediate } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { afterEach, describe, expect, it } from 'vitest';
import type { ImportLine, ImportResult } from '../../../src/services/subscriptions/subscriptions.js';
import { type Listener, listen } from '../../../src/web/listen.js';
import { createServer } from '../../../src/web/server.js';
import { silentLogger } from '../../support/silent-logger.js';
import { ADMIN_TOKEN, anApi } from '../../unit/api/an-api.js';

const LINES = 100_000;
const LINE = `{"channel":"telegram","address":"42","name":"${'Олена '.repeat(30)}"}\n`;

let listener: Listener | undefined;
afterEach(() => listener?.close(0));

describe('an import of 100,000 lines', () => {
  it('never holds more than a small part: the client waits for the database', async () => {
    let sent = 0;
    let read = 0;
    let furthestAhead = 0;
    const port = await serving(async (lines) => {
      for await (const _ of lines) {
        read += 1;
        furthestAhead = Math.max(furthestAhead, sent - read);
        if (read % 500 === 0) await setImmediate();
      }
      return { created: read, updated: 0, rejected: [] };
    });
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent >= LINES) return controller.close();
        controller.enqueue(Buffer.from(LINE.repeat(100)));
        sent += 100;
      },
    });
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/subscribers/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/x-ndjson' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await answer.json()).toEqual({ created: LINES, updated: 0, rejected: [] });
    expect(furthestAhead).toBeLessThan(LINES / 5);
  }, 60_000);

  it('ends with the client: a connection that breaks is no finished import, and no bug of ours', async () => {
    let outcome: unknown = 'running';
    const port = await serving(async (lines) => {
      try {
        for await (const _ of lines);
        outcome = 'finished';
      } catch (error) {
        outcome = error;
      }
      return { created: 0, updated: 0, rejected: [] };
    });
    const abort = new AbortController();
    let pieces = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        controller.enqueue(Buffer.from(LINE));
        pieces += 1;
        if (pieces > 50) abort.abort();
        await setImmediate();
      },
    });
    const request = fetch(`http://127.0.0.1:${port}/api/v1/subscribers/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/x-ndjson' },
      body,
      duplex: 'half',
      signal: abort.signal,
    } as RequestInit);
    await expect(request).rejects.toThrow();
    await expect.poll(() => outcome).toMatchObject({ status: 400 });
  });
});

/** The API behind the real shell, with an importer of the test's own. */
async function serving(
  importAll: (lines: AsyncIterable<ImportLine>) => Promise<ImportResult>,
): Promise<number> {
  const server = createServer({
    guarded: [anApi({ importAll }).api],
    pages: [],
    assets: [],
    publicUrl: undefined,
    trustedProxies: [],
    localhostOnly: false,
    log: silentLogger,
    readiness: async () => ({ status: 'ready', reasons: [] }),
    registry: new Registry(),
    authenticate: async () => undefined,
  });
  listener = await listen(server, '127.0.0.1', 0);
  return listener.port;
}
