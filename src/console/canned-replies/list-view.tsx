import type { FC } from 'hono/jsx';
import type { CannedReply } from '../../domain/canned-reply.js';
import type { Department } from '../../services/appeals/appeals.js';
import { Crumbs, SETTINGS_CRUMB } from '../components/crumbs.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { plural } from '../words/plural.js';

const FILES = { one: 'файл', few: 'файли', other: 'файлів' };

interface ReplyListViewProps {
  readonly replies: readonly CannedReply[];
  readonly departments: readonly Department[];
  readonly notice: NoticeModel | undefined;
}

/** Prepared answers by title, each with its whole text. */
export const ReplyListView: FC<ReplyListViewProps> = ({ replies, departments, notice }) => (
  <>
    <Crumbs trail={[SETTINGS_CRUMB]} />
    <div class="row page-head">
      <h1>Готові відповіді</h1>
      <a class="button" href="/settings/replies/new">
        Нова відповідь
      </a>
    </div>
    <Notice notice={notice} />
    <p class="muted">
      Тексти, якими на звернення відповідають часто. Модератор бере готову відповідь на сторінці звернення,
      перечитує й дописує.
    </p>
    {replies.length === 0 ? <p>Готових відповідей ще немає.</p> : null}
    {replies.map((reply) => (
      <article class="card">
        <h2>
          <a href={`/settings/replies/${reply.id}`}>{reply.title}</a>
        </h2>
        <p class="muted small">
          {departments.find(({ id }) => id === reply.departmentId)?.name ?? 'Для всіх підрозділів'}
          {reply.files.length === 0 ? '' : ` · ${plural(reply.files.length, FILES)}`}
        </p>
        <p class="message-text">{reply.text}</p>
      </article>
    ))}
  </>
);
