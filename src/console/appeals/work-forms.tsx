import type { FC, PropsWithChildren } from 'hono/jsx';
import { ADDRESSEE_MAX, OUTGOING_NUMBER_MAX, PHONE_MAX, REASON_MAX } from '../../services/appeals/input.js';
import { Choices, type Option, SelectField, TextArea, TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { MISSING_WORDS, RESOLUTION_WORDS } from '../words/appeal-words.js';
import { type AppealAction, BLOCK_DAYS } from './appeal-actions.js';
import type { AppealModel } from './appeal-model.js';

export interface WorkFormsProps {
  readonly appeal: AppealModel;
  readonly secrets: FormSecretsModel;
  /** Who may be given it */
  readonly colleagues: readonly Option[];
  /** Who may decide to extend the term; empty: the viewer decides */
  readonly deciders: readonly Option[];
  /** What a refused form had in it */
  readonly typed: Readonly<Record<string, string>>;
  /** The form that was refused: it stays open */
  readonly open: AppealAction | undefined;
}

/** What can be done with the appeal as it stands, each behind its own heading. */
export const WorkForms: FC<WorkFormsProps> = (props) => {
  const { appeal } = props;
  if (appeal.quarantine !== undefined) return <Block {...props} />;
  return (
    <>
      {appeal.isOpen ? <Ask {...props} /> : null}
      {appeal.isOpen ? <Assign {...props} /> : null}
      {appeal.isOpen ? <Forward {...props} /> : null}
      {appeal.isRejectable ? <ForwardOutside {...props} /> : null}
      {appeal.isRejectable ? <RequestDetails {...props} /> : null}
      {appeal.isExtendable ? <Extend {...props} /> : null}
      {appeal.isWithdrawn ? null : <Merge {...props} />}
      {appeal.isRejectable ? <Reject {...props} /> : null}
      {appeal.isClosable ? <Close {...props} /> : null}
      {appeal.isReopenable ? <Reopen {...props} /> : null}
      <Block {...props} />
    </>
  );
};

/** The one button of an appeal that nobody has. */
export const TakeForm: FC<Pick<WorkFormsProps, 'appeal' | 'secrets'>> = ({ appeal, secrets }) => (
  <form method="post" action={`${appeal.href}/take`}>
    <FormSecrets secrets={secrets} />
    <button class="button" type="submit">
      Взяти в роботу
    </button>
  </form>
);

const Ask: FC<WorkFormsProps> = (props) => (
  <Work
    {...props}
    action="ask"
    title="Запитати заявника"
    button={
      props.appeal.messenger === undefined
        ? 'Записати запитання'
        : `Надіслати запитання в ${props.appeal.messenger}`
    }
  >
    <TextArea
      class="textarea-low"
      name="question"
      label="Запитання"
      hint="Надійде заявнику; він відповість у чаті, і звернення повернеться в роботу."
      value={props.typed.question}
      maxLength={REASON_MAX}
      required
    />
  </Work>
);

const Assign: FC<WorkFormsProps> = (props) => (
  <Work {...props} action="assign" title="Призначити виконавця" button="Призначити">
    <SelectField
      name="assignee"
      label="Виконавець"
      options={props.colleagues}
      value={props.typed.assignee}
      required
    />
  </Work>
);

const Forward: FC<WorkFormsProps> = (props) => (
  <Work {...props} action="forward" title="Передати іншому підрозділу" button="Передати">
    <SelectField
      name="department"
      label="Підрозділ"
      options={props.appeal.otherDepartments.map(({ id, name }) => ({ value: id, label: name }))}
      value={props.typed.department ?? props.appeal.suggestions[0]?.id}
      required
    />
  </Work>
);

const ForwardOutside: FC<WorkFormsProps> = (props) => (
  <Work
    {...props}
    action="forward-outside"
    title="Надіслати за належністю"
    button="Надіслано, повідомити заявника"
  >
    {props.appeal.forwardBy === undefined ? null : (
      <p class="hint">Закон дає на це 5 днів від реєстрації: до {props.appeal.forwardBy}.</p>
    )}
    <TextField
      name="addressee"
      label="Кому"
      hint="Повна назва установи, як її прочитає заявник."
      value={props.typed.addressee}
      maxLength={ADDRESSEE_MAX}
      required
    />
    <TextField
      name="letterNumber"
      label="Номер листа"
      value={props.typed.letterNumber}
      maxLength={OUTGOING_NUMBER_MAX}
      required
    />
    <TextField
      name="letterDay"
      type="date"
      label="Дата листа"
      hint="Порожньо – сьогодні."
      value={props.typed.letterDay}
    />
    <TextField
      name="addresseePhone"
      label="Телефон установи"
      value={props.typed.addresseePhone}
      maxLength={PHONE_MAX}
    />
  </Work>
);

const RequestDetails: FC<WorkFormsProps> = (props) => (
  <Work
    {...props}
    action="request-details"
    title="Попросити доповнити"
    button={props.appeal.messenger === undefined ? 'Записати' : `Надіслати в ${props.appeal.messenger}`}
  >
    {props.appeal.returnBy === undefined ? null : (
      <p class="hint">Повернути неправильно оформлене можна до {props.appeal.returnBy} (стаття 5 закону).</p>
    )}
    <Choices
      type="checkbox"
      name="missing"
      legend="Чого бракує"
      options={Object.entries(MISSING_WORDS).map(([value, label]) => ({ value, label }))}
      chosen={[]}
    />
    <TextField
      name="detailsUntil"
      type="date"
      label="Чекати до"
      hint="Порожньо – 10 днів."
      value={props.typed.detailsUntil}
    />
  </Work>
);

const Extend: FC<WorkFormsProps> = (props) => (
  <Work {...props} action="extend" title="Продовжити строк" button="Продовжити й повідомити">
    <TextArea
      class="textarea-low"
      name="extendReason"
      label="Причина продовження"
      hint="Заявник прочитає її. Новий строк – 45 днів від реєстрації."
      value={props.typed.extendReason}
      maxLength={REASON_MAX}
      required
    />
    {props.deciders.length === 0 ? null : (
      <SelectField
        name="decidedBy"
        label="Хто прийняв рішення"
        options={props.deciders}
        value={props.typed.decidedBy}
        required
      />
    )}
  </Work>
);

const Merge: FC<WorkFormsProps> = (props) => (
  <Work {...props} action="merge" title="Об’єднати з іншим зверненням" button="Об’єднати">
    <TextField
      name="into"
      label="Номер звернення про те саме"
      hint="Наприклад, Н-2026-000123. Кожне збереже свій номер і строк, заявників повідомимо."
      value={props.typed.into}
      maxLength={20}
      required
    />
  </Work>
);

const Reject: FC<WorkFormsProps> = (props) => (
  <Work {...props} action="reject" title="Відмовити або повернути" button="Надіслати рішення заявнику">
    <Choices
      type="radio"
      name="as"
      legend="Рішення"
      options={[
        { value: 'refused', label: 'Відмовити з поясненням' },
        { value: 'returned', label: 'Повернути без розгляду' },
      ]}
      chosen={[props.typed.as ?? 'refused']}
    />
    <TextArea
      class="textarea-low"
      name="rejectReason"
      label="Причина"
      hint="Заявник прочитає її. До відмови додамо, як її оскаржити."
      value={props.typed.rejectReason}
      maxLength={REASON_MAX}
      required
    />
    <SelectField
      name="article"
      label="Стаття закону (для повернення)"
      options={[
        { value: '5', label: 'Стаття 5: оформлено не так, як вимагає закон' },
        { value: '8', label: 'Стаття 8: не підлягає розгляду' },
      ]}
      value={props.typed.article ?? '5'}
    />
    <TextField
      name="advice"
      label="Що можна зробити (для повернення)"
      value={props.typed.advice}
      maxLength={REASON_MAX}
    />
  </Work>
);

const Close: FC<WorkFormsProps> = (props) => (
  <Work {...props} action="close" title="Закрити звернення" button="Закрити">
    <Choices
      type="radio"
      name="resolution"
      legend="Чим завершено"
      options={Object.entries(RESOLUTION_WORDS).map(([value, label]) => ({ value, label }))}
      chosen={[props.typed.resolution ?? 'answered']}
    />
  </Work>
);

const Reopen: FC<WorkFormsProps> = (props) => (
  <Work {...props} action="reopen" title="Повернути в роботу" button="Повернути в роботу">
    <TextField
      name="reopenReason"
      label="Чому повертаємо"
      hint="Строк відповіді не зміниться. Заявникові не надсилаємо."
      value={props.typed.reopenReason}
      maxLength={REASON_MAX}
      required
    />
  </Work>
);

const Block: FC<WorkFormsProps> = (props) =>
  !props.appeal.isBlockable ? null : (
    <Work {...props} action="block" title="Заблокувати відправника" button="Заблокувати">
      <TextField
        name="blockReason"
        label="Причина"
        hint="Її бачать лише працівники. Нові повідомлення зберігатимуться, але спершу потраплятимуть у карантин."
        value={props.typed.blockReason}
        maxLength={REASON_MAX}
        required
      />
      <SelectField
        name="blockDays"
        label="На скільки днів"
        options={BLOCK_DAYS.map((days) => ({ value: String(days), label: String(days) }))}
        value={props.typed.blockDays ?? String(BLOCK_DAYS[0])}
      />
    </Work>
  );

interface WorkProps extends Pick<WorkFormsProps, 'appeal' | 'secrets' | 'open'> {
  readonly action: AppealAction;
  readonly title: string;
  readonly button: string;
}

const Work: FC<PropsWithChildren<WorkProps>> = ({
  appeal,
  secrets,
  open,
  action,
  title,
  button,
  children,
}) => (
  <details class="card" open={open === action}>
    <summary>{title}</summary>
    <form class="form" method="post" action={`${appeal.href}/${action}`}>
      <FormSecrets secrets={secrets} />
      {children}
      <div>
        <button class="button button-secondary" type="submit">
          {button}
        </button>
      </div>
    </form>
  </details>
);
