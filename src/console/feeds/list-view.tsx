import type { FC } from 'hono/jsx';
import { Badge } from '../components/badge.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import type { FeedModel } from './feed-model.js';

interface FeedListViewProps {
  readonly feeds: readonly FeedModel[];
  readonly notice: NoticeModel | undefined;
}

/** Every feed with how it is. */
export const FeedListView: FC<FeedListViewProps> = ({ feeds, notice }) => (
  <>
    <div class="row page-head">
      <h1>Стрічки</h1>
      <a class="button" href="/feeds/new">
        Нова стрічка
      </a>
    </div>
    <Notice notice={notice} />
    {feeds.length === 0 ? (
      <p class="muted">Стрічок ще немає. Додайте стрічку сайту, і нові матеріали з’являтимуться тут самі.</p>
    ) : null}
    <ul class="queue">
      {feeds.map((feed) => (
        <li class="queue-card">
          <p class="queue-subject">
            <a href={feed.href}>{feed.name}</a>
          </p>
          <p class="queue-state">
            <Badge {...feed.state} />
          </p>
          <p class="muted small queue-details">
            {feed.summary} · переглянуто: {feed.lastLook} · далі: {feed.nextLook}
          </p>
          {feed.concern === undefined ? null : <p class="queue-wide">{feed.concern}</p>}
        </li>
      ))}
    </ul>
  </>
);
