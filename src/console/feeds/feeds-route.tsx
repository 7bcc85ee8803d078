import { type Context, Hono } from 'hono';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { Crumbs } from '../components/crumbs.js';
import { doneNotice } from '../components/done-notice.js';
import { Notice } from '../components/notice.js';
import { readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { createCityDates } from '../words/dates.js';
import { FeedForm, TrialResult } from './feed-fields.js';
import { demonstrationFeed, EMPTY_FEED, parseFeedForm, readFeed } from './feed-form.js';
import { feedModel } from './feed-model.js';
import { attempt, DONE, type FeedAnswer, FeedPage, tried, UNSAVED } from './feed-page.js';
import { FeedListView } from './list-view.js';

/** `/feeds`: where the council's news come from by themselves; `/feeds/new`. */
export function feedsRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { feeds } = parts;
  const isSandbox = parts.sandbox !== undefined;
  const dates = createCityDates(parts.timeZone, parts.clocks.now);
  const submissions = createSubmissions();

  return new Hono<WebEnv>()
    .use('*', allow('publications.write'))
    .get('/', async (c) => {
      const topics = await parts.topics.list();
      const all = (await feeds.list()).map((feed) => feedModel(feed, topics, dates));
      return c.html(
        <FeedPage title="Стрічки" session={currentSession(c)} isSandbox={isSandbox}>
          <FeedListView feeds={all} notice={doneNotice(c, DONE)} />
        </FeedPage>,
      );
    })
    .get('/new', (c) => blank(c, {}))
    .post('/try', async (c) => {
      const values = readFeed(await readForm(c));
      return blank(c, { values, ...(await tried(c, parts, values, dates)) });
    })
    .post('/', async (c) => {
      const form = await readForm(c);
      const values = readFeed(form);
      const parsed = parseFeedForm(values);
      if (!parsed.ok) return blank(c, { status: 422, values, errors: parsed.errors, notice: UNSAVED });
      const { actor } = currentSession(c);
      return attempt(
        async () => {
          const id = submissionId(c.req.path, actor, form);
          const feed = await submissions.once(id, () => feeds.add(parsed.input, actor));
          await feeds.look(feed.id, actor);
          return c.redirect(`/feeds/${feed.id}?done=save`, 303);
        },
        (answer) => blank(c, { ...answer, values }),
      );
    });

  /** The page of a feed that is not there yet. */
  async function blank(c: Context<WebEnv>, { status = 200, notice, values, errors, trial }: FeedAnswer) {
    const session = currentSession(c);
    const empty = isSandbox ? demonstrationFeed(new URL(c.req.url).origin) : EMPTY_FEED;
    return c.html(
      <FeedPage title="Нова стрічка" session={session} isSandbox={isSandbox}>
        <Crumbs trail={[{ href: '/feeds', label: 'Стрічки' }]} />
        <h1>Нова стрічка</h1>
        <Notice notice={notice} />
        <TrialResult trial={trial} />
        <FeedForm
          action="/feeds"
          submitLabel="Додати"
          values={values ?? empty}
          topics={await parts.topics.list()}
          errors={errors ?? {}}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
        />
      </FeedPage>,
      status,
    );
  }
}
