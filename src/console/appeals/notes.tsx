import type { FC } from 'hono/jsx';
import { APPEAL_TEXT_MAX } from '../../services/appeals/input.js';
import { TextArea } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { AppealModel } from './appeal-model.js';

interface NotesProps {
  readonly appeal: AppealModel;
  /** Absent: the viewer may only read */
  readonly secrets: FormSecretsModel | undefined;
  readonly text: string;
}

/** Internal notes: another colour and another place than the answer, so that one is never sent as the other. */
export const Notes: FC<NotesProps> = ({ appeal, secrets, text }) => (
  <section class="card notes" aria-labelledby="notes-title">
    <div>
      <h2 id="notes-title">Внутрішні нотатки</h2>
      <p class="small">Заявник їх не бачить</p>
    </div>
    <ol class="stack-small" id="notes" data-live>
      {appeal.notes.map((note) => (
        <li class="note" data-key={note.id}>
          <p class="message-text">{note.text}</p>
          <p class="small">
            {note.author}, {note.when}
          </p>
        </li>
      ))}
    </ol>
    {secrets === undefined ? null : (
      <form class="form" method="post" action={`${appeal.href}/note`}>
        <FormSecrets secrets={secrets} />
        <TextArea
          class="textarea-low"
          name="note"
          label="Нова нотатка"
          hint="Лише для працівників."
          value={text}
          maxLength={APPEAL_TEXT_MAX}
          required
        />
        <button class="button button-secondary" type="submit">
          Додати нотатку
        </button>
      </form>
    )}
  </section>
);
