import type { FC } from 'hono/jsx';
import { REASON_MAX } from '../../services/appeals/input.js';
import { TextArea } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { AppealModel } from './appeal-model.js';

const FORM = 'called';

interface CallTaskProps {
  readonly appeal: AppealModel;
  /** Absent: the viewer may only read */
  readonly secrets: FormSecretsModel | undefined;
  readonly note: string;
}

/**
 * «Зателефонуйте», while an answer has not reached its citizen. The form's secrets stand beside what is kept fresh, so
 * that news do not take away what somebody is writing.
 */
export const CallTask: FC<CallTaskProps> = ({ appeal, secrets, note }) => (
  <>
    {secrets === undefined ? null : (
      <form id={FORM} method="post" action={`${appeal.href}/called`}>
        <FormSecrets secrets={secrets} />
      </form>
    )}
    <div id="call-task" data-live>
      {appeal.lostMessageId === undefined ? null : (
        <section class="card" aria-labelledby="call-title">
          <h2 id="call-title">Зателефонуйте заявнику</h2>
          <p>Наша відповідь могла до нього не дійти. Повідомте її телефоном або листом і запишіть це.</p>
          {secrets === undefined ? null : <Told messageId={appeal.lostMessageId} note={note} />}
        </section>
      )}
    </div>
  </>
);

const Told: FC<{ messageId: string; note: string }> = ({ messageId, note }) => (
  <div class="form">
    <input type="hidden" name="message" value={messageId} form={FORM} />
    <TextArea
      class="textarea-low"
      name="call-note"
      form={FORM}
      label="Як і що повідомлено"
      hint="Залишиться внутрішньою нотаткою."
      value={note}
      maxLength={REASON_MAX}
      required
    />
    <div>
      <button class="button" type="submit" form={FORM}>
        Заявника повідомлено
      </button>
    </div>
  </div>
);
