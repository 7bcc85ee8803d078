import type { FC } from 'hono/jsx';
import { ACT_ISSUERS, ACT_STAGES, EVENT_KINDS, PUBLICATION_KINDS } from '../../domain/publication.js';
import type { TopicInfo } from '../../domain/topic.js';
import type { Department } from '../../services/appeals/appeals.js';
import { TEXT_MAX } from '../../services/broadcasts/input.js';
import { ACT_NUMBER_MAX, NAME_MAX, PUBLICATION_TITLE_MAX } from '../../services/publications/input.js';
import { Crumbs, PUBLICATIONS_CRUMB } from '../components/crumbs.js';
import { ErrorSummary } from '../components/error-summary.js';
import { Choices, SelectField, TextArea, TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import type { FieldErrors } from '../forms.js';
import {
  EVENT_KIND_WORDS,
  ISSUER_WORDS,
  PUBLICATION_KIND_WORDS,
  STAGE_WORDS,
} from '../words/publication-words.js';
import { topicOptions } from '../words/topic-words.js';
import type { FormField, PublicationValues } from './publication-form.js';

export interface PublicationFormProps {
  readonly heading: string;
  readonly action: string;
  readonly values: PublicationValues;
  readonly errors: FieldErrors;
  readonly topics: readonly TopicInfo[];
  readonly departments: readonly Department[];
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
}

/** The form of a publication. Its photos and hand-overs are added on its page. */
export const PublicationFormView: FC<PublicationFormProps> = (props) => (
  <>
    <div class="stack-small">
      <Crumbs trail={[PUBLICATIONS_CRUMB]} />
      <h1>{props.heading}</h1>
      <p class="muted">Фото й передачі до ЗМІ додають на сторінці публікації, коли її збережено.</p>
    </div>
    <Notice notice={props.notice} />
    <ErrorSummary errors={props.errors} />
    <form class="form card" method="post" action={props.action}>
      <FormSecrets secrets={props.secrets} />
      <Material {...props} />
      <ActFields {...props} />
      <EventFields {...props} />
      <div>
        <button class="button" type="submit">
          Зберегти
        </button>
      </div>
    </form>
  </>
);

const Material: FC<PublicationFormProps> = (form) => (
  <>
    <div class="halves">
      <SelectField
        {...fieldOf(form, 'kind')}
        label="Вид"
        options={options(PUBLICATION_KINDS, PUBLICATION_KIND_WORDS)}
      />
      <SelectField
        {...fieldOf(form, 'topic')}
        label="Тема"
        options={[BY_KIND, ...topicOptions(form.topics, [form.values.topic])]}
      />
    </div>
    <TextField {...fieldOf(form, 'title')} label="Назва" maxLength={PUBLICATION_TITLE_MAX} required />
    <TextArea
      class="textarea-tall"
      {...fieldOf(form, 'text')}
      label="Текст (не обов’язково)"
      hint="Порожній рядок починає абзац. **Жирний**, _курсив_, [слова](https://…), список – рядки з «- »."
      maxLength={TEXT_MAX}
    />
    <TextField
      type="url"
      {...fieldOf(form, 'url')}
      label="Адреса на сайті (не обов’язково)"
      hint="Та сама адреса – та сама публікація, навіть якщо її записано трохи інакше."
    />
    <div class="halves">
      <TextField
        type="datetime-local"
        {...fieldOf(form, 'publishedAt')}
        label="Коли оприлюднено"
        hint="Якщо порожньо – це чернетка, її ніде не рахуємо."
      />
      <TextField {...fieldOf(form, 'preparedBy')} label="Хто підготував" maxLength={NAME_MAX} />
    </div>
    <TextField
      {...fieldOf(form, 'credit')}
      label="Чиє відео (не обов’язково)"
      hint="Наприклад, ДКП ТРК «Ніжинське телебачення»."
      maxLength={NAME_MAX}
    />
  </>
);

const ActFields: FC<PublicationFormProps> = (form) => (
  <details open={form.values.kind === 'act'}>
    <summary>Для акта: видавець, стадія, номер</summary>
    <div class="form">
      <div class="halves">
        <SelectField
          {...fieldOf(form, 'act.issuer')}
          label="Хто видав"
          options={[NOT_CHOSEN, ...options(ACT_ISSUERS, ISSUER_WORDS)]}
        />
        <SelectField
          {...fieldOf(form, 'act.stage')}
          label="Стадія"
          hint="Розпорядження видає лише міський голова."
          options={[NOT_CHOSEN, ...options(ACT_STAGES, STAGE_WORDS)]}
        />
      </div>
      <div class="halves">
        <TextField {...fieldOf(form, 'act.number')} label="Номер" maxLength={ACT_NUMBER_MAX} />
        <TextField
          type="date"
          {...fieldOf(form, 'act.date')}
          label="День акта"
          hint="Для проєкту – день засідання, на якому його розглянуть."
        />
      </div>
      <TextField type="date" {...fieldOf(form, 'act.discussionUntil')} label="Обговорення до (для проєкту)" />
    </div>
  </details>
);

const EventFields: FC<PublicationFormProps> = (form) => (
  <details open={form.values['event.kind'] !== ''}>
    <summary>Захід, про який розповідає публікація</summary>
    <div class="form">
      <div class="halves">
        <SelectField
          {...fieldOf(form, 'event.kind')}
          label="Вид заходу"
          options={[{ value: '', label: 'Немає' }, ...options(EVENT_KINDS, EVENT_KIND_WORDS)]}
        />
        <SelectField
          {...fieldOf(form, 'event.departmentId')}
          label="Підрозділ-організатор"
          options={[
            { value: '', label: 'Інший організатор' },
            ...form.departments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <TextField {...fieldOf(form, 'event.name')} label="Назва заходу" maxLength={PUBLICATION_TITLE_MAX} />
      <TextField
        {...fieldOf(form, 'event.nameLocative')}
        label="Назва після слів «Взяли участь»"
        hint="З прийменником: «у семінарі «Комунікація та залучення громадян»»."
        maxLength={PUBLICATION_TITLE_MAX}
      />
      <Choices
        type="checkbox"
        name="event.inReport"
        legend="Місячний звіт"
        options={[{ value: 'yes', label: 'Назвати у звіті' }]}
        chosen={[form.values['event.inReport']]}
      />
      <TextField
        type="number"
        {...fieldOf(form, 'event.reportOrder')}
        label="Яким за порядком (не обов’язково)"
        hint="Якщо порожньо – за датою."
      />
    </div>
  </details>
);

/** An act is among «Нормативні акти» without anybody's choosing. */
const BY_KIND = { value: '', label: 'За видом' } as const;
const NOT_CHOSEN = { value: '', label: 'Оберіть' } as const;

function options<T extends string>(values: readonly T[], words: Readonly<Record<T, string>>) {
  return values.map((value) => ({ value, label: words[value] }));
}

/** Name, value and complaint of one field. */
function fieldOf({ values, errors }: PublicationFormProps, name: FormField) {
  return { name, value: values[name], error: errors[name] };
}
