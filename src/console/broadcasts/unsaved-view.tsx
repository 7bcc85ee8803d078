import type { FC } from 'hono/jsx';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { KeptModel } from './unsaved.js';

/** Within the form: whether what is typed would outlive the page. */
export const Kept: FC<{ kept: KeptModel }> = ({ kept: { version, state, when } }) => (
  <p class="muted small" id="compose-kept" data-live>
    <input type="hidden" name="keptVersion" value={String(version)} />
    {state === 'kept' ? <span data-is-kept>Написане записано: {when}. Сторінку можна закрити.</span> : null}
    {state === 'elsewhere'
      ? 'Тут написане саме не записується: цю розсилку відкрито ще в одному вікні. Збережіть її кнопкою.'
      : null}
  </p>
);

/** Says that the form holds what was not saved the last time, and how to begin without it. */
export const Restored: FC<{ when: string; action: string; secrets: FormSecretsModel }> = ({
  when,
  action,
  secrets,
}) => (
  <form class="notice notice-warn row" method="post" action={action}>
    <FormSecrets secrets={secrets} />
    <p role="status">У формі – те, що ви писали й не зберегли ({when}).</p>
    <button class="button button-secondary" type="submit" name="act" value="forget">
      Відкинути це
    </button>
  </form>
);
