import type { FC } from 'hono/jsx';

/** Recovery codes, shown this once. */
export const RecoveryCodes: FC<{ codes: readonly string[]; next: string }> = ({ codes, next }) => (
  <>
    <h1>Коди відновлення</h1>
    <p>
      Якщо телефона не буде під рукою, увійдете з одним із них. Кожен діє один раз. Роздрукуйте їх або
      перепишіть і зберігайте не поруч із комп’ютером: більше ми їх не покажемо.
    </p>
    <ul class="recovery-codes card">
      {codes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <p>
      <a class="button" href={next}>
        Я зберіг ці коди
      </a>
    </p>
  </>
);
