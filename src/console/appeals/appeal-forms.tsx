import type { FC } from 'hono/jsx';
import { ANSWER_FILE_ENDINGS } from '../../services/appeals/answer-files.js';
import { APPEAL_TEXT_MAX } from '../../services/appeals/input.js';
import { Choices, FileField, SelectField, TextArea } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { RESOLUTION_WORDS } from '../words/appeal-words.js';
import type { AppealModel } from './appeal-model.js';

interface ActionProps {
  readonly appeal: AppealModel;
  readonly secrets: FormSecretsModel;
}

/** The only form whose text the citizen gets; its button names the messenger. */
export const AnswerForm: FC<ActionProps & { readonly text: string }> = ({ appeal, secrets, text }) => (
  <form
    class="form card answer-form"
    method="post"
    action={`${appeal.href}/reply`}
    enctype="multipart/form-data"
  >
    <h2>Відповідь заявнику</h2>
    <FormSecrets secrets={secrets} />
    <TextArea
      name="answer"
      label="Текст відповіді"
      hint={`Надійде заявнику в ${appeal.channel} з вашим іменем під відповіддю.`}
      value={text}
      maxLength={APPEAL_TEXT_MAX}
      required
    />
    <FileField
      name="files"
      label="Файли"
      hint="До 5 файлів PDF, Word (docx), Excel (xlsx), JPEG або PNG, разом до 10 МБ. Так їх приймають і Telegram, і Viber."
      accept={Object.values(ANSWER_FILE_ENDINGS).flat()}
    />
    <div>
      <button class="button" type="submit">
        Надіслати відповідь у {appeal.channel}
      </button>
    </div>
  </form>
);

export const TakeForm: FC<ActionProps> = ({ appeal, secrets }) => (
  <form method="post" action={`${appeal.href}/take`}>
    <FormSecrets secrets={secrets} />
    <button class="button" type="submit">
      Взяти в роботу
    </button>
  </form>
);

export const ForwardForm: FC<ActionProps> = ({ appeal, secrets }) => (
  <details class="card">
    <summary>Передати іншому підрозділу</summary>
    <form class="form" method="post" action={`${appeal.href}/forward`}>
      <FormSecrets secrets={secrets} />
      <SelectField
        name="department"
        label="Підрозділ"
        options={appeal.otherDepartments.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <div>
        <button class="button button-secondary" type="submit">
          Передати
        </button>
      </div>
    </form>
  </details>
);

export const CloseForm: FC<ActionProps> = ({ appeal, secrets }) => (
  <details class="card">
    <summary>Закрити звернення</summary>
    <form class="form" method="post" action={`${appeal.href}/close`}>
      <FormSecrets secrets={secrets} />
      <Choices
        type="radio"
        name="resolution"
        legend="Чим завершено"
        options={Object.entries(RESOLUTION_WORDS).map(([value, label]) => ({ value, label }))}
        chosen={['answered']}
      />
      <div>
        <button class="button button-secondary" type="submit">
          Закрити
        </button>
      </div>
    </form>
  </details>
);
