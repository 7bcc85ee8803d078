import type { FC } from 'hono/jsx';
import { REASON_MAX } from '../../services/appeals/input.js';
import { Choices, SelectField, TextArea, TextField } from '../components/field.js';
import { MISSING_WORDS } from '../words/appeal-words.js';
import { WorkForm, type WorkFormsProps } from './work-form.js';

/** A question to the citizen; the appeal waits for the answer. */
export const Ask: FC<WorkFormsProps> = (props) => (
  <WorkForm
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
  </WorkForm>
);

/** Asks for what the law wants in an appeal and this one lacks. */
export const RequestDetails: FC<WorkFormsProps> = (props) => (
  <WorkForm
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
  </WorkForm>
);

/** A new term, with the reason that the citizen reads. */
export const Extend: FC<WorkFormsProps> = (props) => (
  <WorkForm {...props} action="extend" title="Продовжити строк" button="Продовжити й повідомити">
    <TextArea
      class="textarea-low"
      name="extendReason"
      label="Причина продовження"
      hint={`Заявник прочитає її. Новий строк – до ${props.appeal.extendsTo}.`}
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
  </WorkForm>
);
