import { isLoopbackUrl } from './loopback-url.js';

/**
 * Where callbacks for a public address really go. The emulators reach only this machine, so
 * `https://city.example/webhooks/telegram` needs a route to the process that plays the city's server.
 */
export interface WebhookRoutes {
  /** @param host as in the public address, e.g. `city.example`; @param origin e.g. `http://127.0.0.1:3000` */
  add(host: string, origin: string): void;
  /** The loopback address to connect to, or undefined when the host cannot be "resolved" */
  resolve(url: string): string | undefined;
}

/** Starts with no routes: then only loopback addresses resolve. */
export function createWebhookRoutes(): WebhookRoutes {
  const origins = new Map<string, string>();
  return {
    add(host, origin) {
      origins.set(host, origin);
    },
    resolve(url) {
      if (isLoopbackUrl(url)) return url;
      if (!URL.canParse(url)) return undefined;
      const { host, pathname, search } = new URL(url);
      const origin = origins.get(host);
      return origin === undefined ? undefined : origin + pathname + search;
    },
  };
}
