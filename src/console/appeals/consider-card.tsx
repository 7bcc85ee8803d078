import type { FC } from 'hono/jsx';
import { VERDICT_WORDS } from '../../domain/remarks.js';
import { REASON_MAX } from '../../services/appeals/input.js';
import { Choices, TextArea } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { AppealModel } from './appeal-model.js';

interface ConsiderCardProps {
  readonly appeal: Pick<AppealModel, 'href' | 'comment'>;
  readonly secrets: FormSecretsModel;
  readonly typed: Readonly<Record<string, string>>;
}

/** Whether a comment on a draft act is taken into account, and why: so it stands in the act's table. */
export const ConsiderCard: FC<ConsiderCardProps> = ({ appeal: { href, comment }, secrets, typed }) =>
  comment === undefined ? null : (
    <section class="card" aria-labelledby="consider-title">
      <h2 id="consider-title">Зауваження до проєкту акта</h2>
      <p>
        <a href={comment.publicationHref}>Проєкт і таблиця зауважень</a>
      </p>
      <form class="form" method="post" action={`${href}/consider`}>
        <FormSecrets secrets={secrets} />
        <Choices
          type="radio"
          name="verdict"
          legend="Чи враховано"
          options={Object.entries(VERDICT_WORDS).map(([value, label]) => ({ value, label }))}
          chosen={[typed.verdict ?? comment.verdict ?? '']}
        />
        <TextArea
          class="textarea-low"
          name="considerReason"
          label="Обґрунтування"
          hint="Стоятиме в таблиці, яку оприлюднюють. Обов’язкове, якщо враховано не повністю."
          value={typed.considerReason ?? comment.reason}
          maxLength={REASON_MAX}
        />
        <div>
          <button class="button button-secondary" type="submit">
            Зберегти
          </button>
        </div>
      </form>
    </section>
  );
