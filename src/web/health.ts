import { type Context, Hono } from 'hono';
import type { Registry } from 'prom-client';
import type { Actor } from '../domain/role.js';
import { bearerToken } from './bearer.js';
import type { WebEnv } from './env.js';

/** `degraded`: works, with a part missing (a messenger is out); still ready. */
export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'unready';
  /** What is wrong, for the city's IT person; no secrets, no personal data */
  readonly reasons: readonly string[];
}

export interface HealthParts {
  readonly readiness: () => Promise<Readiness>;
  readonly registry: Registry;
  /** Whose bearer token this is */
  readonly authenticate: (token: string) => Promise<Actor | undefined>;
  /** Whether strangers can reach this service: then reasons and metrics need a token */
  readonly isPublic: boolean;
}

/** `/healthz`, `/readyz` and `/metrics` for whoever watches the service. */
export function createHealth({ readiness, registry, authenticate, isPublic }: HealthParts): Hono<WebEnv> {
  const mayLook = async (c: Context<WebEnv>) => {
    const token = bearerToken(c.req.header('authorization'));
    return !isPublic || (token !== undefined && (await authenticate(token)) !== undefined);
  };
  return new Hono<WebEnv>()
    .get('/healthz', (c) => c.json({ status: 'alive' }))
    .get('/readyz', async (c) => {
      const { status, reasons } = await readiness();
      const answer = (await mayLook(c)) ? { status, reasons } : { status };
      return c.json(answer, status === 'unready' ? 503 : 200);
    })
    .get('/metrics', async (c) => {
      if (!(await mayLook(c))) return c.text('Unauthorized', 401, { 'WWW-Authenticate': 'Bearer' });
      return c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType });
    });
}
