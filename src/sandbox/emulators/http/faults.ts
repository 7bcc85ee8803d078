import type { ServerResponse } from 'node:http';

/** How an answer is spoiled. */
export type FaultAnswer =
  /** The messenger's own "slow down"; Telegram says how long, Viber answers status 12 */
  | { readonly kind: 'throttle'; readonly retryAfterSeconds?: number | undefined }
  /** The messenger's own JSON refusal with this code (Telegram: HTTP status, Viber: `status`) */
  | { readonly kind: 'refuse'; readonly code: number; readonly description?: string | undefined }
  /** A proxy's HTML page with this HTTP status */
  | { readonly kind: 'html'; readonly httpStatus: number }
  /** 200 with bytes that are not JSON */
  | { readonly kind: 'garbage' }
  /** This status and no body at all */
  | { readonly kind: 'empty'; readonly httpStatus: number }
  /** No byte is ever sent */
  | { readonly kind: 'never' }
  /** Headers and half of a body, then silence */
  | { readonly kind: 'stall' }
  /** The connection is cut */
  | { readonly kind: 'reset' };

/** What goes wrong with the next matching requests. */
export interface Fault {
  readonly answer: FaultAnswer;
  /** Requests it hits before it is spent */
  readonly times: number;
  /** Only this method, e.g. `sendMessage` or `send_message` */
  readonly method?: string | undefined;
  /** Only requests to this person */
  readonly personId?: string | undefined;
  /** True: the request takes effect and only its answer is lost. False: it is as if it never came. */
  readonly accepted?: boolean | undefined;
}

/** Faults that tests order in advance. */
export interface FaultPlan {
  add(fault: Fault): void;
  clear(): void;
  /** Milliseconds every request waits before it is looked at */
  latencyMs: number;
  /** The fault for this request, counting it as used */
  take(method: string, personIds: readonly string[]): Fault | undefined;
}

/** Starts with no faults: every request is answered properly and at once. */
export function createFaultPlan(): FaultPlan {
  const pending: { fault: Fault; left: number }[] = [];
  return {
    latencyMs: 0,
    add(fault) {
      pending.push({ fault, left: fault.times });
    },
    clear() {
      pending.length = 0;
      this.latencyMs = 0;
    },
    take(method, personIds) {
      const index = pending.findIndex(({ fault }) => matches(fault, method, personIds));
      const entry = pending[index];
      if (entry === undefined) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) pending.splice(index, 1);
      return entry.fault;
    },
  };
}

function matches(fault: Fault, method: string, personIds: readonly string[]): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  return fault.personId === undefined || personIds.includes(fault.personId);
}

/** A fault below the messenger's own protocol; `throttle` and `refuse` are answered by each messenger itself. */
export type TransportFault = Exclude<FaultAnswer, { kind: 'throttle' | 'refuse' }>;

/** Spoils the answer. `never` and `stall` leave the connection open until the client or the server closes it. */
export function answerWithFault(response: ServerResponse, fault: TransportFault): void {
  switch (fault.kind) {
    case 'html':
      response.writeHead(fault.httpStatus, { 'content-type': 'text/html' });
      response.end(`<html><body><h1>${fault.httpStatus}</h1></body></html>`);
      return;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"ok":tru\u0000');
      return;
    case 'empty':
      response.writeHead(fault.httpStatus, { 'content-length': '0' });
      response.end();
      return;
    case 'never':
      return;
    case 'stall':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"ok":true,');
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
  }
}
