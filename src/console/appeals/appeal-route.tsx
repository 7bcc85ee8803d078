import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import { Refusal } from '../../domain/refusal.js';
import { type Actor, isConcernedWith } from '../../domain/role.js';
import { keepAnswerFiles } from '../../services/appeals/answer-files.js';
import { APPEAL_TEXT_MAX } from '../../services/appeals/input.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import type { NoticeModel } from '../components/notice.js';
import { formText, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { readAnswerFiles } from './answer-form-files.js';
import { answerAppealPage } from './appeal-page.js';
import { appealHref } from './queue-model.js';

const ACTIONS = ['take', 'reply', 'note', 'forward', 'close'] as const;
type Action = (typeof ACTIONS)[number];

const DONE_WORDS: Readonly<Record<Action, string>> = {
  take: 'Звернення взято в роботу.',
  reply: 'Відповідь надсилається. Стан доставлення видно під нею.',
  note: 'Нотатку додано.',
  forward: 'Звернення передано.',
  close: 'Звернення закрито.',
};

const NOTHING_TYPED = { answer: '', note: '' };

const resolutionSchema = z.enum(['answered', 'explained', 'refused']);

/** `/appeals/{number}` and what staff do there. */
export function appealRoute(parts: ConsoleParts): Hono<WebEnv> {
  const submissions = createSubmissions();

  async function act(c: Context<WebEnv, '/:number/:action'>, action: Action) {
    const number = c.req.param('number');
    const { actor } = currentSession(c);
    const form = await readForm(c);
    const id = submissionId(c.req.path, actor, form);
    try {
      await submissions.once(id, () => perform(parts, action, { number, form, actor, id }));
    } catch (error) {
      const typed = { answer: formText(form, 'answer'), note: formText(form, 'note') };
      return answerAppealPage(c, parts, number, { ...refused(error), typed });
    }
    const isGone = action === 'forward' && !isConcernedWith(actor, formText(form, 'department'));
    return c.redirect(isGone ? '/appeals' : `${appealHref(number)}?done=${action}`, 303);
  }

  const route = new Hono<WebEnv>();
  route.get('/:number', (c) => {
    const done = ACTIONS.find((action) => action === c.req.query('done'));
    const notice: NoticeModel | undefined = done && { tone: 'ok', text: DONE_WORDS[done] };
    return answerAppealPage(c, parts, c.req.param('number'), { status: 200, notice, typed: NOTHING_TYPED });
  });
  for (const action of ACTIONS) {
    route.post(`/:number/${action}`, allow('appeals.write'), (c) => act(c, action));
  }
  return route;
}

interface Submission {
  readonly number: string;
  readonly form: FormData;
  readonly actor: Actor;
  readonly id: string;
}

/** @throws {Refusal} */
async function perform(
  { appeals, files }: ConsoleParts,
  action: Action,
  submission: Submission,
): Promise<void> {
  const { number, form, actor, id } = submission;
  switch (action) {
    case 'take':
      await appeals.take(number, actor);
      return;
    case 'reply': {
      const text = written(form, 'answer');
      const kept = await keepAnswerFiles(files, await readAnswerFiles(form));
      await appeals.reply(number, { text, files: kept, requestId: id }, actor);
      return;
    }
    case 'note':
      await appeals.note(number, written(form, 'note'), actor);
      return;
    case 'forward':
      await appeals.forward(number, formText(form, 'department'), actor);
      return;
    case 'close':
      await appeals.close(number, resolutionOf(form), actor);
  }
}

function resolutionOf(form: FormData) {
  const parsed = resolutionSchema.safeParse(form.get('resolution'));
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid', 'appeal.resolution', 'Оберіть, чим завершено розгляд.');
}

function written(form: FormData, name: string): string {
  const value = formText(form, name);
  if (value === '') throw new Refusal('invalid', 'appeal.empty', 'Напишіть текст.');
  if (value.length > APPEAL_TEXT_MAX) {
    throw new Refusal('invalid', 'appeal.too-long', `Текст задовгий: до ${APPEAL_TEXT_MAX} знаків.`);
  }
  return value;
}
