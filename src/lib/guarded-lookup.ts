import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { GuardedFetchError } from './guarded-fetch-error.js';
import { isPublicAddress } from './public-address.js';

/** Who may be connected to. The port counts too: our own public address has services that a firewall hides. */
export type AddressRule = (address: string, port: number) => boolean;

/** All addresses of a name, as the system's resolver gives them. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** Public addresses, on the ports of https and http only. */
export const publicWebOnly: AddressRule = (address, port) =>
  (port === 443 || port === 80) && isPublicAddress(address);

export const systemResolve: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address }) => address);

/**
 * A `lookup` for one connection that lets through only addresses the rule allows. The socket connects to exactly
 * the answer that was judged: there is no second look-up for an attacker's DNS to answer otherwise.
 * Sockets do not look up literal addresses: `parseTarget` judges those.
 */
export function guardedLookup(port: number, isAllowed: AddressRule, resolve: Resolve): LookupFunction {
  return (hostname, { all }, callback) => {
    resolve(hostname)
      .then((addresses) => permitted(hostname, addresses, port, isAllowed))
      .then(
        ([first, ...rest]) => {
          if (all) callback(null, [first, ...rest]);
          else callback(null, first.address, first.family);
        },
        (error) => callback(error, []),
      );
  };
}

interface Address {
  readonly address: string;
  readonly family: number;
}

function permitted(
  hostname: string,
  addresses: readonly string[],
  port: number,
  isAllowed: AddressRule,
): [Address, ...Address[]] {
  const [first, ...rest] = addresses
    .filter((address) => isAllowed(address, port))
    .map((address) => ({ address, family: isIP(address) }));
  if (!first)
    throw new GuardedFetchError('forbiddenAddress', `${hostname} has no address that may be reached`);
  return [first, ...rest];
}
