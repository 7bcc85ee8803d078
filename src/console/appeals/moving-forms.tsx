import type { FC } from 'hono/jsx';
import { ADDRESSEE_MAX, OUTGOING_NUMBER_MAX, PHONE_MAX } from '../../services/appeals/input.js';
import { Choices, SelectField, TextField } from '../components/field.js';
import { WorkForm, type WorkFormsProps } from './work-form.js';

/** Gives the appeal to a colleague. */
export const Assign: FC<WorkFormsProps> = (props) => (
  <WorkForm {...props} action="assign" title="Призначити виконавця" button="Призначити">
    <SelectField
      name="assignee"
      label="Виконавець"
      options={props.colleagues}
      value={props.typed.assignee}
      required
    />
    {props.typed.evenIfAway === undefined ? null : (
      <Choices
        type="checkbox"
        name="evenIfAway"
        legend="Якщо обраної людини немає на роботі"
        options={[{ value: 'yes', label: 'Усе одно призначити: звернення побачить і той, хто заміщує' }]}
        chosen={[]}
      />
    )}
  </WorkForm>
);

/** Gives the appeal to another department of the council. */
export const Forward: FC<WorkFormsProps> = (props) => (
  <WorkForm {...props} action="forward" title="Передати іншому підрозділу" button="Передати">
    <SelectField
      name="department"
      label="Підрозділ"
      options={props.appeal.otherDepartments.map(({ id, name }) => ({ value: id, label: name }))}
      value={props.typed.department ?? props.appeal.suggestions[0]?.id}
      required
    />
  </WorkForm>
);

/** Tells the citizen to which office the appeal was sent by a letter. */
export const ForwardOutside: FC<WorkFormsProps> = (props) => (
  <WorkForm
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
  </WorkForm>
);

/** Joins the appeal with another about the same. */
export const Merge: FC<WorkFormsProps> = (props) => (
  <WorkForm {...props} action="merge" title="Об’єднати з іншим зверненням" button="Об’єднати">
    <TextField
      name="into"
      label="Номер звернення про те саме"
      hint="Наприклад, Н-2026-000123. Кожне збереже свій номер і строк, заявників повідомимо."
      value={props.typed.into}
      maxLength={20}
      required
    />
  </WorkForm>
);
