import type { FC } from 'hono/jsx';
import { NO_VERDICT_WORDS, type Remark, remarkTotals, VERDICT_WORDS } from '../../domain/remarks.js';
import { appealHref } from '../appeals/queue/queue-model.js';

interface CommentsCardProps {
  /** Address of the publication's page */
  readonly href: string;
  readonly remarks: readonly Remark[];
}

/** What residents said of a draft act, with the table that is published. */
export const CommentsCard: FC<CommentsCardProps> = ({ href, remarks }) => (
  <section class="card" aria-labelledby="comments-title">
    <h2 id="comments-title">Зауваження до проєкту</h2>
    <p>{remarks.length === 0 ? 'Зауважень ще немає.' : remarkTotals(remarks)}</p>
    <ul class="stack-small">
      {remarks.map(({ number, author, verdict }) => (
        <li>
          <a href={appealHref(number)}>{number}</a>
          <p class="muted small">
            {author} · {verdict === undefined ? NO_VERDICT_WORDS : VERDICT_WORDS[verdict]}
          </p>
        </li>
      ))}
    </ul>
    <p>
      <a class="button button-secondary" href={`${href}/comments.docx`}>
        Таблиця зауважень (docx)
      </a>
    </p>
  </section>
);
