import type { Fields } from '../field-rules.js';
import type { ViberState } from '../server-state.js';

/** The server behind the bot, as answers name it: "for internal use". */
export const CHAT_HOSTNAME = 'SN-CHAT-05_';

/** Fields of a successful answer beside `status`, and the token of what it made. */
export interface MethodResult {
  readonly fields: object;
  readonly token?: string | undefined;
}

/** A REST method: gives the answer, or throws ViberRefusal. */
export type ViberMethod = (state: ViberState, fields: Fields) => MethodResult | Promise<MethodResult>;

/** Methods by name. */
export type ViberMethodTable = Readonly<Record<string, ViberMethod>>;
