import { Hono } from 'hono';
import { CHANNEL_IDS, type ChannelId } from '../../domain/channel-id.js';
import type { MessengerLight } from '../../services/lights/lights.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { ConsoleParts } from '../parts.js';
import { settingsFrame } from '../settings/settings-page.js';
import { deepLink, parseSource } from './deep-link.js';
import { PosterView } from './poster-view.js';

/** `/settings/poster`: a sheet for the notice board that opens the chat with the council. */
export function posterRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { lights } = parts;
  return new Hono<WebEnv>().use('*', allow('settings.write')).get('/', async (c) => {
    const typed = c.req.query('source') ?? '';
    const source = parseSource(typed);
    const [{ organisation }, report] = await Promise.all([
      parts.settings.get(),
      lights.last() ?? lights.check(),
    ]);
    return c.html(
      <ConsolePage
        {...settingsFrame(c, parts)}
        session={currentSession(c)}
        title="Плакат з QR-кодом"
        styles={['settings.css', 'poster.css']}
      >
        <PosterView
          councilName={organisation.councilName}
          phone={organisation.phone}
          source={typed}
          error={
            typed !== '' && source === undefined
              ? 'Лише латинські літери, цифри, дефіс і підкреслення, до 40 знаків.'
              : undefined
          }
          codes={CHANNEL_IDS.map((channel) => ({
            channel,
            link: linkOf(channel, report[channel], source),
          }))}
        />
      </ConsolePage>,
    );
  });
}

function linkOf(channel: ChannelId, light: MessengerLight, source: string | undefined): string | undefined {
  if (light.kind !== 'answers' || light.address === undefined) return undefined;
  return deepLink(channel, light.address, source);
}
