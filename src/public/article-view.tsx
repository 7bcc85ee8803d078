import type { FC } from 'hono/jsx';
import { Layout } from '../web/layout.js';
import { MarkupText } from '../web/markup-text.js';
import { feedHref } from './archive-model.js';
import type { ArticleModel, ArticleMoment } from './article-model.js';

interface ArticleProps {
  readonly article: ArticleModel;
}

/** The permanent page of one broadcast, for everybody. */
export const ArticlePage: FC<ArticleProps> = ({ article }) => (
  <Layout title={article.title} styles={['console.css', 'broadcast.css']} feed={feedHref(undefined)}>
    <article class="article">
      <h1>{article.title}</h1>
      <p class="muted">
        <time datetime={article.isoDate}>{article.date}</time>
      </p>
      {article.recalled === undefined ? <Story article={article} /> : <Recalled {...article.recalled} />}
    </article>
    <p>
      <a href="/n">Усі повідомлення</a>
    </p>
  </Layout>
);

const Recalled: FC<NonNullable<ArticleModel['recalled']>> = ({ at, reason }) => (
  <div class="notice notice-bad">
    <p>
      <strong>Повідомлення відкликано</strong> <Moment moment={at} />
    </p>
    {reason === undefined ? null : <p>{reason}</p>}
  </div>
);

const Story: FC<ArticleProps> = ({ article }) => (
  <>
    {article.corrections.map((moment) => (
      <p class="muted">
        <time datetime={moment.iso}>Виправлено {moment.words}</time>
      </p>
    ))}
    {article.pictures.map(({ publicName, alt }) => (
      <p>
        <img src={`/media/${publicName}`} alt={alt} />
      </p>
    ))}
    <MarkupText source={article.text} />
    {article.links.map(({ url, label }) => (
      <p>
        <a href={url} rel="noreferrer">
          {label}
        </a>
      </p>
    ))}
    {article.earlier.map(({ text, replacedAt }) => (
      <details>
        <summary>
          Як було до виправлення <Moment moment={replacedAt} />
        </summary>
        <MarkupText source={text} />
      </details>
    ))}
  </>
);

const Moment: FC<{ readonly moment: ArticleMoment }> = ({ moment }) => (
  <time datetime={moment.iso}>{moment.words}</time>
);
