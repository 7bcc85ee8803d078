import type { FC } from 'hono/jsx';
import type { AppealFile } from '../../domain/appeal.js';
import { ANSWER_FILE_ENDINGS } from '../../services/appeals/answer-files.js';
import type { Department } from '../../services/appeals/appeals.js';
import { APPEAL_TEXT_MAX } from '../../services/appeals/input.js';
import { Crumbs, SETTINGS_CRUMB } from '../components/crumbs.js';
import { Choices, FileField, SelectField, TextArea, TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import type { FieldErrors } from '../forms.js';
import { type ReplyValues, VARIABLES_IN_BRACES } from './reply-form.js';

export interface ReplyViewProps {
  readonly heading: string;
  /** Where it is saved */
  readonly action: string;
  /** One that is there already may be deleted */
  readonly isSaved: boolean;
  readonly values: ReplyValues;
  readonly errors: FieldErrors;
  /** Those it has; a browser never gives chosen ones back */
  readonly files: readonly AppealFile[];
  readonly departments: readonly Department[];
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
}

/** One prepared answer. */
export const ReplyView: FC<ReplyViewProps> = (props) => (
  <>
    <Crumbs trail={[SETTINGS_CRUMB, { href: '/settings/replies', label: 'Готові відповіді' }]} />
    <h1>{props.heading}</h1>
    <Notice notice={props.notice} />
    <ReplyForm {...props} />
    {props.isSaved ? <RemoveForm {...props} /> : null}
  </>
);

const ReplyForm: FC<ReplyViewProps> = ({ action, values, errors, files, departments, secrets }) => (
  <form class="form card" method="post" action={action} enctype="multipart/form-data">
    <FormSecrets secrets={secrets} />
    <TextField
      name="title"
      label="Назва"
      hint="За нею відповідь шукають. Люди її не бачать."
      value={values.title}
      error={errors.title}
      required
    />
    <TextArea
      name="text"
      label="Текст"
      hint={`Змінні заповняться з картки звернення: ${VARIABLES_IN_BRACES}. Перед надсиланням текст можна змінити.`}
      value={values.text}
      error={errors.text}
      maxLength={APPEAL_TEXT_MAX}
      required
    />
    <SelectField
      name="departmentId"
      label="Для кого"
      options={[
        { value: '', label: 'Для всіх підрозділів' },
        ...departments.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={values.departmentId}
      error={errors.departmentId}
    />
    {files.length === 0 ? null : (
      <Choices
        type="checkbox"
        name="keptFiles"
        legend="Додані файли"
        hint="Зніміть позначку, щоб прибрати файл"
        options={files.map(({ fileId, name }) => ({ value: fileId, label: name }))}
        chosen={files.map(({ fileId }) => fileId)}
      />
    )}
    <FileField
      name="files"
      label="Додати файли"
      hint="До 5 файлів PDF, Word (docx), Excel (xlsx), JPEG або PNG, разом до 10 МБ. Можна без них."
      accept={Object.values(ANSWER_FILE_ENDINGS).flat()}
    />
    <div>
      <button class="button" type="submit">
        Зберегти
      </button>
    </div>
  </form>
);

const RemoveForm: FC<ReplyViewProps> = ({ action, secrets }) => (
  <details class="card">
    <summary>Видалити готову відповідь</summary>
    <p>Уже надіслані відповіді залишаться такими, як є.</p>
    <form class="inline-form" method="post" action={`${action}/remove`}>
      <FormSecrets secrets={secrets} />
      <button class="button button-secondary" type="submit">
        Видалити назавжди
      </button>
    </form>
  </details>
);
