import type { FC } from 'hono/jsx';
import { BROADCAST_KINDS } from '../../domain/broadcast.js';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { TOPICS } from '../../domain/topic.js';
import { ALT_MAX, LABEL_MAX, TEXT_MAX, TITLE_MAX } from '../../services/broadcasts/input.js';
import { Choices, SelectField, TextArea, TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import type { FieldErrors } from '../forms.js';
import { BROADCAST_KIND_WORDS, TOPIC_WORDS } from '../words/broadcast-words.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import type { ComposeValues } from './compose-form.js';

export interface ComposeViewProps {
  readonly heading: string;
  readonly action: string;
  /** A draft that already has a picture keeps it while no other address is typed */
  readonly hasPicture: boolean;
  readonly values: ComposeValues;
  readonly errors: FieldErrors;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
}

/** The form of a broadcast. Saving makes a draft: nothing is sent before approval. */
export const ComposeView: FC<ComposeViewProps> = (props) => (
  <>
    <div class="stack-small">
      <p>
        <a href="/broadcasts">Розсилки</a>
      </p>
      <h1>{props.heading}</h1>
      <p class="muted">Спочатку зберігаємо чернетку. Нічого не надійде людям, доки її не затвердять.</p>
    </div>
    <Notice notice={props.notice} />
    <form class="form card" method="post" action={props.action}>
      <FormSecrets secrets={props.secrets} />
      <Words {...props} />
      <LinkAndPicture {...props} />
      <Audience {...props} />
      <div>
        <button class="button" type="submit">
          Зберегти й переглянути
        </button>
      </div>
    </form>
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
  </>
);

const LinkAndPicture: FC<ComposeViewProps> = (form) => (
  <>
    <div class="halves">
      <TextField type="url" {...fieldOf(form, 'linkUrl')} label="Посилання (не обов’язково)" />
      <TextField
        {...fieldOf(form, 'linkLabel')}
        label="Напис на кнопці"
        hint="Якщо порожньо – «Читати на сайті»."
        maxLength={LABEL_MAX}
      />
    </div>
    <div class="halves">
      <TextField
        type="url"
        {...fieldOf(form, 'pictureUrl')}
        label="Адреса картинки (не обов’язково)"
        hint={form.hasPicture ? 'Нинішня картинка залишиться, якщо не вказати іншої.' : 'https, до 10 МБ.'}
      />
      <TextField
        {...fieldOf(form, 'pictureAlt')}
        label="Опис картинки"
        hint="Для тих, хто не бачить картинки."
        maxLength={ALT_MAX}
      />
    </div>
  </>
);

const Audience: FC<ComposeViewProps> = (form) => (
  <>
    <Choices
      type="checkbox"
      name="topics"
      legend="Теми"
      hint="Отримають ті, хто обрав хоча б одну з позначених тем. Нічого не позначено – усі, хто погодився на розсилку."
      options={TOPICS.map((topic) => ({ value: topic, label: TOPIC_WORDS[topic] }))}
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

type TextName = Exclude<keyof ComposeValues, 'topics' | 'channels' | 'ignoreQuietHours'>;

/** Name, value and complaint of one field. */
function fieldOf({ values, errors }: ComposeViewProps, name: TextName) {
  return { name, value: values[name], error: errors[name] };
}
