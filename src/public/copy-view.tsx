import type { FC } from 'hono/jsx';
import { Layout } from '../web/layout.js';

const PART_WORDS = { text: 'Завантажити для читання', json: 'Завантажити у форматі JSON' } as const;

interface CopyPageProps {
  /** Files not taken yet */
  readonly parts: readonly (keyof typeof PART_WORDS)[];
  /** «24 листопада 2026 року о 14:05» */
  readonly until: string;
}

/** Where a person fetches the copy of their data. Only a pressed button takes a file: a preview of the link does not. */
export const CopyPage: FC<CopyPageProps> = ({ parts, until }) => (
  <Layout title="Копія ваших даних" styles={['console.css', 'broadcast.css']}>
    <article class="article">
      <h1>Копія ваших даних</h1>
      {parts.length === 0 ? (
        <p>Файли вже завантажено. Нову копію можна замовити в чаті: «Мої дані» – «Отримати копію».</p>
      ) : (
        <p>Кожен файл можна завантажити один раз, до {until}. Не передавайте це посилання іншим.</p>
      )}
      {parts.map((part) => (
        <form method="post" action={`?part=${part}`}>
          <button class="button" type="submit">
            {PART_WORDS[part]}
          </button>
        </form>
      ))}
    </article>
  </Layout>
);
