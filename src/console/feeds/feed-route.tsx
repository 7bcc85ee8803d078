import { type Context, Hono } from 'hono';
import type { Actor } from '../../domain/role.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { doneNotice } from '../components/done-notice.js';
import { formText, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { createCityDates } from '../words/dates.js';
import { type FeedValues, parseFeedForm, readFeed, typedFeed } from './feed-form.js';
import { changeModels, feedModel } from './feed-model.js';
import { attempt, DONE, type FeedAnswer, FeedPage, tried, UNSAVED } from './feed-page.js';
import { FeedView } from './feed-view.js';

/** `/feeds/:id`: how a feed is, and what staff decide about it. */
export function feedRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { feeds } = parts;
  const dates = createCityDates(parts.timeZone, parts.clocks.now);
  /** Steps that need nothing but the button: what is said afterwards, and what is done */
  const steps: Readonly<Record<string, readonly [string, (id: string, actor: Actor) => Promise<unknown>]>> = {
    look: ['look', feeds.look],
    'accept-past': ['accept-past', feeds.acceptPast],
    pause: ['save', (id, actor) => feeds.pause(id, true, actor)],
    resume: ['save', (id, actor) => feeds.pause(id, false, actor)],
  };

  const app = new Hono<WebEnv>()
    .use('*', allow('publications.write'))
    .get('/:id', (c) => one(c, c.req.param('id'), { notice: doneNotice(c, DONE) }))
    .post('/:id', async (c) => {
      const id = c.req.param('id');
      const values = readFeed(await readForm(c));
      const parsed = parseFeedForm(values);
      if (!parsed.ok) return one(c, id, { status: 422, values, errors: parsed.errors, notice: UNSAVED });
      return step(c, id, 'save', () => feeds.change(id, parsed.input, currentSession(c).actor), values);
    })
    .post('/:id/try', async (c) => {
      const values = readFeed(await readForm(c));
      return one(c, c.req.param('id'), { values, ...(await tried(c, parts, values, dates)) });
    })
    .post('/:id/decide', async (c) => {
      const id = c.req.param('id');
      const form = await readForm(c);
      const isTaken = formText(form, 'isTaken') === 'true';
      return step(c, id, 'decide', () =>
        feeds.decide(id, formText(form, 'itemId'), isTaken, currentSession(c).actor),
      );
    })
    .post('/:id/remove', (c) => {
      const id = c.req.param('id');
      const work = async () => {
        await feeds.remove(id, currentSession(c).actor);
        return c.redirect('/feeds?done=remove', 303);
      };
      return attempt(work, (answer) => one(c, id, answer));
    });
  for (const [name, [done, work]] of Object.entries(steps))
    app.post(`/:id/${name}`, (c) => {
      const id = c.req.param('id');
      return step(c, id, done, () => work(id, currentSession(c).actor));
    });
  return app;

  async function one(c: Context<WebEnv>, id: string, answer: FeedAnswer) {
    const { status = 200, notice, values, errors = {}, trial } = answer;
    const session = currentSession(c);
    const feed = await feeds.get(id);
    const topics = await parts.topics.list();
    const model = feedModel(feed, topics, dates);
    const form = {
      action: model.href,
      submitLabel: 'Зберегти',
      values: values ?? typedFeed(feed),
      topics,
      errors,
      secrets: { csrfToken: session.csrfToken, requestId: parts.randomId() },
    };
    const changes = changeModels(await feeds.changed(id), dates);
    return c.html(
      <FeedPage title={feed.name} session={session} isSandbox={parts.sandbox !== undefined}>
        <FeedView feed={model} changes={changes} form={form} trial={trial} notice={notice} />
      </FeedPage>,
      status,
    );
  }

  function step(
    c: Context<WebEnv>,
    id: string,
    done: string,
    work: () => Promise<unknown>,
    values?: FeedValues,
  ) {
    return attempt(
      async () => {
        await work();
        return c.redirect(`/feeds/${id}?done=${done}`, 303);
      },
      (answer) => one(c, id, { ...answer, ...(values && { values }) }),
    );
  }
}
