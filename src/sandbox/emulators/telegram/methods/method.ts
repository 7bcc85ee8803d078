import type { CallParameters } from '../parameters.js';
import type { ServerState } from '../server-state.js';

/** One call of the bot. */
export interface Call {
  readonly state: ServerState;
  readonly parameters: CallParameters;
  /** Aborts when the client closes the connection */
  readonly signal: AbortSignal;
}

/** A Bot API method: gives the `result`, or throws ApiError. */
export type Method = (call: Call) => unknown;

/** Methods by name, in the documentation's spelling. */
export type MethodTable = Readonly<Record<string, Method>>;
