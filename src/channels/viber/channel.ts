import { FetchFileError, type InboundChannel } from '../../services/intake/ports.js';
import type { Channel } from '../../services/outbox/channel.js';
import { fetchFileBytes } from '../fetch-file.js';
import type { ViberConnection } from './connection.js';
import { parseViber } from './parse.js';
import { renderViber, VIBER_LIMITS, type ViberLook } from './render.js';
import { sendViber } from './send.js';

/** Viber as both ports see it: sends what is said to residents, understands what they send. */
export function createViberChannel(options: ViberConnection & ViberLook): Channel & InboundChannel {
  return {
    id: 'viber',
    limits: VIBER_LIMITS,
    render: (content) => renderViber(content, options),
    send: (request, signal) => sendViber(options, request, signal),
    parse: parseViber,
    fetchFile: async (file, signal) => {
      if (!isAllowed(file.ref, options.apiRoot)) throw new FetchFileError('gone');
      return fetchFileBytes(file.ref, signal);
    },
    // Viber has no waiting mark to stop.
    acknowledge: async () => {},
  };
}

/** Viber's files are on https; only an emulator without certificates has its own on http. */
function isAllowed(ref: string, apiRoot: string): boolean {
  const protocol = URL.canParse(ref) ? new URL(ref).protocol : '';
  return protocol === 'https:' || (protocol === 'http:' && apiRoot.startsWith('http:'));
}
