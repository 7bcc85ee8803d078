import type { FC } from 'hono/jsx';
import { REASON_MAX, TEXT_MAX } from '../../services/broadcasts/input.js';
import { TextArea } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { AmendableModel, AmendmentModel } from './amendment-model.js';
import { Progress } from './progress.js';

/** Corrections and the recall of a broadcast, each with its own progress. */
export const Amendments: FC<{ amendments: readonly AmendmentModel[] }> = ({ amendments }) => (
  <section class="card" aria-labelledby="amendments-title">
    <h2 id="amendments-title">Після надсилання</h2>
    {amendments.map(({ title, when, status, href, reason, notes, progress }) => (
      <div class="stack-small">
        <p>
          <a href={href}>
            {title}, {when}
          </a>{' '}
          <span class="muted">{status}</span>
        </p>
        {reason === undefined ? null : <p>Причина: {reason}</p>}
        {progress.map((channel) => (
          <Progress {...channel} />
        ))}
        {notes.map((note) => (
          <p class="muted small">{note}</p>
        ))}
      </div>
    ))}
  </section>
);

interface FormsProps {
  /** Address of the broadcast's page */
  readonly href: string;
  readonly amendable: AmendableModel;
  readonly secrets: FormSecretsModel;
}

/** Correcting and recalling, folded, so that it takes two presses. Not kept fresh: what is being typed must stay. */
export const AmendmentForms: FC<FormsProps> = ({ href, amendable, secrets }) => (
  <div class="stack" id="amend">
    {amendable.text === undefined ? null : (
      <details>
        <summary>Виправити надіслане</summary>
        <form class="form" method="post" action={`${href}/correct`}>
          <FormSecrets secrets={secrets} />
          <p>
            Telegram замінить текст просто в чаті, без нового сповіщення. Якщо новий текст туди не вміщується,
            прийде окреме повідомлення. Viber надісланого не змінює: ті, хто отримав перше, отримають
            виправлення окремо. На постійній сторінці буде новий текст, дата виправлення й попередній текст.
          </p>
          <TextArea
            name="text"
            label="Правильний текст"
            value={amendable.text}
            maxLength={TEXT_MAX}
            required
          />
          <button class="button" type="submit">
            Надіслати виправлення
          </button>
        </form>
      </details>
    )}
    <details>
      <summary>Відкликати повідомлення</summary>
      <form class="form" method="post" action={`${href}/recall`}>
        <FormSecrets secrets={secrets} />
        <p>
          Telegram видалить повідомлення, надіслані менш як 48 годин тому. Viber видаляти не вміє: там вони
          залишаться. Хто ще не отримав, уже не отримає. Постійна сторінка скаже, що повідомлення відкликано.
        </p>
        <TextArea name="reason" label="Чому (побачать усі)" maxLength={REASON_MAX} />
        <button class="button button-danger" type="submit">
          Відкликати
        </button>
      </form>
    </details>
  </div>
);
