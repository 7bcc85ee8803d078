import { isIP } from 'node:net';
import { GuardedFetchError } from './guarded-fetch-error.js';
import { type AddressRule, publicWebOnly } from './guarded-lookup.js';

export interface TargetRules {
  readonly allowHttp?: boolean | undefined;
  readonly isAllowedAddress?: AddressRule | undefined;
}

/**
 * The URL of one hop, refused before any byte leaves if it may not be fetched. Names are judged later, when they
 * are resolved; a host that is itself an address, in whatever notation, is judged here.
 *
 * @param from the page that redirected here: `url` may be relative to it
 * @throws {GuardedFetchError} `url`, `scheme` or `forbiddenAddress`
 */
export function parseTarget(
  url: string,
  { allowHttp = false, isAllowedAddress = publicWebOnly }: TargetRules,
  from?: URL,
): URL {
  if (!URL.canParse(url, from?.href)) throw new GuardedFetchError('url', 'not a URL');
  const target = new URL(url, from);
  if (target.protocol !== 'https:' && !(allowHttp && target.protocol === 'http:'))
    throw new GuardedFetchError('scheme', `${target.protocol} is not allowed`);
  if (target.username !== '' || target.password !== '')
    throw new GuardedFetchError('url', 'the URL carries a user name or a password');
  const literal = target.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isAllowedAddress(literal, portOf(target)))
    throw new GuardedFetchError('forbiddenAddress', `${target.host} may not be reached`);
  return target;
}

export function portOf({ protocol, port }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}
