import type { FC } from 'hono/jsx';
import { BROADCAST_KINDS } from '../../domain/broadcast.js';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import type { TopicInfo } from '../../domain/topic.js';
import { LABEL_MAX, TEXT_MAX, TITLE_MAX } from '../../services/broadcasts/input.js';
import { BROADCASTS_CRUMB, Crumbs } from '../components/crumbs.js';
import { ErrorSummary } from '../components/error-summary.js';
import { Choices, SelectField, TextArea, TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import type { FieldErrors } from '../forms.js';
import { BROADCAST_KIND_WORDS } from '../words/broadcast-words.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import { topicOptions } from '../words/topic-words.js';
import type { ComposeValues } from './compose-values.js';
import type { LookModel } from './look-model.js';
import { AudienceCount, Look, Sizes } from './look-view.js';
import { Meanwhile, type MeanwhileModel } from './meanwhile-view.js';
import { PictureFields } from './picture-fields.js';
import type { KeptModel } from './unsaved.js';
import { Kept, Restored } from './unsaved-view.js';

/** Buttons that the form has rows for. */
const BUTTONS_MAX = 6;

export interface ComposeFields {
  readonly values: ComposeValues;
  readonly errors: FieldErrors;
}

export interface ComposeViewProps extends ComposeFields {
  readonly heading: string;
  readonly action: string;
  readonly look: LookModel;
  readonly topics: readonly TopicInfo[];
  readonly kept: KeptModel;
  /** When what the form shows was typed and not saved; undefined: it shows what is saved */
  readonly restored: string | undefined;
  /** What the form began with, for the comparison when it is saved */
  readonly seen: Readonly<Record<string, string>>;
  readonly meanwhile: MeanwhileModel | undefined;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
}

/** The form of a broadcast, and beside it how it will look. Saving makes a draft: nothing is sent before approval. */
export const ComposeView: FC<ComposeViewProps> = (props) => (
  <>
    <div class="stack-small">
      <Crumbs trail={[BROADCASTS_CRUMB]} />
      <h1>{props.heading}</h1>
      <p class="muted">Спочатку зберігаємо чернетку. Нічого не надійде людям, доки її не затвердять.</p>
    </div>
    <Notice notice={props.notice} />
    {props.restored === undefined ? null : (
      <Restored when={props.restored} action={props.action} secrets={props.secrets} />
    )}
    <ErrorSummary errors={props.errors} />
    {props.meanwhile === undefined ? null : <Meanwhile meanwhile={props.meanwhile} topics={props.topics} />}
    <div class="compose">
      <form class="form" method="post" action={props.action} enctype="multipart/form-data" data-compose>
        {/* Enter in a field presses the first button: it must not save. */}
        <button class="visually-hidden" type="submit" name="act" value="show" tabindex={-1} formnovalidate>
          Показати
        </button>
        <FormSecrets secrets={props.secrets} />
        {Object.entries(props.seen).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Words {...props} />
        <PictureFields {...props} />
        <Links {...props} />
        <Audience {...props} />
        <Time {...props} />
        <Kept kept={props.kept} />
        <p class="row">
          <button class="button" type="submit" name="act" value="save">
            {props.meanwhile === undefined ? 'Зберегти й переглянути' : 'Зберегти так, як у формі'}
          </button>
          <button class="button button-secondary" type="submit" name="act" value="show" formnovalidate>
            Показати, як побачать
          </button>
        </p>
      </form>
      <section class="compose-look" aria-labelledby="look-title" tabindex={0}>
        <h2 id="look-title">Як це побачать</h2>
        <Look look={props.look} />
      </section>
    </div>
  </>
);

const Words: FC<ComposeViewProps> = (form) => (
  <>
    <SelectField
      {...fieldOf(form, 'kind')}
      label="Вид"
      options={BROADCAST_KINDS.map((kind) => ({ value: kind, label: BROADCAST_KIND_WORDS[kind] }))}
    />
    <TextField {...fieldOf(form, 'title')} label="Заголовок" maxLength={TITLE_MAX} required />
    <TextArea
      class="textarea-tall"
      {...fieldOf(form, 'text')}
      label="Текст"
      hint="Порожній рядок починає абзац. **Жирний**, _курсив_, [слова](https://…), список – рядки з «- »."
      maxLength={TEXT_MAX}
      required
    />
    <Sizes sizes={form.look.sizes} />
  </>
);

const Links: FC<ComposeViewProps> = (form) => (
  <fieldset class="stack">
    <legend>Кнопки під повідомленням (не обов’язково)</legend>
    <div class="halves">
      <TextField {...fieldOf(form, 'linkUrl')} label="Куди веде головна кнопка" hint="Адреса сторінки." />
      <TextField
        {...fieldOf(form, 'linkLabel')}
        label="Напис на ній"
        hint="Якщо порожньо – «Читати на сайті»."
        maxLength={LABEL_MAX}
      />
    </div>
    <details open={form.values.buttons.length > 0 || undefined}>
      <summary>Ще кнопки</summary>
      {Array.from({ length: BUTTONS_MAX }, (_, at) => (
        <ButtonRow form={form} at={at} />
      ))}
    </details>
  </fieldset>
);

const ButtonRow: FC<{ form: ComposeFields; at: number }> = ({ form: { values, errors }, at }) => (
  <div class="halves">
    <TextField
      id={`buttonUrl-${at}`}
      name="buttonUrl"
      label={`Адреса кнопки ${at + 2}`}
      value={values.buttons[at]?.url}
      error={errors[`buttonUrl-${at}`]}
    />
    <TextField
      id={`buttonLabel-${at}`}
      name="buttonLabel"
      label={`Напис на кнопці ${at + 2}`}
      value={values.buttons[at]?.label}
      error={errors[`buttonLabel-${at}`]}
      maxLength={LABEL_MAX}
    />
  </div>
);

const Audience: FC<ComposeViewProps> = (form) => (
  <>
    <Choices
      type="checkbox"
      name="topics"
      legend="Теми"
      hint="Отримають ті, хто обрав хоча б одну з позначених тем. Нічого не позначено – усі, хто погодився на розсилку."
      options={topicOptions(form.topics, form.values.topics)}
      chosen={form.values.topics}
      error={form.errors.topics}
    />
    <Choices
      type="checkbox"
      name="channels"
      legend="Месенджери"
      options={CHANNEL_IDS.map((id) => ({ value: id, label: CHANNEL_WORDS[id] }))}
      chosen={form.values.channels}
      error={form.errors.channels}
    />
    <AudienceCount audience={form.look.audience} />
  </>
);

const Time: FC<ComposeViewProps> = (form) => (
  <>
    <TextField
      type="datetime-local"
      {...fieldOf(form, 'sendAt')}
      label="Не раніше ніж (не обов’язково)"
      hint="За годинником міста. Якщо порожньо – щойно затвердять."
    />
    <Choices
      type="radio"
      name="delivery"
      legend="Кому одразу"
      options={[
        { value: '', label: 'Як заведено для цього виду' },
        { value: 'instant', label: 'Усім одразу' },
        { value: 'digest', label: 'У щоденній добірці, якщо людина її обрала' },
      ]}
      chosen={[form.values.delivery]}
      error={form.errors.delivery}
    />
    <Choices
      type="checkbox"
      name="ignoreQuietHours"
      legend="Тихі години"
      options={[{ value: 'yes', label: 'Надіслати й у тихі години' }]}
      chosen={form.values.ignoreQuietHours ? ['yes'] : []}
    />
  </>
);

type TextName = 'kind' | 'title' | 'text' | 'linkUrl' | 'linkLabel' | 'sendAt';

/** Name, value and complaint of one field. */
function fieldOf({ values, errors }: ComposeFields, name: TextName) {
  return { name, value: values[name], error: errors[name] };
}
