import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
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
    <p>
      <a href="/settings">Усі налаштування</a>
    </p>
    <h1>{title}</h1>
  </>
);
