import { Hono } from 'hono';
import type { WebEnv } from '../../web/env.js';
import { allow } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { ConsoleParts } from '../parts.js';
import { settingsFrame } from '../settings/settings-page.js';
import { DatabaseView } from './database-view.js';

/** `/settings/database`: which database is in use, how large it is, and how to move. */
export function databaseRoute(parts: ConsoleParts): Hono<WebEnv> {
  return new Hono<WebEnv>().use('*', allow('settings.write')).get('/', async (c) => {
    const { database } = await parts.lights.check();
    return c.html(
      <ConsolePage {...settingsFrame(c, parts)} title="База даних">
        <DatabaseView light={database} />
      </ConsolePage>,
    );
  });
}
