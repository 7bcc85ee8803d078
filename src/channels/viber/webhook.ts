import { Hono, type HonoRequest } from 'hono';
import type { Logger } from '../../lib/log.js';
import type { Intake } from '../../services/intake/ports.js';
import type { Channel } from '../../services/outbox/channel.js';
import { bodyLimit } from '../../web/body-limit.js';
import { parseCallback } from './callback.js';
import { parseViber } from './parse.js';
import { rawViberUpdate } from './raw-callback.js';
import { isSigned, looksLikeSignature } from './signature.js';
import { type Welcome, welcomeJson } from './welcome.js';

export const VIBER_WEBHOOK_PATH = '/webhooks/viber';

const MAX_BODY_BYTES = 1024 * 1024;

export interface ViberWebhook {
  readonly token: string;
  readonly intake: Intake;
  readonly welcome: Welcome;
  /** Renders the welcome */
  readonly channel: Pick<Channel, 'render'>;
  readonly log: Logger;
}

/**
 * Receives callbacks. 403 at once for what Viber did not sign (in the header or, as it also does, in `?sig=`); 400
 * for what is signed but no callback; every other one is kept and answered 200, after the durable write. The answer to
 * `conversation_started` is the welcome. 503 when the write failed, and Viber comes again.
 */
export function viberWebhook(deps: ViberWebhook): Hono {
  const app = new Hono();
  app.use(VIBER_WEBHOOK_PATH, async (c, next) =>
    looksLikeSignature(givenSignature(c.req)) ? next() : c.text('', 403),
  );
  app.use(VIBER_WEBHOOK_PATH, bodyLimit(MAX_BODY_BYTES));
  app.post(VIBER_WEBHOOK_PATH, async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (!isSigned(bytes, givenSignature(c.req), deps.token)) return c.text('', 403);
    const body = new TextDecoder().decode(bytes);
    const callback = parseCallback(body);
    if (!callback) return c.text('', 400);
    try {
      await deps.intake.accept([rawViberUpdate(callback, bytes, body)]);
    } catch (err) {
      deps.log.error({ err, event: callback.event }, 'viber: callback not stored, Viber will repeat it');
      return c.text('', 503);
    }
    const event = callback.event === 'conversation_started' ? parseViber(body, new Date()) : undefined;
    if (event?.kind !== 'subscribed') return c.text('', 200);
    const json = await welcomeJson({ ...event, subscribed: callback.subscribed ?? false }, deps);
    return json === undefined ? c.text('', 200) : c.json(json, 200);
  });
  return app;
}

function givenSignature(request: HonoRequest): string {
  return request.header('x-viber-content-signature') ?? request.query('sig') ?? '';
}
