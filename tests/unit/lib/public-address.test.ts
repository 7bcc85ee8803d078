import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../src/lib/public-address.js';

describe('an address of the public internet', () => {
  it.each(['8.8.8.8', '1.1.1.1', '91.198.36.14', '2606:4700::1111', '2001:4860:4860::8888'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['unspecified', '0.0.0.0'],
    ['unspecified network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared (CGNAT)', '100.64.0.1'],
    ['loopback', '127.0.0.1'],
    ['loopback in hexadecimal', '0x7f000001'],
    ['loopback as one number', '2130706433'],
    ['loopback in octal', '0177.0.0.1'],
    ['link-local: cloud metadata', '169.254.169.254'],
    ['IETF protocol', '192.0.0.8'],
    ['documentation', '192.0.2.1'],
    ['benchmarking', '198.18.0.1'],
    ['6to4 relay', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified IPv6', '::'],
    ['loopback IPv6', '::1'],
    ['IPv4-mapped', '::ffff:10.0.0.1'],
    ['IPv4-mapped public', '::ffff:8.8.8.8'],
    ['IPv4-compatible', '::7f00:1'],
    ['IPv4-translated', '::ffff:0:7f00:1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['local NAT64', '64:ff9b:1::7f00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001::1'],
    ['unique local', 'fd00::1'],
    ['link-local IPv6', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast IPv6', 'ff02::1'],
    ['documentation IPv6', '2001:db8::1'],
    ['discard', '100::1'],
    ['not yet given out', '4000::1'],
    ['a name', 'localhost'],
    ['nothing', ''],
  ])('is not %s: %s', (_kind, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('is never one of the private networks, whatever the last bits are', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const tail = fc.tuple(octet, octet);
    const network = fc.constantFrom('10.7', '127.0', '192.168', '172.16', '169.254', '100.127');
    fc.assert(
      fc.property(network, tail, (head, [c, d]) => {
        const address = `${head}.${c}.${d}`;
        expect(isPublicAddress(address)).toBe(false);
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
        expect(isPublicAddress(`::${address}`)).toBe(false);
      }),
    );
  });
});
