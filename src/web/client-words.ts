import ipaddr from 'ipaddr.js';

/** Told apart by what only the first of the matching ones says of itself. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|CrOS/, 'Linux'],
];

/**
 * A browser in words by which its owner recognises it, and nobody is traced.
 *
 * @returns such as «Firefox, Windows · 203.0.*.*»
 */
export function describeClient(userAgent: string, address: string): string {
  const browser = firstOf(BROWSERS, userAgent) ?? 'Інший браузер';
  const system = firstOf(SYSTEMS, userAgent);
  return `${[browser, system].filter(Boolean).join(', ')} · ${roughAddress(address)}`;
}

function firstOf(known: readonly (readonly [RegExp, string])[], userAgent: string): string | undefined {
  return known.find(([pattern]) => pattern.test(userAgent))?.[1];
}

/** The provider's part of an address, about a region: half of IPv4, a quarter of IPv6. */
function roughAddress(address: string): string {
  if (!ipaddr.isValid(address)) return 'невідома адреса';
  const parsed = ipaddr.process(address);
  if (parsed.range() === 'loopback') return 'цей комп’ютер';
  return parsed.kind() === 'ipv4'
    ? `${parsed.toByteArray().slice(0, 2).join('.')}.*.*`
    : `${parsed.toNormalizedString().split(':').slice(0, 2).join(':')}:*`;
}
