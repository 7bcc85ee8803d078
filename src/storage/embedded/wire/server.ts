import { createServer, type Server, type Socket } from 'node:net';
import { type Answer, serveConnection } from './connection.js';

/** More clients than this at once are turned away. */
const MAX_CONNECTIONS = 1_000;

/** The socket clients connect to. */
export interface WireServer {
  close(): Promise<void>;
}

/** Listens on a unix socket; whatever lay there before must be gone. */
export async function startWireServer(socketPath: string, answer: Answer): Promise<WireServer> {
  const sockets = new Set<Socket>();
  let connectionId = 0;
  const server = createServer((socket) => {
    connectionId += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A client that went away is no fault of ours; without a listener it would end the process.
    socket.on('error', () => undefined);
    serveConnection(socket, connectionId, answer);
  });
  server.maxConnections = MAX_CONNECTIONS;
  await listen(server, socketPath);
  return {
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: Server, socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
}
