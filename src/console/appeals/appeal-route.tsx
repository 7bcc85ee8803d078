import type { Context } from 'hono';
import { Hono } from 'hono';
import { Refusal } from '../../domain/refusal.js';
import { isConcernedWith } from '../../domain/role.js';
import { AssigneeAway, StaleConversation } from '../../services/appeals/refusals.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { doneNotice } from '../components/done-notice.js';
import { formText, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { APPEAL_ACTIONS, type AppealAction } from './actions/appeal-actions.js';
import { insertCannedReply, saveDraft } from './answer-form.js';
import { answerAppealPage, NOTHING_REFUSED } from './appeal-page.js';
import { appealHref } from './queue/queue-model.js';

const ACTIONS = Object.keys(APPEAL_ACTIONS) as AppealAction[];

/** What the page says after a change that is no action on the appeal. */
const OTHER_WORDS = {
  draft: 'Чернетку збережено. Її бачите лише ви.',
  enter: 'Звернення внесено в реєстр.',
  insert: 'Готову відповідь вставлено. Перевірте її.',
};

/** `/appeals/{number}` and what staff do there. */
export function appealRoute(parts: ConsoleParts): Hono<WebEnv> {
  const submissions = createSubmissions();

  async function act(c: Context<WebEnv, '/:number/:action'>, action: AppealAction) {
    const number = c.req.param('number');
    const { actor } = currentSession(c);
    const form = await readForm(c);
    const id = submissionId(c.req.path, actor, form);
    try {
      await submissions.once(id, async () =>
        APPEAL_ACTIONS[action].perform(parts, { number, form, actor, id }),
      );
    } catch (error) {
      const typed = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<
        string,
        string
      >;
      return answerAppealPage(c, parts, number, {
        ...refused(error),
        typed: { ...typed, ...insteadOfAway(error) },
        action,
        confirm: mustConfirm(error),
      });
    }
    const isGone = action === 'forward' && !isConcernedWith(actor, formText(form, 'department'));
    return c.redirect(isGone ? '/appeals' : `${appealHref(number)}?done=${action}`, 303);
  }

  /** Drafts are the writer's own: nothing about the appeal changes. */
  async function keep(
    c: Context<WebEnv, '/:number/:action'>,
    save: typeof saveDraft | typeof insertCannedReply,
  ) {
    const number = c.req.param('number');
    const { actor } = currentSession(c);
    const form = await readForm(c);
    try {
      await save(parts, { number, form, actor, id: '' });
      return undefined;
    } catch (error) {
      const typed = { answer: formText(form, 'answer') };
      return answerAppealPage(c, parts, number, { ...NOTHING_REFUSED, ...refused(error), typed });
    }
  }

  const route = new Hono<WebEnv>();
  route.get('/:number', (c) => {
    const notice = doneNotice(c, { ...OTHER_WORDS, ...doneWords() });
    return answerAppealPage(c, parts, c.req.param('number'), { ...NOTHING_REFUSED, notice });
  });
  for (const action of ACTIONS) {
    route.post(`/:number/${action}`, allow('appeals.write'), (c) => act(c, action));
  }
  route.post('/:number/draft', allow('appeals.write'), async (c) => {
    const refusal = await keep(c, saveDraft);
    if (refusal) return refusal;
    // The page's script saves by itself and stays where it is.
    if (c.req.header('accept') === 'application/json') return c.body(null, 204);
    return c.redirect(`${appealHref(c.req.param('number'))}?done=draft#answer-title`, 303);
  });
  route.post('/:number/insert', allow('appeals.write'), async (c) => {
    const refusal = await keep(c, insertCannedReply);
    return refusal ?? c.redirect(`${appealHref(c.req.param('number'))}?done=insert#answer-title`, 303);
  });
  return route;
}

function doneWords(): Readonly<Record<string, string>> {
  return Object.fromEntries(ACTIONS.map((action) => [action, APPEAL_ACTIONS[action].done]));
}

/** Whoever stands in is chosen in the form that comes back, and the choice may be insisted on. */
function insteadOfAway(error: unknown): Readonly<Record<string, string>> {
  return error instanceof AssigneeAway ? { assignee: error.standIn.id, evenIfAway: '' } : {};
}

/** An answer that may be sent all the same, once its writer has seen what is new. */
function mustConfirm(error: unknown): { readonly newIds: readonly string[] } | undefined {
  if (error instanceof StaleConversation) return { newIds: error.newMessages.map(({ id }) => id) };
  return error instanceof Refusal && error.code === 'appeal.taken' ? { newIds: [] } : undefined;
}
