import type { FC } from 'hono/jsx';
import { APPEAL_CHANNEL_WORDS, DESK_CHANNELS } from '../../../domain/appeal-channel.js';
import { ANSWER_FILE_ENDINGS } from '../../../services/appeals/answer-files.js';
import { NAME_MAX, RESIDENCE_MAX } from '../../../services/appeals/entry-input.js';
import { APPEAL_TEXT_MAX, OUTGOING_NUMBER_MAX } from '../../../services/appeals/input.js';
import { APPEALS_CRUMB, Crumbs } from '../../components/crumbs.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Choices, FileField, type Option, SelectField, TextArea, TextField } from '../../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../../components/form-secrets.js';
import { Notice, type NoticeModel } from '../../components/notice.js';
import type { FieldErrors } from '../../forms.js';
import { CATEGORY_WORDS, NATURE_WORDS } from '../../words/appeal-words.js';
import type { EntryField, EntryValues } from './entry-form.js';

export interface EntryViewProps {
  readonly values: EntryValues;
  readonly errors: FieldErrors;
  readonly notice: NoticeModel | undefined;
  readonly secrets: FormSecretsModel;
}

/** Entering what came over the office's desk. */
export const EntryView: FC<EntryViewProps> = (props) => (
  <>
    <div class="stack-small">
      <Crumbs trail={[APPEALS_CRUMB]} />
      <h1>Внести звернення</h1>
      <p class="muted">
        Паперове, телефоном чи з особистого прийому. Воно отримає номер того самого реєстру й той самий строк.
      </p>
    </div>
    <ErrorSummary errors={props.errors} />
    <Notice notice={props.notice} />
    <form class="form card" method="post" action="/appeals/new" enctype="multipart/form-data">
      <FormSecrets secrets={props.secrets} />
      <Arrival {...props} />
      <People {...props} />
      <Substance {...props} />
      <div>
        <button class="button" type="submit">
          Внести звернення
        </button>
      </div>
    </form>
  </>
);

const Arrival: FC<EntryViewProps> = (form) => (
  <>
    <Choices
      type="radio"
      name="channel"
      legend="Як надійшло"
      options={DESK_CHANNELS.map((value) => ({ value, label: APPEAL_CHANNEL_WORDS[value] }))}
      chosen={[form.values.channel]}
      error={form.errors.channel}
    />
    <div class="halves">
      <TextField type="datetime-local" {...fieldOf(form, 'receivedAt')} label="Коли надійшло" required />
      <TextField
        {...fieldOf(form, 'incomingNumber')}
        label="Вхідний номер"
        hint="Якщо є, наприклад 1457."
        maxLength={OUTGOING_NUMBER_MAX}
      />
    </div>
    <SelectField {...fieldOf(form, 'nature')} label="Вид звернення" options={options(NATURE_WORDS)} />
  </>
);

const People: FC<EntryViewProps> = (form) => (
  <>
    <TextField
      {...fieldOf(form, 'fullName')}
      label="Прізвище, ім’я, по батькові заявника"
      autocomplete="off"
      maxLength={NAME_MAX}
      required
    />
    <TextField
      {...fieldOf(form, 'residence')}
      label="Місце проживання"
      hint="Якщо в листі його немає, залиште порожнім: таке звернення повертають із роз’ясненням не пізніше ніж за 10 днів (стаття 5 закону)."
      autocomplete="off"
      maxLength={RESIDENCE_MAX}
    />
    <TextField
      {...fieldOf(form, 'phone')}
      label="Телефон (не обов’язково)"
      autocomplete="off"
      maxLength={40}
    />
    <TextArea
      class="textarea-low"
      {...fieldOf(form, 'coApplicants')}
      label="Інші заявники, якщо звернення колективне"
      hint="Кожен – з нового рядка: прізвище, ім’я, по батькові; після крапки з комою – місце проживання."
    />
  </>
);

const Substance: FC<EntryViewProps> = (form) => (
  <>
    <SelectField
      {...fieldOf(form, 'category')}
      label="Тема"
      options={[{ value: '', label: 'Оберіть тему' }, ...options(CATEGORY_WORDS)]}
    />
    <TextField
      {...fieldOf(form, 'place')}
      label="Де це (не обов’язково)"
      hint="Вулиця й будинок або орієнтир."
      maxLength={RESIDENCE_MAX}
    />
    <TextArea
      {...fieldOf(form, 'text')}
      label="Зміст звернення"
      hint="Суть словами заявника. Лист можна не передруковувати, якщо додаєте його скан."
      maxLength={APPEAL_TEXT_MAX}
      required
    />
    <FileField
      name="files"
      label="Скан листа"
      hint="До 5 файлів PDF, Word (docx), Excel (xlsx), JPEG або PNG, разом до 10 МБ."
      accept={Object.values(ANSWER_FILE_ENDINGS).flat()}
      error={form.errors.files}
    />
  </>
);

function fieldOf({ values, errors }: EntryViewProps, name: EntryField) {
  return { name, value: values[name], error: errors[name] };
}

function options(words: Readonly<Record<string, string>>): Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
