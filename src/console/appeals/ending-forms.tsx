import type { FC } from 'hono/jsx';
import { REASON_MAX } from '../../services/appeals/input.js';
import { Choices, SelectField, TextArea, TextField } from '../components/field.js';
import { RESOLUTION_WORDS } from '../words/appeal-words.js';
import { BLOCK_DAYS } from './actions/arrival-actions.js';
import { WorkForm, type WorkFormsProps } from './work-form.js';

/** A refusal, or a return without consideration. */
export const Reject: FC<WorkFormsProps> = (props) => (
  <WorkForm
    {...props}
    action="reject"
    title={props.appeal.isReturnable ? 'Відмовити або повернути' : 'Відмовити'}
    button="Надіслати рішення заявнику"
  >
    {props.appeal.isReturnable ? (
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
    ) : null}
    <TextArea
      class="textarea-low"
      name="rejectReason"
      label="Причина"
      hint="Заявник прочитає її. До відмови додамо, як її оскаржити."
      value={props.typed.rejectReason}
      maxLength={REASON_MAX}
      required
    />
    {props.appeal.isReturnable ? <ReturnFields {...props} /> : null}
  </WorkForm>
);

/** By which article it is returned, and what the citizen can do then. */
const ReturnFields: FC<Pick<WorkFormsProps, 'typed'>> = ({ typed }) => (
  <>
    <SelectField
      name="article"
      label="Стаття закону (для повернення)"
      options={[
        { value: '5', label: 'Стаття 5: оформлено не так, як вимагає закон' },
        { value: '8', label: 'Стаття 8: не підлягає розгляду' },
      ]}
      value={typed.article ?? '5'}
    />
    <TextField
      name="advice"
      label="Що можна зробити (для повернення)"
      value={typed.advice}
      maxLength={REASON_MAX}
    />
  </>
);

/** Ends the work. */
export const Close: FC<WorkFormsProps> = (props) => (
  <WorkForm {...props} action="close" title="Закрити звернення" button="Закрити">
    <Choices
      type="radio"
      name="resolution"
      legend="Чим завершено"
      options={Object.entries(RESOLUTION_WORDS).map(([value, label]) => ({ value, label }))}
      chosen={[props.typed.resolution ?? 'answered']}
    />
  </WorkForm>
);

/** Takes an ended appeal up again. */
export const Reopen: FC<WorkFormsProps> = (props) => (
  <WorkForm {...props} action="reopen" title="Повернути в роботу" button="Повернути в роботу">
    <TextField
      name="reopenReason"
      label="Чому повертаємо"
      hint="Строк відповіді не зміниться. Заявникові не надсилаємо."
      value={props.typed.reopenReason}
      maxLength={REASON_MAX}
      required
    />
  </WorkForm>
);

/** Holds what else the sender writes in quarantine. */
export const Block: FC<WorkFormsProps> = (props) =>
  !props.appeal.isBlockable ? null : (
    <WorkForm {...props} action="block" title="Заблокувати відправника" button="Заблокувати">
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
    </WorkForm>
  );
