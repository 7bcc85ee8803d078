import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { ConsoleParts } from '../parts.js';
import { EDITOR_GUIDE } from './editor-guide.js';
import { HEAD_GUIDE } from './head-guide.js';
import { GuideView, HelpIndexView } from './help-view.js';
import { MODERATOR_GUIDE } from './moderator-guide.js';

/** Pictures of the guides, served with the console's style sheets; read from the sources also by the built service. */
export const HELP_PICTURES = new URL('../../../src/console/help/pictures/', import.meta.url);

const GUIDES = [EDITOR_GUIDE, MODERATOR_GUIDE, HEAD_GUIDE];

/** `/help`: how to begin, for each kind of work. */
export function helpRoute(parts: Pick<ConsoleParts, 'sandbox'>): Hono<WebEnv> {
  function answer(c: Context<WebEnv>, title: string, view: Child) {
    return c.html(
      <ConsolePage
        title={title}
        session={currentSession(c)}
        isSandbox={parts.sandbox !== undefined}
        current="/help"
        styles={['settings.css', 'help.css']}
        isNarrow
      >
        {view}
      </ConsolePage>,
    );
  }

  return new Hono<WebEnv>()
    .get('/', (c) => answer(c, 'Довідка', <HelpIndexView guides={GUIDES} />))
    .get('/:slug', (c) => {
      const guide = GUIDES.find(({ slug }) => slug === c.req.param('slug'));
      return guide
        ? answer(c, guide.title, <GuideView guide={guide} reader={currentSession(c).actor} />)
        : c.notFound();
    });
}
