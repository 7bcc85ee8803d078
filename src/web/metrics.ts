import { createMiddleware } from 'hono/factory';
import { Histogram, type Registry } from 'prom-client';
import type { WebEnv } from './env.js';
import { routePattern } from './route-pattern.js';

/** Seconds: from a cached page to a long import. */
const BUCKETS = [0.005, 0.02, 0.1, 0.5, 2, 10, 60];

/** Measures every answer by route pattern, never by address. */
export function measureRequests(registry: Registry) {
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer an HTTP request',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return createMiddleware<WebEnv>(async (c, next) => {
    const stop = duration.startTimer();
    await next();
    stop({ method: c.req.method, route: routePattern(c), status: c.res.status });
  });
}
