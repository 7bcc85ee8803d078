import type { FC } from 'hono/jsx';
import { BROADCAST_KINDS } from '../../domain/broadcast.js';
import type { TopicInfo } from '../../domain/topic.js';
import { LABEL_MAX, TEXT_MAX, TITLE_MAX } from '../../services/broadcasts/input.js';
import { TEMPLATE_NAME_MAX, type Template } from '../../services/templates/templates.js';
import { BROADCASTS_CRUMB, Crumbs, TEMPLATES_TRAIL } from '../components/crumbs.js';
import { ErrorSummary } from '../components/error-summary.js';
import { Choices, SelectField, TextArea, TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import type { FieldErrors } from '../forms.js';
import { BROADCAST_KIND_WORDS } from '../words/broadcast-words.js';
import { topicOptions } from '../words/topic-words.js';
import type { TemplateValues } from './template-form.js';

/** Every template, each with its next step. */
export const TemplateList: FC<{ templates: readonly Template[]; notice: NoticeModel | undefined }> = ({
  templates,
  notice,
}) => (
  <>
    <Crumbs trail={[BROADCASTS_CRUMB]} />
    <div class="row page-head">
      <h1>Шаблони розсилок</h1>
      <a class="button" href="/templates/new">
        Новий шаблон
      </a>
    </div>
    <Notice notice={notice} />
    {templates.length === 0 ? (
      <p class="muted">
        Шаблонів ще немає. Шаблон – це текст, який ви надсилаєте часто: про відключення води, засідання,
        прийом.
      </p>
    ) : null}
    <ul class="queue">
      {templates.map(({ id, name, kind, title }) => (
        <li class="queue-card">
          <p class="queue-subject">
            <a href={`/templates/${id}/use`}>{name}</a>
          </p>
          <p class="muted small">
            {BROADCAST_KIND_WORDS[kind]} · {title}
          </p>
          <p>
            <a href={`/templates/${id}`} aria-label={`Змінити шаблон «${name}»`}>
              Змінити
            </a>
          </p>
        </li>
      ))}
    </ul>
  </>
);

export interface TemplateFormProps {
  readonly heading: string;
  /** Undefined for a new one */
  readonly id: string | undefined;
  readonly values: TemplateValues;
  readonly topics: readonly TopicInfo[];
  readonly errors: FieldErrors;
  readonly notice: NoticeModel | undefined;
  readonly secrets: FormSecretsModel;
}

/** The form of a template. */
export const TemplateForm: FC<TemplateFormProps> = ({
  heading,
  id,
  values,
  topics,
  errors,
  notice,
  secrets,
}) => (
  <>
    <Crumbs trail={TEMPLATES_TRAIL} />
    <h1>{heading}</h1>
    <Notice notice={notice} />
    <ErrorSummary errors={errors} />
    <form class="form card" method="post" action={`/templates/${id ?? 'new'}`}>
      <FormSecrets secrets={secrets} />
      {values.channels.map((channel) => (
        <input type="hidden" name="channels" value={channel} />
      ))}
      <TextField
        name="name"
        label="Назва шаблону"
        hint="Її бачите лише ви й колеги. Наприклад: «Відключення води»."
        value={values.name}
        error={errors.name}
        maxLength={TEMPLATE_NAME_MAX}
        required
      />
      <SelectField
        name="kind"
        label="Вид"
        value={values.kind}
        error={errors.kind}
        options={BROADCAST_KINDS.map((kind) => ({ value: kind, label: BROADCAST_KIND_WORDS[kind] }))}
      />
      <TextField
        name="title"
        label="Заголовок"
        hint="Те, що щоразу інше, візьміть у фігурні дужки: «Без води: {вулиця}»."
        value={values.title}
        error={errors.title}
        maxLength={TITLE_MAX}
        required
      />
      <TextArea
        class="textarea-tall"
        name="text"
        label="Текст"
        hint="Наприклад: «{дата} з {час початку} до {час кінця} не буде води на вул. {вулиця}»."
        value={values.text}
        error={errors.text}
        maxLength={TEXT_MAX}
        required
      />
      <div class="halves">
        <TextField
          name="linkUrl"
          label="Куди веде кнопка (не обов’язково)"
          value={values.linkUrl}
          error={errors.linkUrl}
        />
        <TextField
          name="linkLabel"
          label="Напис на ній"
          value={values.linkLabel}
          error={errors.linkLabel}
          maxLength={LABEL_MAX}
        />
      </div>
      <Choices
        type="checkbox"
        name="topics"
        legend="Теми"
        options={topicOptions(topics, values.topics)}
        chosen={values.topics}
        error={errors.topics}
      />
      <div>
        <button class="button" type="submit">
          Зберегти шаблон
        </button>
      </div>
    </form>
    {id === undefined ? null : <RemoveTemplate id={id} secrets={secrets} />}
  </>
);

const RemoveTemplate: FC<{ id: string; secrets: FormSecretsModel }> = ({ id, secrets }) => (
  <details>
    <summary>Видалити шаблон</summary>
    <form class="form" method="post" action={`/templates/${id}/remove`}>
      <FormSecrets secrets={secrets} />
      <p>Розсилки, зроблені за ним, залишаться.</p>
      <button class="button button-danger" type="submit">
        Видалити
      </button>
    </form>
  </details>
);

export interface UseTemplateProps {
  readonly template: Template;
  readonly fields: readonly string[];
  /** As typed, by the field's place */
  readonly typed: readonly string[];
  readonly errors: FieldErrors;
  readonly notice: NoticeModel | undefined;
  readonly secrets: FormSecretsModel;
}

/** Asks for what the template leaves open. */
export const UseTemplate: FC<UseTemplateProps> = ({ template, fields, typed, errors, notice, secrets }) => (
  <>
    <Crumbs trail={TEMPLATES_TRAIL} />
    <h1>{template.name}</h1>
    <Notice notice={notice} />
    <ErrorSummary errors={errors} />
    <form class="form card" method="post" action={`/templates/${template.id}/use`}>
      <FormSecrets secrets={secrets} />
      <p class="message-text">
        <b>{template.title}</b>
        {'\n\n'}
        {template.text}
      </p>
      {fields.map((field, at) => (
        <TextField
          name={`field-${at}`}
          label={field.charAt(0).toLocaleUpperCase('uk') + field.slice(1)}
          value={typed[at]}
          error={errors[`field-${at}`]}
          maxLength={TITLE_MAX}
          required
        />
      ))}
      <div>
        <button class="button" type="submit">
          Зробити чернетку
        </button>
      </div>
    </form>
  </>
);
