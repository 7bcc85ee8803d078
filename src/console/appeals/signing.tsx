import type { FC } from 'hono/jsx';
import { REASON_MAX } from '../../services/appeals/input.js';
import { TextArea } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { AnswerFiles, OutgoingNumber } from './answer-section.js';
import type { AppealModel } from './appeal-model.js';

interface SigningProps {
  readonly appeal: AppealModel;
  /** Absent: the viewer may not sign */
  readonly secrets: FormSecretsModel | undefined;
  readonly typed: Readonly<Record<string, string>>;
}

/** The answer that waits for a signature: everybody reads it, the signer sends it or gives it back. */
export const Signing: FC<SigningProps> = ({ appeal, secrets, typed }) =>
  appeal.toSign === undefined ? null : (
    <section class="card answer-form stack" aria-labelledby="signing-title">
      <h2 id="signing-title">Відповідь на підписі</h2>
      <p class="small">
        {appeal.toSign.author}, {appeal.toSign.when}. Заявник її ще не бачить.
      </p>
      {appeal.toSign.toAll ? (
        <p>Після підпису її отримають також усі, чиї звернення об’єднано з цим: {appeal.cluster.sharers}.</p>
      ) : null}
      <p class="message-text">{appeal.toSign.text}</p>
      {appeal.toSign.files.length === 0 ? null : <p>Додаток: {appeal.toSign.files.join(', ')}</p>}
      {secrets === undefined ? <p>Чекає на підпис керівника або уповноваженої особи.</p> : null}
      {secrets === undefined ? null : (
        <form class="form" method="post" action={`${appeal.href}/sign`} enctype="multipart/form-data">
          <FormSecrets secrets={secrets} />
          <input type="hidden" name="seen" value={String(appeal.messages.length)} />
          <OutgoingNumber value={typed.outgoingNumber ?? ''} />
          <AnswerFiles label="Підписаний лист" />
          <div>
            <button class="button" type="submit">
              {appeal.messenger === undefined ? 'Підписати' : `Підписати й надіслати в ${appeal.messenger}`}
            </button>
          </div>
        </form>
      )}
      {secrets === undefined ? null : (
        <form class="form" method="post" action={`${appeal.href}/send-back`}>
          <FormSecrets secrets={secrets} />
          <TextArea
            class="textarea-low"
            name="remark"
            label="Зауваження"
            hint="Заявник його не побачить."
            value={typed.remark}
            maxLength={REASON_MAX}
            required
          />
          <div>
            <button class="button button-secondary" type="submit">
              Повернути виконавцю
            </button>
          </div>
        </form>
      )}
    </section>
  );
