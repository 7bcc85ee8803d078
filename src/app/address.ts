import type { Config } from '../config.js';

/** Where the service is reached; complete only once it listens, for a free port is known no sooner. */
export interface Address {
  /** Outside address, else this machine's, without a final slash */
  readonly origin: () => string;
  /** Where a messenger's servers find a published file; undefined while they could not reach us */
  readonly pictureUrl: (publicName: string) => string | undefined;
  /** Where people find the permanent page of a broadcast; undefined while they could not reach us */
  readonly page: (broadcastId: string) => string | undefined;
  /** Where a person fetches the copy of their data; undefined while they could not reach us */
  readonly dataCopy: (token: string) => string | undefined;
  /** Where messengers deliver; the emulators may use this machine's address */
  readonly webhookOrigin: () => string | undefined;
  listeningOn(port: number): void;
}

export function createAddress({ host, publicUrl, sandbox }: Config): Address {
  let local = '';
  const reachable = () => publicUrl ?? (sandbox ? local : undefined);
  const under = (path: string) => {
    const origin = reachable();
    return origin === undefined ? undefined : `${origin}${path}`;
  };
  return {
    origin: () => publicUrl ?? local,
    pictureUrl: (publicName) => under(`/media/${publicName}`),
    page: (broadcastId) => under(`/n/${broadcastId}`),
    dataCopy: (token) => under(`/copy/${token}`),
    webhookOrigin: reachable,
    listeningOn(port) {
      const name = host.includes(':') ? `[${host}]` : host;
      local = `http://${name}:${port}`;
    },
  };
}
