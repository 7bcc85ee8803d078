import type { FC } from 'hono/jsx';
import { FAQ_TEXT_MAX } from '../../services/faq/input.js';
import { Crumbs, SETTINGS_CRUMB } from '../components/crumbs.js';
import { type Option, SelectField, TextArea, TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import type { FieldErrors } from '../forms.js';
import type { FaqValues } from './faq-form.js';

export interface FaqCardViewProps {
  readonly heading: string;
  /** Where it is saved */
  readonly action: string;
  /** One that is there already may be deleted */
  readonly isSaved: boolean;
  readonly values: FaqValues;
  readonly errors: FieldErrors;
  /** Who may keep it true */
  readonly owners: readonly Option[];
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
}

/** One ready answer. */
export const FaqCardView: FC<FaqCardViewProps> = (props) => (
  <>
    <Crumbs trail={[SETTINGS_CRUMB, { href: '/settings/faq', label: 'Картки з відповідями' }]} />
    <h1>{props.heading}</h1>
    <Notice notice={props.notice} />
    <CardForm {...props} />
    {props.isSaved ? <RemoveForm {...props} /> : null}
  </>
);

const CardForm: FC<FaqCardViewProps> = ({ action, values, errors, owners, secrets }) => (
  <form class="form card" method="post" action={action}>
    <FormSecrets secrets={secrets} />
    <TextField
      name="title"
      label="Запитання"
      hint="Людина побачить його після слів «Можливо, це допоможе:»."
      value={values.title}
      error={errors.title}
      required
    />
    <TextArea
      name="text"
      label="Відповідь"
      hint="Що зробити, куди звернутися, телефон, години."
      value={values.text}
      error={errors.text}
      maxLength={FAQ_TEXT_MAX}
      required
    />
    <TextArea
      name="stems"
      label="Коли показувати"
      hint="Початки слів, рядок за рядком. Картку побачить той, у чиєму тексті є всі слова хоча б одного рядка: «графік відключ»."
      value={values.stems}
      error={errors.stems}
      required
    />
    <SelectField
      name="ownerId"
      label="Відповідальний"
      options={[{ value: '', label: 'Оберіть' }, ...owners]}
      value={values.ownerId}
      error={errors.ownerId}
    />
    <TextField
      type="date"
      name="checkBy"
      label="Перевірити до"
      hint="Після цього дня картку не показуємо, доки відповідальний її не перегляне."
      value={values.checkBy}
      error={errors.checkBy}
      required
    />
    <div>
      <button class="button" type="submit">
        Зберегти
      </button>
    </div>
  </form>
);

const RemoveForm: FC<FaqCardViewProps> = ({ action, secrets }) => (
  <details class="card">
    <summary>Видалити картку</summary>
    <p>Разом із нею зникне підрахунок, скільком людям вона допомогла.</p>
    <form class="inline-form" method="post" action={`${action}/remove`}>
      <FormSecrets secrets={secrets} />
      <button class="button button-secondary" type="submit">
        Видалити назавжди
      </button>
    </form>
  </details>
);
