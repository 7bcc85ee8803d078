import type { FC } from 'hono/jsx';
import type { Link } from '../domain/broadcast.js';
import type { Picture } from '../domain/content.js';
import { Layout } from '../web/layout.js';
import { MarkupText } from '../web/markup-text.js';

export interface ArticleModel {
  readonly title: string;
  /** «23 листопада 2026 року» */
  readonly date: string;
  /** `2026-11-23` */
  readonly isoDate: string;
  readonly text: string;
  readonly pictures: readonly Picture[];
  readonly links: readonly Link[];
}

/** The permanent page of one broadcast, for everybody. */
export const ArticlePage: FC<{ article: ArticleModel }> = ({ article }) => (
  <Layout title={article.title} styles={['console.css']}>
    <article class="article">
      <h1>{article.title}</h1>
      <p class="muted">
        <time datetime={article.isoDate}>{article.date}</time>
      </p>
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
    </article>
  </Layout>
);
