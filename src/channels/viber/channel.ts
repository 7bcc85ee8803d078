import type { InboundChannel } from '../../services/intake/ports.js';
import type { Channel } from '../../services/outbox/channel.js';
import { fetchFileBytes, fetchPublicFileBytes } from '../fetch-file.js';
import type { ViberConnection } from './connection.js';
import { parseViber } from './parse.js';
import { renderViber, VIBER_LIMITS, type ViberLook } from './render.js';
import { sendViber } from './send.js';

/** Viber as both ports see it: sends what is said to residents, understands what they send. */
export function createViberChannel(options: ViberConnection & ViberLook): Channel & InboundChannel {
  // Viber's own files are on https; only an emulator has no certificate, and its files are on this machine.
  const isEmulated = options.apiRoot.startsWith('http:');
  return {
    id: 'viber',
    limits: VIBER_LIMITS,
    render: (content) => renderViber(content, options),
    send: (request, signal) => sendViber(options, request, signal),
    parse: parseViber,
    fetchFile: ({ ref }, signal) =>
      isEmulated ? fetchFileBytes(ref, signal) : fetchPublicFileBytes(ref, signal),
    // Viber has no waiting mark to stop.
    acknowledge: async () => {},
  };
}
