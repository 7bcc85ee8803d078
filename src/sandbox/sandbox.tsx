import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { ROLES, type Role } from '../domain/role.js';
import type { Logger } from '../lib/log.js';
import { bodyLimit } from '../web/body-limit.js';
import type { WebEnv } from '../web/env.js';
import { localOnly } from '../web/local-only.js';
import { safeNext } from '../web/session-cookie.js';
import type { SandboxClock } from './clock.js';
import { type Resident, residentsOf } from './demonstration/residents.js';
import { siteFeed } from './demonstration/site-feed.js';
import type { Messenger } from './emulators/emulator-feed.js';
import type { KillSwitch } from './kill-switch.js';
import { tellPage } from './live/live-events.js';
import { SandboxPage, type ShownPhone } from './page/page.js';
import { type ProgressDeps, readProgress } from './page/progress.js';
import { progressVersion } from './page/progress-version.js';
import { createPhoneRoutes, SCRIPT_HEADER } from './phones/phone-routes.js';
import type { Phones } from './phones/phones.js';

export interface SandboxParts extends Omit<ProgressDeps, 'clock' | 'killSwitch' | 'phones'> {
  readonly phones: Phones;
  readonly clock: SandboxClock;
  readonly killSwitch: KillSwitch;
  /** Signs this browser in as the demonstration account of the role. */
  readonly signInAs: (c: Context<WebEnv>, role: Role) => Promise<void>;
  /** IANA name */
  readonly timeZone: string;
  /** Ends open streams when the service stops */
  readonly stopping: AbortSignal;
  readonly log: Logger;
}

/** A photo from a phone's camera passes. */
const MAX_BODY_BYTES = 12 * 1024 * 1024;
/** Open pages; each costs a connection to the emulators. */
const MAX_STREAMS = 20;
/** A stream ends after this and the browser connects again. */
const STREAM_MS = 10 * 60_000;

const signInForm = z.object({ role: z.enum(ROLES), next: z.string().max(500).optional() });
const clockForm = z.object({ move: z.enum(['1', '15', 'today']) });

/**
 * The page a stranger tries the service on, under `/sandbox`. It brings its own guards (this machine only,
 * same origin only, body limit), so mount it among the parts that guard themselves.
 */
export function createSandbox(parts: SandboxParts): Hono<WebEnv> {
  const { phones, clock, killSwitch, signInAs, timeZone, log } = parts;
  let streams = 0;
  let feedFirstAskedMs: number | undefined;
  const app = new Hono<WebEnv>().basePath('/sandbox');
  app.use(localOnly, csrf(), bodyLimit(MAX_BODY_BYTES));

  app.get('/', async (c) => {
    const [telegram, viber, progress] = await Promise.all([
      shownPhone(phones, chosen('telegram', c.req.query('telegram'))),
      shownPhone(phones, chosen('viber', c.req.query('viber'))),
      readProgress(parts),
    ]);
    return c.html(
      <SandboxPage {...{ telegram, viber, progress, timeZone }} clock={clock.state()} now={clock.now()} />,
    );
  });

  app.get('/events', (c) => {
    if (streams >= MAX_STREAMS) throw new HTTPException(503, { message: 'Забагато відкритих сторінок.' });
    const residents = [chosen('telegram', c.req.query('telegram')), chosen('viber', c.req.query('viber'))];
    const readVersion = async () => [progressVersion(await readProgress(parts)), clock.state()];
    return streamSSE(c, async (stream) => {
      const left = new AbortController();
      stream.onAbort(() => left.abort());
      const signal = AbortSignal.any([parts.stopping, left.signal, AbortSignal.timeout(STREAM_MS)]);
      streams += 1;
      try {
        await tellPage(stream, { phones, readVersion }, residents, signal);
      } catch (error) {
        if (!signal.aborted)
          log.warn({ errorName: errorName(error) }, 'sandbox: a live page lost its stream');
      } finally {
        streams -= 1;
      }
    });
  });

  app.get('/site.rss', (c) => {
    feedFirstAskedMs ??= performance.now();
    const feed = siteFeed(clock.now(), performance.now() - feedFirstAskedMs);
    return c.body(feed, 200, { 'Content-Type': 'application/rss+xml; charset=utf-8' });
  });

  app.post('/clock', async (c) => {
    const form = clockForm.safeParse(await c.req.parseBody());
    if (!form.success) throw new HTTPException(422, { message: 'Календар переводять на 1 або 15 днів.' });
    const { move } = form.data;
    await (move === 'today' ? clock.reset() : clock.moveBy(Number(move)));
    return backTo(c, 'clock');
  });

  app.post('/kill', async (c) => {
    await killSwitch.kill();
    return backTo(c, 'steps');
  });

  app.post('/sign-in', async (c) => {
    const form = signInForm.safeParse(await c.req.parseBody());
    if (!form.success) throw new HTTPException(422, { message: 'Такої ролі немає.' });
    await signInAs(c, form.data.role);
    return c.redirect(safeNext(form.data.next), 303);
  });

  app.route('/', createPhoneRoutes(phones));
  return app;
}

/** A form of the page is done: its script draws the page anew itself. */
function backTo(c: Context, part: string): Response {
  return c.req.header(SCRIPT_HEADER) === undefined ? c.redirect(`/sandbox#${part}`, 303) : c.body(null, 204);
}

/** The resident asked for, else the first one of the messenger. */
function chosen(messenger: Messenger, id: string | undefined): Resident {
  const residents = residentsOf(messenger);
  const resident = residents.find((known) => known.id === id) ?? residents[0];
  if (!resident) throw new Error(`no residents of ${messenger}`);
  return resident;
}

async function shownPhone(phones: Phones, resident: Resident): Promise<ShownPhone> {
  const screen = await phones.screen(resident.messenger, resident.id);
  if (!screen)
    throw new HTTPException(503, { message: 'Телефони ще запускаються. Оновіть сторінку за мить.' });
  // The chat is on the screen: Viber tells the bot that what came was seen.
  if (resident.messenger === 'viber') await phones.act('viber', resident.id, { kind: 'seen' });
  return { resident, screen };
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
