import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { MorningDigest } from '../../../services/morning-digest/morning-digest.js';
import type { WebEnv } from '../../../web/env.js';
import { allow, currentSession } from '../../../web/session-cookie.js';
import { ConsolePage } from '../../components/console-page.js';
import type { ConsoleParts } from '../../parts.js';
import { createCityDates } from '../../words/dates.js';
import { DigestEmail, EMAIL_POLICY } from './digest-email.js';
import { digestModel } from './digest-model.js';
import { DigestView, NoDigestView } from './digest-view.js';

/** `/today/digest`: one's own mornings, the newest by itself, for the screen, for paper and for a letter. */
export function digestRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { morningDigests } = parts;
  const dates = createCityDates(parts.timeZone, parts.clocks.now);

  return new Hono<WebEnv>()
    .use('*', allow('appeals.write'))
    .get('/', async (c) => {
      const [newest] = await morningDigests.daysOf(currentSession(c).actor.id);
      if (newest !== undefined) return show(c, newest);
      const { office } = await parts.settings.get();
      return page(c, 'Ранковий огляд черги', <NoDigestView madeAfter={office.digestAt} />);
    })
    .get('/:day', (c) => show(c, c.req.param('day')))
    .get('/:day/email', async (c) => {
      const digest = await morningDigests.get(currentSession(c).actor.id, c.req.param('day'));
      if (!digest) return c.notFound();
      const origin = parts.publicUrl ?? new URL(c.req.url).origin;
      c.header('Content-Security-Policy', EMAIL_POLICY);
      return c.html(<DigestEmail digest={await modelOf(c, digest, (path) => `${origin}${path}`)} />);
    });

  async function show(c: Context<WebEnv>, day: string) {
    const { actor } = currentSession(c);
    const digest = await morningDigests.get(actor.id, day);
    if (!digest) return c.notFound();
    const [model, days] = await Promise.all([modelOf(c, digest), morningDigests.daysOf(actor.id)]);
    return page(c, model.title, <DigestView digest={model} days={days} />);
  }

  async function modelOf(c: Context<WebEnv>, digest: MorningDigest, linkOf?: (path: string) => string) {
    const numbers = [...new Set(Object.values(digest.parts).flatMap((part) => part.numbers))];
    return digestModel(
      digest,
      await parts.appeals.ofNumbers(numbers, currentSession(c).actor),
      dates,
      linkOf,
    );
  }

  function page(c: Context<WebEnv>, title: string, view: Child) {
    return c.html(
      <ConsolePage
        styles={['appeal-print.css']}
        scripts={['print-button.js']}
        title={title}
        session={currentSession(c)}
        isSandbox={parts.sandbox !== undefined}
        current="/today"
        isNarrow
      >
        {view}
      </ConsolePage>,
    );
  }
}
