import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Refusal } from '../../domain/refusal.js';
import type { Subscriber } from '../../domain/subscriber.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { NoticeModel } from '../components/notice.js';
import { formText, list, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import { createCityDates } from '../words/dates.js';
import { people } from '../words/price-words.js';
import { broadcastHref } from './broadcast-model.js';
import { type PersonModel, TrialView } from './trial-view.js';

/** Longest part of a name that is looked for. */
const Q_MAX = 100;

/** Characters of an address that tell namesakes apart. */
const ADDRESS_END = 4;

/** `/broadcasts/{id}/trial`: the draft as it is, to colleagues only. */
export function trialRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { broadcasts, trialRecipients } = parts;
  const dates = createCityDates(parts.timeZone, parts.clocks.now);
  const submissions = createSubmissions();

  async function answer(
    c: Context<WebEnv, '/:id/trial'>,
    notice: NoticeModel | undefined,
    status: ContentfulStatusCode = 200,
  ) {
    const session = currentSession(c);
    const { id, title } = await broadcasts.get(c.req.param('id'));
    const q = (c.req.query('q') ?? '').trim().slice(0, Q_MAX);
    const colleagues = await trialRecipients.list();
    const known = new Set(colleagues.map((person) => person.id));
    const found = (await trialRecipients.find(q, session.actor)).filter((person) => !known.has(person.id));
    return c.html(
      <ConsolePage
        title="Проба для колег"
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/broadcasts"
        isNarrow
      >
        <TrialView
          href={broadcastHref(id)}
          title={title}
          colleagues={colleagues.map(personModel)}
          q={q}
          found={q === '' ? undefined : found.map(personModel)}
          notice={notice}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
        />
      </ConsolePage>,
      status,
    );
  }

  /** Names repeat: when somebody first wrote, and the end of their address, do not. */
  function personModel({ id, name, channel, address, createdAt }: Subscriber): PersonModel {
    const place = `${CHANNEL_WORDS[channel]} …${address.slice(-ADDRESS_END)}`;
    return { id, words: `${name ?? 'Без імені'} – ${place}, з ${dates.moment(createdAt)}` };
  }

  /** Does what the form asks for; what is wrong stands above it. */
  async function act(c: Context<WebEnv, '/:id/trial'>, work: (form: FormData) => Promise<NoticeModel>) {
    const form = await readForm(c);
    try {
      const id = submissionId(c.req.path, currentSession(c).actor, form);
      return answer(c, await submissions.once(id, () => work(form)));
    } catch (error) {
      const { status, notice } = refused(error);
      return answer(c, notice, status);
    }
  }

  async function send(id: string, form: FormData, c: Context<WebEnv>): Promise<NoticeModel> {
    const chosen = list(form, 'to');
    const to = (await trialRecipients.list()).filter((person) => chosen.includes(person.id));
    if (to.length === 0) throw new Refusal('invalid', 'trial.nobody', 'Позначте хоча б одного колегу.');
    await broadcasts.test(id, to, currentSession(c).actor);
    return {
      tone: 'ok',
      text: `Пробу надіслано: ${people(to.length)}. За кілька секунд вона буде на телефонах.`,
    };
  }

  return new Hono<WebEnv>()
    .use('/:id/trial', allow('broadcasts.write'))
    .use('/:id/trial/*', allow('broadcasts.write'))
    .get('/:id/trial', (c) => answer(c, undefined))
    .post('/:id/trial', (c) => act(c, (form) => send(c.req.param('id'), form, c)))
    .post('/:id/trial/add', (c) =>
      act(c, async (form) => {
        await trialRecipients.add(formText(form, 'subscriber'), currentSession(c).actor);
        return { tone: 'ok', text: 'Додано.' };
      }),
    )
    .post('/:id/trial/remove', (c) =>
      act(c, async (form) => {
        for (const id of list(form, 'to')) await trialRecipients.remove(id, currentSession(c).actor);
        return { tone: 'ok', text: 'Прибрано зі списку.' };
      }),
    );
}
