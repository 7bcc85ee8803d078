import { createMiddleware } from 'hono/factory';
import ipaddr from 'ipaddr.js';
import type { WebEnv } from './env.js';

type Address = ReturnType<typeof ipaddr.process>;

/** Says which addresses are our own proxies. @param ranges IP addresses and CIDR ranges, checked by the configuration */
export function createProxyList(ranges: readonly string[]): (address: string) => boolean {
  const trusted = ranges.map((range) =>
    range.includes('/') ? ipaddr.parseCIDR(range) : singleAddress(ipaddr.process(range)),
  );
  return (text) => {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    return trusted.some(([base, bits]) => address.kind() === base.kind() && address.match(base, bits));
  };
}

/**
 * The address of the client itself: the last one in the chain that is not a proxy of ours. A header that a
 * client made up stands further left and is never reached.
 *
 * @param peer the other end of the socket
 * @param forwardedFor the `X-Forwarded-For` header
 */
export function clientAddress(
  peer: string,
  forwardedFor: string | undefined,
  isTrusted: (address: string) => boolean,
): string {
  const chain = [...(forwardedFor ?? '').split(',').map((part) => part.trim()), peer];
  const client = chain.findLast((address) => !isTrusted(address));
  // Everybody in the chain is a proxy of ours: the first of them asked.
  const address = client ?? chain[0] ?? peer;
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : peer;
}

/** Puts the client's address where the parts find it. */
export function findClientAddress(trustedProxies: readonly string[]) {
  const isTrusted = createProxyList(trustedProxies);
  return createMiddleware<WebEnv>(async (c, next) => {
    const peer = c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1';
    c.set('clientAddress', clientAddress(peer, c.req.header('x-forwarded-for'), isTrusted));
    await next();
  });
}

function singleAddress(address: Address): [Address, number] {
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
