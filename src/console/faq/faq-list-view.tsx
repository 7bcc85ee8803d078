import type { FC } from 'hono/jsx';
import { Notice, type NoticeModel } from '../components/notice.js';
import { SettingsHead } from '../settings/settings-page.js';

/** One card, ready to print. */
export interface FaqRow {
  readonly href: string;
  readonly title: string;
  readonly text: string;
  /** «Відповідає Ірина Гнатюк · перевірити до 1 березня» */
  readonly details: string;
  /** «Допомогло 12 разів, усе одно подали 3 рази» */
  readonly counts: string;
  /** Nobody has confirmed it in time, so it is not shown */
  readonly isStale: boolean;
}

interface FaqListProps {
  readonly rows: readonly FaqRow[];
  readonly notice: NoticeModel | undefined;
}

/** Ready answers by title, with what came of showing them. */
export const FaqListView: FC<FaqListProps> = ({ rows, notice }) => (
  <>
    <SettingsHead title="Картки з відповідями" />
    <Notice notice={notice} />
    <p class="muted">
      Бот показує картку перед тим, як людина обирає спосіб подання, якщо в її тексті є слова картки. Людина
      або каже, що це допомогло, або все одно подає звернення: рахуємо і те, і те.
    </p>
    <p>
      <a class="button" href="/settings/faq/new">
        Нова картка
      </a>
    </p>
    {rows.length === 0 ? <p>Карток ще немає.</p> : null}
    {rows.map((row) => (
      <article class="card">
        <h2>
          <a href={row.href}>{row.title}</a>
        </h2>
        {row.isStale ? (
          <p>
            <strong>Не показується: строк перевірки минув.</strong> Перегляньте текст і вкажіть новий день.
          </p>
        ) : null}
        <p class="muted small">{row.details}</p>
        <p class="message-text">{row.text}</p>
        <p class="small">{row.counts}</p>
      </article>
    ))}
  </>
);
