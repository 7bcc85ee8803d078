import type { Logger } from '../../src/lib/log.js';

/** Says nothing: a test looks at what happens, not at what is logged. */
export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };
