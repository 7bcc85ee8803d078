import { type Context, Hono } from 'hono';
import { Refusal } from '../../domain/refusal.js';
import type { OpenedLink } from '../../services/staff/access.js';
import type { WebEnv } from '../../web/env.js';
import { ConsolePage } from '../components/console-page.js';
import { formText, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { LinkView, VoidLinkView } from './link-view.js';
import { continueSignIn } from './second-step-route.js';

const NOTHING_TYPED = { name: '', position: '', email: '' };

/** `/link/{token}`: a one-time way in. Looking does not use it up, the form does. */
export function linkRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { access } = parts.staff;
  const isSandbox = parts.sandbox !== undefined;

  function answerForm(c: Context<WebEnv>, link: OpenedLink, typed: typeof NOTHING_TYPED, refusal?: Refusal) {
    const notice = refusal && ({ tone: 'bad', text: refusal.message } as const);
    return c.html(
      <ConsolePage
        styles={['account.css']}
        title="Одноразове посилання"
        session={undefined}
        isSandbox={isSandbox}
        isNarrow
      >
        <LinkView link={link} action={c.req.path} typed={typed} notice={notice} />
      </ConsolePage>,
      refusal === undefined ? 200 : 422,
    );
  }

  function answerVoid(c: Context<WebEnv>) {
    return c.html(
      <ConsolePage
        styles={['account.css']}
        title="Посилання недійсне"
        session={undefined}
        isSandbox={isSandbox}
        isNarrow
      >
        <VoidLinkView />
      </ConsolePage>,
      404,
    );
  }

  return new Hono<WebEnv>()
    .get('/:token', async (c) => {
      const link = await access.open(c.req.param('token'));
      return link === undefined ? answerVoid(c) : answerForm(c, link, NOTHING_TYPED);
    })
    .post('/:token', async (c) => {
      const token = c.req.param('token');
      const form = await readForm(c);
      const typed = {
        name: formText(form, 'name'),
        position: formText(form, 'position'),
        email: formText(form, 'email'),
      };
      try {
        const password = String(form.get('password') ?? '');
        return await continueSignIn(c, parts, await access.use(token, { ...typed, password }), '/');
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const link = await access.open(token);
        return link === undefined ? answerVoid(c) : answerForm(c, link, typed, error);
      }
    });
}
