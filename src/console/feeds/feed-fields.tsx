import type { FC } from 'hono/jsx';
import { FEED_KINDS, FEED_MODES } from '../../domain/feed.js';
import type { TopicInfo } from '../../domain/topic.js';
import { Choices, SelectField, TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { FieldErrors } from '../forms.js';
import { BROADCAST_KIND_WORDS } from '../words/broadcast-words.js';
import { FEED_MODE_WORDS } from '../words/feed-words.js';
import { topicOptions } from '../words/topic-words.js';
import type { FeedValues } from './feed-form.js';
import type { TrialModel } from './feed-model.js';

export interface FeedFormProps {
  /** Where it is saved; with `/try` behind it, where it is tried */
  readonly action: string;
  readonly submitLabel: string;
  readonly values: FeedValues;
  readonly topics: readonly TopicInfo[];
  readonly errors: FieldErrors;
  readonly secrets: FormSecretsModel;
}

/** Everything that staff decide about a feed. */
export const FeedForm: FC<FeedFormProps> = ({ action, submitLabel, values, topics, errors, secrets }) => (
  <form class="form card" method="post" action={action}>
    <FormSecrets secrets={secrets} />
    <TextField name="name" label="Назва" value={values.name} error={errors.name} required />
    <TextField
      type="url"
      name="url"
      label="Адреса стрічки"
      hint="RSS, Atom або JSON Feed на відкритому сайті"
      value={values.url}
      error={errors.url}
      required
    />
    <div class="halves">
      <SelectField
        name="kind"
        label="Вид матеріалів"
        options={FEED_KINDS.map((kind) => ({ value: kind, label: BROADCAST_KIND_WORDS[kind] }))}
        value={values.kind}
        error={errors.kind}
      />
      <SelectField
        name="topic"
        label="Тема"
        options={topicOptions(topics, [values.topic])}
        value={values.topic}
        error={errors.topic}
      />
    </div>
    <Choices
      type="radio"
      name="mode"
      legend="Що робити з новим"
      hint="Те, що є у стрічці зараз, потрапить до публікацій мовчки. Розсилати саму може лише стрічка, яку так налаштував той, хто має право затверджувати: його ім’я стоятиме під кожним затвердженням."
      options={FEED_MODES.map((mode) => ({ value: mode, label: FEED_MODE_WORDS[mode] }))}
      chosen={[values.mode]}
      error={errors.mode}
    />
    <TextField
      type="number"
      name="intervalMinutes"
      label="Переглядати кожні, хвилин"
      value={values.intervalMinutes}
      error={errors.intervalMinutes}
      required
    />
    <div class="row">
      <button class="button" type="submit">
        {submitLabel}
      </button>
      <button class="button button-secondary" type="submit" formaction={`${action}/try`} formnovalidate>
        Перевірити
      </button>
    </div>
  </form>
);

/** What was found at an address. */
export const TrialResult: FC<{ trial: TrialModel | undefined }> = ({ trial }) =>
  trial === undefined ? null : (
    <section class="card" aria-labelledby="trial-title">
      <h2 id="trial-title">{trial.isFound ? 'Знайдено' : 'Стрічки не знайдено'}</h2>
      <p>{trial.sentence}</p>
      <ul>
        {trial.items.map(({ title, url, when }) => (
          <li>
            {url === undefined ? title : <a href={url}>{title}</a>} <span class="muted small">{when}</span>
          </li>
        ))}
      </ul>
    </section>
  );
