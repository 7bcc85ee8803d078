import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { bodyLimit } from '../../../src/web/body-limit.js';
import type { WebEnv } from '../../../src/web/env.js';
import { type Listener, listen } from '../../../src/web/listen.js';
import { until } from '../../support/until.js';

const PART = 'x'.repeat(1_500);
/** Between two parts of a body; node-server alone would have cut the connection by then. */
const SLOW_CLIENT_MS = 700;

const open: Listener[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close(0)));
});

describe('over real HTTP', () => {
  it('picks a free port and stops when asked', async () => {
    const listener = await started(new Hono<WebEnv>().get('/', (c) => c.text('ok')));
    expect(await (await fetch(`http://127.0.0.1:${listener.port}/`)).text()).toBe('ok');
    await listener.close(1_000);
    await expect(fetch(`http://127.0.0.1:${listener.port}/`)).rejects.toThrow();
  });

  it('says which setting to change when the port is taken or the address is not its own', async () => {
    const app = new Hono<WebEnv>();
    const { port } = await started(app);
    await expect(listen(app, '127.0.0.1', port)).rejects.toThrow(
      `another program already listens on 127.0.0.1:${port}; stop it, or choose another PORT (0 picks a free one)`,
    );
    await expect(listen(app, '192.0.2.1', 0)).rejects.toThrow('HOST 192.0.2.1 is no address of this machine');
  });

  it('lets an answer under way finish while it stops', async () => {
    const { promise: mayAnswer, resolve: answerNow } = withResolvers();
    const { promise: asked, resolve: isAsked } = withResolvers();
    const app = new Hono<WebEnv>().get('/', async (c) => {
      isAsked();
      await mayAnswer;
      return c.text('done');
    });
    const listener = await started(app);
    const answer = fetch(`http://127.0.0.1:${listener.port}/`);
    await asked;
    const closed = listener.close(10_000);
    answerNow();
    expect(await (await answer).text()).toBe('done');
    await closed;
  });

  it('answers 413 to a body that grows beyond the limit, whatever was announced', async () => {
    const { port } = await started(echo(1_000));
    const announced = `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 25000000\r\n\r\n`;
    expect(await firstLine(port, announced)).toBe('HTTP/1.1 413 Payload Too Large');
    const chunk = `${(2_000).toString(16)}\r\n${'x'.repeat(2_000)}\r\n`;
    const chunked = `POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`;
    expect(await firstLine(port, chunked)).toBe('HTTP/1.1 413 Payload Too Large');
  });

  it.each([
    ['announced', 'Content-Length: 3000', PART, PART],
    ['in chunks', 'Transfer-Encoding: chunked', `5dc\r\n${PART}\r\n`, `5dc\r\n${PART}\r\n0\r\n\r\n`],
  ])('lets a slow client send a refused body (%s) to its end and ask again', async (_, head, first, rest) => {
    const { port } = await started(echo(1_000));
    const socket = connect(port, '127.0.0.1');
    let answers = '';
    socket.on('data', (chunk: Buffer) => {
      answers += chunk.toString();
    });
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${head}\r\n\r\n${first}`);
    await until('413', () => answers.includes('413 Payload Too Large'));
    await pause(SLOW_CLIENT_MS);
    socket.write(`${rest}POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nnext`);
    await until('the next answer', () => answers.endsWith('next'));
    socket.destroy();
  });

  it('answers 408 to a client that never finishes its body', async () => {
    const { port } = await started(echo(1_000, 50));
    const slow = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf';
    expect(await firstLine(port, slow)).toBe('HTTP/1.1 408 Request Timeout');
  });

  it('takes a client that goes away in the middle of its body for no bug', async () => {
    const { promise: arrived, resolve: arrive } = withResolvers();
    const { promise: failed, resolve: fail } = withResolvers();
    const errors: unknown[] = [];
    const app = new Hono<WebEnv>()
      .use((_, next) => {
        arrive();
        return next();
      })
      .route('/', echo(1_000))
      .onError((error, c) => {
        errors.push(error);
        fail();
        return c.text('', 400);
      });
    const { port } = await started(app);
    const socket = connect(port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf');
    await arrived;
    socket.destroy();
    await failed;
    expect(errors).toEqual([expect.objectContaining({ status: 400 })]);
  });

  it('refuses headers beyond 16 kB', async () => {
    const { port } = await started(echo(1_000));
    const large = `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'c'.repeat(20_000)}\r\n\r\n`;
    expect(await firstLine(port, large)).toBe('HTTP/1.1 431 Request Header Fields Too Large');
  });
});

function echo(maxBytes: number, deadlineMs?: number) {
  return new Hono<WebEnv>()
    .use(bodyLimit(maxBytes, deadlineMs))
    .post('/', async (c) => c.text(await c.req.text()));
}

async function started(app: Hono<WebEnv>): Promise<Listener> {
  const listener = await listen(app, '127.0.0.1', 0);
  open.push(listener);
  return listener;
}

/** Sends raw bytes and gives the status line of the answer. */
async function firstLine(port: number, request: string): Promise<string> {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(request);
  try {
    for await (const chunk of socket) return String(chunk).split('\r\n')[0] ?? '';
    return 'closed';
  } finally {
    socket.destroy();
  }
}

function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
