import type { FC } from 'hono/jsx';
import { APPEAL_CATEGORIES } from '../../domain/appeal.js';
import { Crumbs, SETTINGS_CRUMB } from '../components/crumbs.js';
import { Choices, TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import type { FieldErrors } from '../forms.js';
import { CATEGORY_WORDS } from '../words/appeal-words.js';
import type { DepartmentValues } from './department-form.js';

export interface DepartmentViewProps {
  readonly heading: string;
  /** Where it is saved */
  readonly action: string;
  /** Undefined: it is not there yet */
  readonly isArchived: boolean | undefined;
  readonly values: DepartmentValues;
  readonly errors: FieldErrors;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
}

/** One unit of the council. */
export const DepartmentView: FC<DepartmentViewProps> = (props) => (
  <>
    <Crumbs trail={[SETTINGS_CRUMB, { href: '/settings/departments', label: 'Підрозділи' }]} />
    <h1>{props.heading}</h1>
    <Notice notice={props.notice} />
    <DepartmentForm {...props} />
    {props.isArchived === undefined ? null : <EndForms {...props} />}
  </>
);

const DepartmentForm: FC<DepartmentViewProps> = ({ action, values, errors, secrets }) => {
  const field = (name: Exclude<keyof DepartmentValues, 'categories'>) => ({
    name,
    value: values[name],
    error: errors[name],
  });
  return (
    <form class="form card" method="post" action={action}>
      <FormSecrets secrets={secrets} />
      <TextField {...field('name')} label="Назва" required />
      <TextField
        {...field('nameGenitive')}
        label="Назва в родовому відмінку"
        hint="«Передано до управління освіти»: управління освіти"
        required
      />
      <div class="halves">
        <TextField {...field('headPosition')} label="Посада керівника" />
        <TextField {...field('headName')} label="Керівник" hint="Власне ім’я ПРІЗВИЩЕ" />
        <TextField {...field('phone')} label="Телефон" />
      </div>
      <Choices
        type="checkbox"
        name="categories"
        legend="За що відповідає"
        hint="Нові звернення цих категорій надходитимуть сюди. В інших підрозділів їх буде знято."
        options={APPEAL_CATEGORIES.map((category) => ({ value: category, label: CATEGORY_WORDS[category] }))}
        chosen={values.categories}
        error={errors.categories}
      />
      <div>
        <button class="button" type="submit">
          Зберегти
        </button>
      </div>
    </form>
  );
};

const EndForms: FC<DepartmentViewProps> = ({ action, isArchived, secrets }) => (
  <details class="card">
    <summary>Архів і видалення</summary>
    <p>Підрозділ в архіві не отримує нових звернень; у старих його назва лишається.</p>
    <div class="row">
      <Step
        action={`${action}/${isArchived ? 'restore' : 'archive'}`}
        label={isArchived ? 'Повернути з архіву' : 'Прибрати в архів'}
        secrets={secrets}
      />
      <Step action={`${action}/remove`} label="Видалити назавжди" secrets={secrets} />
    </div>
  </details>
);

interface StepProps {
  readonly action: string;
  readonly label: string;
  readonly secrets: FormSecretsModel;
}

const Step: FC<StepProps> = ({ action, label, secrets }) => (
  <form class="inline-form" method="post" action={action}>
    <FormSecrets secrets={secrets} />
    <button class="button button-secondary" type="submit">
      {label}
    </button>
  </form>
);
