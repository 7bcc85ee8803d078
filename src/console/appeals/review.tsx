import type { FC } from 'hono/jsx';
import { REASON_MAX } from '../../services/appeals/input.js';
import { Choices, TextArea } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { AppealModel } from './appeal-model.js';

interface ReviewProps {
  readonly appeal: AppealModel;
  /** Absent: the viewer may not decide */
  readonly secrets: FormSecretsModel | undefined;
  readonly typed: Readonly<Record<string, string>>;
}

/** An answer that did not help: the controller lets it stand or gives the work back. */
export const Review: FC<ReviewProps> = ({ appeal, secrets, typed }) =>
  appeal.reviewBy === undefined ? null : (
    <section class="card answer-form stack" aria-labelledby="review-title">
      <h2 id="review-title">Перевірити відповідь</h2>
      <p>
        Заявник: «{appeal.rating}». Про рішення обіцяно повідомити до {appeal.reviewBy}. Строк відповіді від
        цього не змінюється.
      </p>
      {secrets === undefined ? <p>Вирішує керівник або уповноважена особа.</p> : null}
      {secrets === undefined ? null : (
        <form class="form" method="post" action={`${appeal.href}/review`}>
          <FormSecrets secrets={secrets} />
          <Choices
            type="radio"
            name="decision"
            legend="Рішення"
            options={[
              { value: 'upheld', label: 'Відповідь не змінюємо' },
              { value: 'reopened', label: 'Повернути в роботу' },
            ]}
            chosen={[typed.decision ?? 'upheld']}
          />
          <TextArea
            class="textarea-low"
            name="reviewReason"
            label="Пояснення"
            hint="Заявник прочитає його."
            value={typed.reviewReason}
            maxLength={REASON_MAX}
            required
          />
          <div>
            <button class="button" type="submit">
              {appeal.messenger === undefined
                ? 'Записати рішення'
                : `Надіслати рішення в ${appeal.messenger}`}
            </button>
          </div>
        </form>
      )}
    </section>
  );
