import type { HttpBindings } from '@hono/node-server';
import type { Actor } from '../domain/role.js';
import type { Session } from '../services/staff/sessions.js';

/** What every request carries through the shell and the parts mounted in it. */
export interface WebEnv {
  /** Absent in tests that call the app without a socket */
  readonly Bindings: Partial<HttpBindings>;
  readonly Variables: {
    /** Ten characters a person can read out on the phone; the log has the same */
    readonly requestId: string;
    /** Behind trusted proxies the client's own address */
    readonly clientAddress: string;
    /** Who is signed in, on console pages */
    readonly session: Session | undefined;
    /** Whose token it is, on API requests behind the check of the token */
    readonly actor: Actor;
    /** A `bodyLimit` has read the body */
    readonly bodyIsRead: boolean;
  };
}
