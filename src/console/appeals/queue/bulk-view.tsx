import type { FC } from 'hono/jsx';
import type { BulkResult } from '../../../services/appeals/bulk.js';
import { Notice } from '../../components/notice.js';
import { appealHref } from './queue-model.js';

/** What became of each appeal of a bulk, where not all went well. */
export const BulkView: FC<{ result: BulkResult; backHref: string }> = ({ result, backHref }) => (
  <>
    <h1>Зроблено не все</h1>
    <Notice notice={{ tone: 'warn', text: `${bulkWords(result)}.` }} />
    <section class="card" aria-labelledby="failed-title">
      <h2 id="failed-title">Не вдалося</h2>
      <ul class="stack">
        {result.failed.map(({ number, reason }) => (
          <li>
            <a class="digits" href={appealHref(number)}>
              {number}
            </a>
            : {reason}
          </li>
        ))}
      </ul>
    </section>
    {result.done.length === 0 ? null : (
      <section class="card" aria-labelledby="done-title">
        <h2 id="done-title">Зроблено</h2>
        <ul class="row">
          {result.done.map((number) => (
            <li>
              <a class="digits" href={appealHref(number)}>
                {number}
              </a>
            </li>
          ))}
        </ul>
      </section>
    )}
    <p>
      <a class="button" href={backHref}>
        До черги
      </a>
    </p>
  </>
);

/** «зроблено 7, не вдалося 1» */
function bulkWords({ done, failed }: BulkResult): string {
  return `Зроблено ${done.length}, не вдалося ${failed.length}`;
}
