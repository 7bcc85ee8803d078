import type { FC } from 'hono/jsx';
import { ANSWER_FILE_ENDINGS } from '../../services/appeals/answer-files.js';
import { APPEAL_TEXT_MAX, OUTGOING_NUMBER_MAX } from '../../services/appeals/input.js';
import { Choices, FileField, type Option, SelectField, TextArea, TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { plural } from '../words/plural.js';
import type { AppealModel } from './appeal-model.js';

/** What the writer has before them. */
export interface AnswerModel {
  readonly text: string;
  readonly outgoingNumber: string;
  /** Files of the draft */
  readonly files: readonly Option[];
  /** «14:35»; undefined: nothing is saved */
  readonly savedAt: string | undefined;
  readonly cannedReplies: readonly Option[];
  /** The box «to all» is ticked */
  readonly toAll: boolean;
  /** Somebody else signs it */
  readonly needsSignature: boolean;
  /** It was refused because of a colleague: what came meanwhile, to be read before it is sent all the same */
  readonly confirm: { readonly news: readonly { readonly who: string; readonly text: string }[] } | undefined;
}

interface AnswerFormProps {
  readonly appeal: AppealModel;
  readonly secrets: FormSecretsModel;
  readonly answer: AnswerModel;
}

/** The only form whose text the citizen gets; its button names the messenger. */
export const AnswerForm: FC<AnswerFormProps> = ({ appeal, secrets, answer }) => (
  <form
    class="form card answer-form"
    method="post"
    action={`${appeal.href}/${answer.needsSignature ? 'submit' : 'reply'}`}
    enctype="multipart/form-data"
    data-draft={`${appeal.href}/draft`}
  >
    <h2 id="answer-title">Відповідь заявнику</h2>
    <FormSecrets secrets={secrets} />
    <input type="hidden" name="seen" value={String(appeal.messages.length)} />
    <Confirmation answer={answer} />
    <CannedReplies appeal={appeal} answer={answer} />
    <TextArea
      name="answer"
      label="Текст відповіді"
      hint={
        answer.needsSignature ? 'Спершу її підпише керівник або уповноважена особа.' : whereItGoes(appeal)
      }
      value={answer.text}
      maxLength={APPEAL_TEXT_MAX}
      required
    />
    {answer.files.length === 0 ? null : (
      <Choices
        type="checkbox"
        name="keep"
        legend="Додані файли"
        hint="Зніміть позначку, щоб не надсилати."
        options={answer.files}
        chosen={answer.files.map(({ value }) => value)}
      />
    )}
    <AnswerFiles label="Файли" />
    {answer.needsSignature ? null : <OutgoingNumber value={answer.outgoingNumber} />}
    <ToAll appeal={appeal} isTicked={answer.toAll} />
    <div class="row">
      <SendButton appeal={appeal} answer={answer} />
      <button
        class="button button-secondary"
        type="submit"
        formaction={`${appeal.href}/draft`}
        formnovalidate
      >
        Зберегти чернетку
      </button>
    </div>
    <p class="small" data-draft-state role="status">
      {answer.savedAt === undefined ? '' : `Чернетку збережено о ${answer.savedAt}.`}
    </p>
  </form>
);

function whereItGoes({ messenger }: AppealModel): string {
  return messenger === undefined
    ? 'Чату із заявником немає: надішліть відповідь листом, а тут збережіть її текст, скан і вихідний номер.'
    : `Надійде заявнику в ${messenger} з вашим іменем під відповіддю.`;
}

const APPLICANTS = { one: 'заявнику', few: 'заявникам', other: 'заявникам' };

/** One answer for everybody who wrote about the same; each gets it under their own number and date. */
const ToAll: FC<{ appeal: AppealModel; isTicked: boolean }> = ({ appeal: { cluster }, isTicked }) =>
  cluster.sharers === 0 ? null : (
    <div class="field">
      <label class="choice">
        <input type="checkbox" name="toAll" value="yes" checked={isTicked} aria-describedby="to-all-hint" />
        <span>Надіслати цю відповідь усім {plural(cluster.sharers + 1, APPLICANTS)}</span>
      </label>
      <p class="hint" id="to-all-hint">
        Кожен отримає її в чаті один раз, зі своїм номером і датою звернення. Хто писав не з месенджера, чекає
        на лист.
      </p>
    </div>
  );

const SendButton: FC<Pick<AnswerFormProps, 'appeal' | 'answer'>> = ({ appeal, answer }) => {
  if (answer.needsSignature)
    return (
      <button class="button" type="submit">
        Надіслати на підпис
      </button>
    );
  if (answer.confirm === undefined)
    return (
      <button class="button" type="submit">
        {appeal.messenger === undefined
          ? 'Записати паперову відповідь'
          : `Надіслати відповідь у ${appeal.messenger}`}
      </button>
    );
  return (
    <button class="button" type="submit" name="takeOver" value="yes">
      {appeal.messenger === undefined ? 'Усе одно записати' : `Усе одно надіслати в ${appeal.messenger}`}
    </button>
  );
};

const Confirmation: FC<Pick<AnswerFormProps, 'answer'>> = ({ answer: { confirm } }) =>
  confirm === undefined ? null : (
    <div class="notice notice-warn stack-small" id="answer-confirm">
      <p>
        <strong>Перш ніж надсилати ще одну відповідь, прочитайте, що вже є:</strong>
      </p>
      {confirm.news.length === 0 ? <p>Звернення веде інший працівник.</p> : null}
      {confirm.news.map(({ who, text }) => (
        <blockquote>
          <p class="small">{who}</p>
          <p class="message-text">{text}</p>
        </blockquote>
      ))}
    </div>
  );

const CannedReplies: FC<Pick<AnswerFormProps, 'appeal' | 'answer'>> = ({ appeal, answer }) =>
  answer.cannedReplies.length === 0 ? null : (
    <div class="row canned">
      <SelectField name="canned" label="Готова відповідь" options={answer.cannedReplies} />
      <button
        class="button button-secondary"
        type="submit"
        formaction={`${appeal.href}/insert`}
        formnovalidate
      >
        Вставити
      </button>
    </div>
  );

/** Files that go with an answer. */
export const AnswerFiles: FC<{ label: string; name?: string }> = ({ label, name = 'files' }) => (
  <FileField
    name={name}
    label={label}
    hint="До 5 файлів PDF, Word (docx), Excel (xlsx), JPEG або PNG, разом до 10 МБ. Так їх приймають і Telegram, і Viber."
    accept={Object.values(ANSWER_FILE_ENDINGS).flat()}
  />
);

/** The office's own number of a letter. */
export const OutgoingNumber: FC<{ value: string }> = ({ value }) => (
  <TextField
    name="outgoingNumber"
    label="Вихідний номер"
    hint="Якщо є, наприклад 01-12/345. Стоятиме під відповіддю поряд із датою."
    value={value}
    maxLength={OUTGOING_NUMBER_MAX}
  />
);
