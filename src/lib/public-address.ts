import ipaddr from 'ipaddr.js';

/** All of today's global unicast IPv6 lies in 2000::/3; outside it ipaddr.js calls `::127.0.0.1` unicast too. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to the public internet. False for private, loopback, link-local, shared (CGNAT),
 * multicast, unspecified and reserved ranges, for every IPv6 form that carries an IPv4 address inside (mapped,
 * compatible, NAT64, 6to4, Teredo), and for what is not an address at all.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}
