import { describe, expect, it } from 'vitest';
import { networkFailure } from '../../../src/channels/network-failure.js';

const failed = (cause: object) => Object.assign(new TypeError('fetch failed'), { cause });

describe('networkFailure', () => {
  it.each([
    ['nobody listens', failed({ code: 'ECONNREFUSED', syscall: 'connect' }), 'network.refused'],
    ['the name is unknown', failed({ code: 'ENOTFOUND' }), 'network.dns'],
    ['connecting took too long', failed({ code: 'ETIMEDOUT', syscall: 'connect' }), 'network.unreachable'],
    ['no address answered', failed({ code: 'ETIMEDOUT', errors: [{}, {}] }), 'network.unreachable'],
    ['undici gave up connecting', failed({ code: 'UND_ERR_CONNECT_TIMEOUT' }), 'network.unreachable'],
    ['the certificate is not trusted', failed({ code: 'CERT_HAS_EXPIRED' }), 'network.certificate'],
  ])('lets a request be repeated when %s', (_, error, code) => {
    expect(networkFailure(error)).toMatchObject({ code, failure: { kind: 'retry' } });
  });

  it.each([
    ['the connection was cut', failed({ code: 'UND_ERR_SOCKET' }), 'network.reset'],
    [
      'the deadline passed',
      AbortSignal.timeout(0).reason ?? new DOMException('', 'TimeoutError'),
      'network.timeout',
    ],
    ['nothing is known', failed({}), 'network.garbage'],
    ['it is not even an error', 'крах', 'network.garbage'],
  ])('claims nothing when %s', (_, error, code) => {
    expect(networkFailure(error)).toMatchObject({ code, failure: { kind: 'unknown' } });
  });
});
