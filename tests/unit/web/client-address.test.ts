import { describe, expect, it } from 'vitest';
import { clientAddress, createProxyList } from '../../../src/web/client-address.js';

describe('the client’s address', () => {
  const isTrusted = createProxyList(['10.0.0.0/8', '::1', '192.0.2.7']);

  it.each([
    ['the peer itself without proxies', '203.0.113.9', undefined, '203.0.113.9'],
    ['a header of a stranger does not count', '203.0.113.9', '1.1.1.1', '203.0.113.9'],
    ['behind one proxy', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['behind two proxies', '::1', '203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['made up further left', '10.0.0.1', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
    ['a proxy written as IPv6', '::ffff:10.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['a single trusted address', '192.0.2.7', '203.0.113.9', '203.0.113.9'],
    ['a neighbour of it', '192.0.2.8', '203.0.113.9', '192.0.2.8'],
    ['a proxy asking for itself', '10.0.0.1', undefined, '10.0.0.1'],
    ['nonsense in the header', '10.0.0.1', 'unknown', '10.0.0.1'],
  ])('%s', (_, peer, header, expected) => {
    expect(clientAddress(peer, header, isTrusted)).toBe(expected);
  });

  it('trusts nobody when the list is empty', () => {
    expect(clientAddress('127.0.0.1', '203.0.113.9', createProxyList([]))).toBe('127.0.0.1');
  });
});
