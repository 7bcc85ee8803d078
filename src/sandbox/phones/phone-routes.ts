import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { WebEnv } from '../../web/env.js';
import { RESIDENTS, type Resident } from '../demonstration/residents.js';
import { ACTION_NAMES, type ActionName, parseAction } from './parse-action.js';
import type { Phones } from './phones.js';

/** Set by the page's script, which shows the result itself. */
export const SCRIPT_HEADER = 'x-sandbox-script';

/** Files of the chats on the emulators' server: nothing else is asked from it. */
const MEDIA_PATH = /^\/control\/media\/(?:telegram|viber)\/[\w=-]+$/;

/** What the phones on the page send and show: presses, texts, files. Mounted under `/sandbox`. */
export function createPhoneRoutes(phones: Phones): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.post('/phones/:messenger/:personId/:action', async (c) => {
    const resident = findResident(c.req.param('messenger'), c.req.param('personId'));
    const name = ACTION_NAMES.find((known) => known === c.req.param('action'));
    if (!resident || !name) return c.notFound();
    const action = await readAction(name, await c.req.parseBody());
    const done = await phones.act(resident.messenger, resident.id, action);
    if (c.req.header(SCRIPT_HEADER) === undefined) return c.redirect(pageOf(resident), 303);
    if (!done) throw new HTTPException(409, { message: 'Цієї кнопки в чаті вже немає.' });
    return c.body(null, 204);
  });

  app.get('/media/:path{.+}', async (c) => {
    const path = `/${c.req.param('path')}`;
    const file = MEDIA_PATH.test(path) ? await phones.media(path) : undefined;
    if (!file) return c.notFound();
    return new Response(file.body, {
      headers: {
        'Content-Type': file.headers.get('content-type') ?? 'application/octet-stream',
        'Cache-Control': 'private, max-age=3600',
        // What residents send is shown, never run.
        'Content-Security-Policy': "default-src 'none'; sandbox",
      },
    });
  });

  return app;
}

function findResident(messenger: string, id: string): Resident | undefined {
  return RESIDENTS.find((resident) => resident.messenger === messenger && resident.id === id);
}

async function readAction(name: ActionName, fields: Readonly<Record<string, unknown>>) {
  try {
    return await parseAction(name, fields);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new HTTPException(422, { message: 'Телефон не зрозумів дії. Оновіть сторінку й повторіть.' });
  }
}

function pageOf({ messenger, id }: Resident): string {
  return `/sandbox?${new URLSearchParams({ [messenger]: id })}#phone-${messenger}`;
}
