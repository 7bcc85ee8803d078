import type { FC } from 'hono/jsx';
import { legalDate } from '../../../domain/ukrainian-date.js';
import { WaitingList } from '../../components/waiting-list.js';
import type { DigestModel } from './digest-model.js';

interface DigestViewProps {
  readonly digest: DigestModel;
  /** Days that the person has one of, newest first */
  readonly days: readonly string[];
}

/** A moderator's morning: what is urgent, and what is new. */
export const DigestView: FC<DigestViewProps> = ({ digest, days }) => (
  <>
    <div class="no-print row">
      <a href="/today">Мій день</a>
      <a href={`/today/digest/${digest.day}/email`}>Сторінка для листа</a>
      <button class="button button-secondary" type="button" data-print hidden>
        Друкувати або зберегти як PDF
      </button>
    </div>
    <article class="paper stack">
      <h1>{digest.title}</h1>
      <p class="muted small">{digest.made}</p>
      <p>{digest.summary}</p>
      {digest.substituted === undefined ? null : <p>{digest.substituted}</p>}
      {digest.callBacks === undefined ? null : <p>{digest.callBacks}</p>}
      {digest.sections.map(({ heading, items, more }) => (
        <section class="stack-small paper-message">
          <h2>{heading}</h2>
          <WaitingList items={items} />
          {more === undefined ? null : <p class="muted">{more}</p>}
        </section>
      ))}
    </article>
    {days.length < 2 ? null : (
      <details class="no-print">
        <summary>Огляди інших днів</summary>
        <ul>
          {days.map((day) => (
            <li>
              <a href={`/today/digest/${day}`}>{legalDate(day)}</a>
            </li>
          ))}
        </ul>
      </details>
    )}
  </>
);

/** Before the first one is made. @param madeAfter `08:00` */
export const NoDigestView: FC<{ madeAfter: string }> = ({ madeAfter }) => (
  <>
    <h1>Ранковий огляд черги</h1>
    <p>
      Вашого огляду ще немає. Вісник складає його кожного робочого дня після {madeAfter}: що прострочено, у
      чого строк сьогодні та найближчими днями, що нікому не призначено, кому зателефонувати.
    </p>
    <p>
      <a href="/today">Мій день</a>
    </p>
  </>
);
