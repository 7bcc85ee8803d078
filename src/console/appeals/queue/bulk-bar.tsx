import type { FC, PropsWithChildren } from 'hono/jsx';
import type { Department } from '../../../services/appeals/appeals.js';
import { APPEAL_TEXT_MAX } from '../../../services/appeals/input.js';
import { type Option, SelectField, TextArea } from '../../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../../components/form-secrets.js';
import { RESOLUTION_WORDS } from '../../words/appeal-words.js';
import type { BULK_KINDS } from './bulk-form.js';

/** The form that the list's checkboxes belong to. */
export const BULK_FORM = 'bulk';

export interface BulkModel {
  readonly secrets: FormSecretsModel;
  /** Where it leads back to: the queue as it was asked for */
  readonly backHref: string;
  /** Whom an appeal may be given to */
  readonly colleagues: readonly Option[];
  readonly departments: readonly Department[];
}

/** What to do with the appeals that are ticked: one button for each kind of work. */
export const BulkBar: FC<{ bulk: BulkModel }> = ({ bulk }) => (
  <form
    class="bulk-bar card"
    id={BULK_FORM}
    method="post"
    action="/appeals/bulk"
    aria-label="Дія з позначеними"
  >
    <FormSecrets secrets={bulk.secrets} />
    <input type="hidden" name="back" value={bulk.backHref} />
    <div class="row">
      <p class="bulk-count" data-bulk-count role="status">
        Позначте звернення, щоб працювати з кількома разом.
      </p>
      <WorkButton kind="take">Взяти в роботу</WorkButton>
    </div>
    <details>
      <summary>Призначити, передати, додати нотатку, закрити</summary>
      <div class="bulk-works">
        <div class="stack-small">
          <SelectField name="assignee" label="Працівник" options={[CHOOSE, ...bulk.colleagues]} />
          <WorkButton kind="assign">Призначити</WorkButton>
        </div>
        <div class="stack-small">
          <SelectField
            name="forward-to"
            label="Підрозділ, якому передати"
            options={[CHOOSE, ...bulk.departments.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          <WorkButton kind="forward">Передати</WorkButton>
        </div>
        <div class="stack-small">
          <TextArea
            name="note"
            label="Внутрішня нотатка"
            hint="Заявник її не побачить."
            class="textarea-low"
            maxLength={APPEAL_TEXT_MAX}
          />
          <WorkButton kind="note">Додати нотатку</WorkButton>
        </div>
        <div class="stack-small">
          <SelectField
            name="resolution"
            label="Чим завершено"
            hint="Закрити можна лише те, на що вже є відповідь."
            options={[
              CHOOSE,
              ...Object.entries(RESOLUTION_WORDS).map(([value, label]) => ({ value, label })),
            ]}
          />
          <WorkButton kind="close">Закрити</WorkButton>
        </div>
      </div>
    </details>
  </form>
);

const CHOOSE: Option = { value: '', label: 'Оберіть' };

const WorkButton: FC<PropsWithChildren<{ kind: (typeof BULK_KINDS)[number] }>> = ({ kind, children }) => (
  <div>
    <button class="button button-secondary" type="submit" name="work" value={kind}>
      {children}
    </button>
  </div>
);
