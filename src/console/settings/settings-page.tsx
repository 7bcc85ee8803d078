import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { Crumbs, SETTINGS_CRUMB } from '../components/crumbs.js';
import type { ConsoleParts } from '../parts.js';

/** The frame of every page among the settings. */
export function settingsFrame(c: Context<WebEnv>, { sandbox }: Pick<ConsoleParts, 'sandbox'>) {
  return {
    session: currentSession(c),
    isSandbox: sandbox !== undefined,
    current: '/settings',
    styles: ['settings.css'],
    isNarrow: true,
  } as const;
}

/** The title, and the way back to the overview. */
export const SettingsHead: FC<{ title: string }> = ({ title }) => (
  <>
    <Crumbs trail={[SETTINGS_CRUMB]} />
    <h1>{title}</h1>
  </>
);
