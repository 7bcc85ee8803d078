import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppealFile } from '../../domain/appeal.js';
import type { CannedReply } from '../../domain/canned-reply.js';
import { keepAnswerFiles } from '../../services/appeals/answer-files.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { readAnswerFiles } from '../appeals/answer-form-files.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import type { NoticeModel } from '../components/notice.js';
import { type FieldErrors, list, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { settingsFrame } from '../settings/settings-page.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { ReplyListView } from './list-view.js';
import { EMPTY_REPLY, parseReplyForm, type ReplyValues, readReply, typedReply } from './reply-form.js';
import { ReplyView } from './reply-view.js';

/** What the page of one reply answers with, beside what it always shows. */
interface Answer {
  readonly status?: ContentfulStatusCode;
  readonly notice?: NoticeModel;
  readonly values?: ReplyValues;
  readonly errors?: FieldErrors;
}

const UNSAVED: NoticeModel = {
  tone: 'bad',
  text: 'Не збережено. Виправте позначені поля; файли доведеться обрати ще раз.',
};
const DONE: Readonly<Record<string, string>> = {
  save: 'Готову відповідь збережено.',
  remove: 'Готову відповідь видалено.',
};

/** `/settings/replies`: answers prepared for what is asked often. */
export function cannedRepliesRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { cannedReplies } = parts;
  const submissions = createSubmissions();

  return new Hono<WebEnv>()
    .use('*', allow('settings.write'))
    .get('/', async (c) => {
      const [replies, departments] = await Promise.all([cannedReplies.list(), parts.appeals.departments()]);
      return c.html(
        <ConsolePage {...settingsFrame(c, parts)} title="Готові відповіді">
          <ReplyListView replies={replies} departments={departments} notice={doneNotice(c, DONE)} />
        </ConsolePage>,
      );
    })
    .get('/new', (c) => one(c, undefined, {}))
    .get('/:id', async (c) => one(c, await cannedReplies.get(c.req.param('id')), {}))
    .post('/', (c) => save(c, undefined))
    .post('/:id', async (c) => save(c, await cannedReplies.get(c.req.param('id'))))
    .post('/:id/remove', async (c) => {
      await cannedReplies.remove(c.req.param('id'), currentSession(c).actor);
      return c.redirect('/settings/replies?done=remove', 303);
    });

  async function save(c: Context<WebEnv>, before: CannedReply | undefined) {
    const { actor } = currentSession(c);
    const form = await readForm(c);
    const values = readReply(form);
    const parsed = parseReplyForm(values);
    if (!parsed.ok) return one(c, before, { status: 422, values, errors: parsed.errors, notice: UNSAVED });
    try {
      const id = submissionId(c.req.path, actor, form);
      await submissions.once(id, async () =>
        cannedReplies.save(before?.id, { ...parsed.input, files: await filesOf(before, form) }, actor),
      );
      return c.redirect('/settings/replies?done=save', 303);
    } catch (error) {
      return one(c, before, { ...refused(error), values });
    }
  }

  /** Those that stay, then the new ones. */
  async function filesOf(before: CannedReply | undefined, form: FormData): Promise<AppealFile[]> {
    const kept = list(form, 'keptFiles');
    const added = await keepAnswerFiles(parts.files, await readAnswerFiles(form));
    return [...(before?.files ?? []).filter(({ fileId }) => kept.includes(fileId)), ...added];
  }

  async function one(c: Context<WebEnv>, reply: CannedReply | undefined, answer: Answer) {
    const { status = 200, notice, values, errors = {} } = answer;
    const heading = reply?.title ?? 'Нова готова відповідь';
    return c.html(
      <ConsolePage {...settingsFrame(c, parts)} title={heading}>
        <ReplyView
          heading={heading}
          action={reply ? `/settings/replies/${reply.id}` : '/settings/replies'}
          isSaved={reply !== undefined}
          values={values ?? (reply ? typedReply(reply) : EMPTY_REPLY)}
          errors={errors}
          files={reply?.files ?? []}
          departments={await parts.appeals.departments()}
          secrets={{ csrfToken: currentSession(c).csrfToken, requestId: parts.randomId() }}
          notice={notice}
        />
      </ConsolePage>,
      status,
    );
  }
}
