import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { errorFields } from '../errors.js';
import type { Doc } from '../values.js';
import { HEADER_BYTES, messageLength, parseMessage, type Request, replyTo } from './messages.js';

/** Answers a command: a document, or its bytes. Never rejects for what a client did wrong. */
export type Answer = (request: Request, connectionId: number) => Promise<Doc | Buffer>;

/** The socket clients connect to. */
export interface WireServer {
  close(): Promise<void>;
}

/** More clients than this at once are turned away. */
const MAX_CONNECTIONS = 1_000;
/** More than one largest message waiting: the client is not read from until some are answered. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

/** Listens on a unix socket; whatever lay there before must be gone. */
export async function startWireServer(socketPath: string, answer: Answer): Promise<WireServer> {
  const sockets = new Set<Socket>();
  let connectionId = 0;
  const server: Server = createServer((socket) => {
    connectionId += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A client that went away is no fault of ours; without a listener it would end the process.
    socket.on('error', () => undefined);
    serveConnection(socket, connectionId, answer);
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.listen(socketPath);
  await once(server, 'listening');
  return {
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/**
 * Serves one client: takes messages out of the stream and answers them one by one, in order. A stream that is
 * not the protocol is closed. A client that does not read its answers is not answered further.
 */
function serveConnection(socket: Socket, connectionId: number, answer: Answer): void {
  const incoming = new Incoming();
  let replyId = 1;
  let busy = false;

  socket.on('data', (chunk: Buffer) => {
    incoming.add(chunk);
    if (incoming.bytes > MAX_WAITING_BYTES) socket.pause();
    if (!busy) void answerWaiting();
  });

  async function answerWaiting(): Promise<void> {
    busy = true;
    try {
      for (let message = incoming.take(); message; message = incoming.take()) {
        const reply = await replyFor(message);
        replyId += 1;
        if (reply && !socket.write(reply)) await once(socket, 'drain');
        if (socket.isPaused()) socket.resume();
      }
    } catch {
      // A broken connection or a stream that is no protocol: either way there is nobody to tell.
      socket.destroy();
    }
    busy = false;
  }

  async function replyFor(message: Buffer): Promise<Buffer | undefined> {
    try {
      const request = parseMessage(message);
      const body = await answer(request, connectionId);
      return request.wantsReply ? replyTo(request, replyId, body) : undefined;
    } catch (error) {
      // The sender can still be told, by the id in the header; OP_MSG is what everybody understands.
      const sender = { requestId: message.readInt32LE(4), isLegacy: false };
      return replyTo(sender, replyId, { ok: 0, ...errorFields(error) });
    }
  }
}

/** Bytes that have arrived, joined only once a message is whole. */
class Incoming {
  bytes = 0;
  private chunks: Buffer[] = [];

  add(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.bytes += chunk.length;
  }

  take(): Buffer | undefined {
    const first = this.join(HEADER_BYTES);
    const length = first && messageLength(first);
    const all = length === undefined ? undefined : this.join(length);
    if (length === undefined || !all) return undefined;
    this.chunks = all.length > length ? [all.subarray(length)] : [];
    this.bytes -= length;
    return all.subarray(0, length);
  }

  /** The first chunk, holding at least so many bytes. */
  private join(bytes: number): Buffer | undefined {
    if (this.bytes < bytes) return undefined;
    const [first] = this.chunks;
    if (first && first.length >= bytes) return first;
    const joined = Buffer.concat(this.chunks);
    this.chunks = [joined];
    return joined;
  }
}
