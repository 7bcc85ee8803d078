import type { FC } from 'hono/jsx';
import { Layout } from '../web/layout.js';
import { MarkupText } from '../web/markup-text.js';
import type { ArchiveItem, ArchiveModel } from './archive-model.js';

interface ArchiveProps {
  readonly archive: ArchiveModel;
}

/** Everything that was sent, for everybody: the fallback for whoever has no messenger. */
export const ArchivePage: FC<ArchiveProps> = ({ archive }) => (
  <Layout
    title={archive.chosen ? archive.chosen.names.uk : 'Усі повідомлення'}
    styles={['console.css', 'broadcast.css', 'archive.css']}
    feed={archive.feedHref}
  >
    <h1>Повідомлення {archive.councilNameGenitive}</h1>
    <p>
      Усе, що надіслано підписникам у Telegram і Viber. Читати можна й без месенджера: тут або в{' '}
      <a href={archive.feedHref}>стрічці RSS</a>.
    </p>
    <Topics archive={archive} />
    {archive.items.length === 0 ? <p>Тут ще немає повідомлень.</p> : archive.items.map(Item)}
    <nav class="archive-pages" aria-label="Сторінки">
      {archive.isFirstPage ? null : (
        <a href={archive.chosen ? `?topic=${archive.chosen.id}` : '/n'}>Найновіші</a>
      )}
      {archive.olderHref === undefined ? null : (
        <a href={archive.olderHref} rel="next">
          Давніші
        </a>
      )}
    </nav>
  </Layout>
);

const Topics: FC<ArchiveProps> = ({ archive: { topics, chosen } }) => (
  <nav aria-label="Теми">
    <ul class="archive-topics">
      <li>
        <a href="/n" aria-current={chosen ? undefined : 'page'}>
          Усі теми
        </a>
      </li>
      {topics.map(({ id, name, isChosen }) => (
        <li>
          <a href={`/n?topic=${id}`} aria-current={isChosen ? 'page' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

function Item({ href, title, date, isoDate, topics, text }: ArchiveItem) {
  return (
    <article class="archive-item">
      <h2>
        <a href={href}>{title}</a>
      </h2>
      <p class="muted">
        <time datetime={isoDate}>{date}</time>
        {topics.length > 0 ? ` · ${topics.join(', ')}` : ''}
      </p>
      <MarkupText source={text} />
    </article>
  );
}
