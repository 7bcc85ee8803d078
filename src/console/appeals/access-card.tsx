import type { FC } from 'hono/jsx';
import { REASON_MAX } from '../../services/appeals/input.js';
import { TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { LIMITED_WORDS } from '../words/appeal-words.js';
import type { AppealModel } from './appeal-model.js';
import { WorkForm, type WorkFormsProps } from './work-form.js';

interface AccessCardProps {
  readonly appeal: Pick<AppealModel, 'href' | 'accessLimit'>;
  readonly secrets: FormSecretsModel;
}

/** That few may see the appeal, why, and the way back. */
export const AccessCard: FC<AccessCardProps> = ({ appeal: { href, accessLimit }, secrets }) =>
  accessLimit === undefined ? null : (
    <section class="card notice-warn" aria-labelledby="access-title">
      <h2 id="access-title">{LIMITED_WORDS}</h2>
      <p>Може містити воєнно чутливі відомості: {accessLimit.why}.</p>
      <p class="small">
        Бачать лише ті, хто працює зі зверненнями. У звітах і таблицях немає ні змісту, ні місця, точку на
        карті приховано. Не пересилайте й не публікуйте.
      </p>
      <p class="muted small">
        {accessLimit.by}, {accessLimit.when}
      </p>
      <form method="post" action={`${href}/open-access`}>
        <FormSecrets secrets={secrets} />
        <button class="button button-secondary" type="submit">
          Зняти обмеження
        </button>
      </form>
    </section>
  );

/** Hides what the rule has not recognised. */
export const LimitAccess: FC<WorkFormsProps> = (props) =>
  props.appeal.accessLimit !== undefined ? null : (
    <WorkForm {...props} action="limit-access" title="Обмежити доступ" button="Обмежити доступ">
      <TextField
        name="limitReason"
        label="Причина"
        hint="Для всього, що може допомогти ворогу: позиції, рух військ, робота ППО, наслідки обстрілів. Заявникові не повідомляємо."
        value={props.typed.limitReason}
        maxLength={REASON_MAX}
        required
      />
    </WorkForm>
  );
