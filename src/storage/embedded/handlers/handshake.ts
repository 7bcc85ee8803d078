import { Int32 } from 'bson';
import { CommandError } from '../errors.js';
import { MAX_BATCH, MAX_DOCUMENT_BYTES, MAX_MESSAGE_BYTES } from '../values.js';
import type { Handler, Handlers } from './command.js';

/** What this server behaves like: MongoDB 7.0. */
const VERSION = '7.0.0';
const MAX_WIRE_VERSION = 21;
const SESSION_MINUTES = 30;

const hello: Handler = ({ connectionId, arguments: args }) => ({
  helloOk: true,
  [args.name === 'hello' ? 'isWritablePrimary' : 'ismaster']: true,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  maxMessageSizeBytes: MAX_MESSAGE_BYTES,
  maxWriteBatchSize: MAX_BATCH,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: SESSION_MINUTES,
  connectionId: new Int32(connectionId),
  minWireVersion: 0,
  maxWireVersion: MAX_WIRE_VERSION,
  readOnly: false,
});

const buildInfo: Handler = () => ({
  version: VERSION,
  versionArray: VERSION.split('.').map(Number).concat(0),
  gitVersion: 'visnyk-embedded',
  modules: ['visnyk-embedded'],
  bits: 64,
  debug: false,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
});

/** Tools ask for the compatibility version; there is nothing else to set here. */
const getParameter: Handler = ({ arguments: args }) => {
  if (args.raw('getParameter') !== '*' && args.raw('featureCompatibilityVersion') === undefined)
    throw new CommandError(72, 'no option found to get');
  return { featureCompatibilityVersion: { version: VERSION.slice(0, 3) } };
};

/** Commands that drivers and tools send before and beside the real work. */
export const handshakeHandlers: Handlers = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: () => ({}),
  buildInfo,
  buildinfo: buildInfo,
  endSessions: () => ({}),
  refreshSessions: () => ({}),
  connectionStatus: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
  getParameter,
};
