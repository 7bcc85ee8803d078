import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server only this machine can reach. */
export interface LoopbackServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1. `close` cuts what is still open: long polls and deliberately stalled answers
 * would otherwise keep it alive.
 *
 * @param port 0 picks a free one
 */
export function serveOnLoopback(listener: RequestListener, port = 0): Promise<LoopbackServer> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address() as AddressInfo; // a TCP server that listens always has one
      resolve({
        origin: `http://127.0.0.1:${address.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
