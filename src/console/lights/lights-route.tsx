import { type Context, Hono } from 'hono';
import type { LightsReport } from '../../services/lights/lights.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { ConsoleParts } from '../parts.js';
import { settingsFrame } from '../settings/settings-page.js';
import { createCityDates } from '../words/dates.js';
import { lightModels } from './light-model.js';
import { LightsView } from './lights-view.js';

/** `/settings/lights`: whether messengers and the database work, and what to do when they do not. */
export function lightsRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { lights } = parts;
  // When somebody looked is told by the real clock, also in a sandbox whose calendar was moved.
  const dates = createCityDates(parts.timeZone, parts.clocks.real);

  return new Hono<WebEnv>()
    .use('*', allow('settings.write'))
    .get('/', (c) => page(c, lights.last()))
    .post('/', async (c) => page(c, await lights.check()));

  function page(c: Context<WebEnv>, report: LightsReport | undefined) {
    return c.html(
      <ConsolePage {...settingsFrame(c, parts)} title="Стан системи">
        <LightsView
          lights={report === undefined ? [] : lightModels(report)}
          checkedAt={report && dates.moment(report.checkedAt)}
          secrets={{ csrfToken: currentSession(c).csrfToken, requestId: parts.randomId() }}
        />
      </ConsolePage>,
    );
  }
}
