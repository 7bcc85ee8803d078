import type { FC } from 'hono/jsx';
import { type Option, SelectField, TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import type { FieldErrors } from '../forms.js';
import type { AbsenceValues } from './absence-form.js';

/** One absence, ready to print. */
export interface AbsenceRow {
  readonly staffId: string;
  readonly name: string;
  /** «з 1 до 14 грудня» */
  readonly days: string;
  readonly substitute: string;
  readonly isNow: boolean;
  /** Whether the viewer may end it */
  readonly isManaged: boolean;
}

export interface AbsencesViewProps {
  readonly rows: readonly AbsenceRow[];
  /** Whose absence the viewer may write down */
  readonly people: readonly Option[];
  readonly substitutes: readonly Option[];
  readonly values: AbsenceValues;
  readonly errors: FieldErrors;
  readonly notice: NoticeModel | undefined;
  readonly secrets: FormSecretsModel;
}

/** Who is away, who does their work, and a form to write it down. */
export const AbsencesView: FC<AbsencesViewProps> = (props) => (
  <>
    <h1>Відсутності та заміщення</h1>
    <Notice notice={props.notice} />
    <p>
      Поки людини немає, її звернення бачить і той, хто заміщує: у «Моїх», у «Моєму дні» та в ранковому
      огляді. Виконавець не змінюється, тож після повернення нічого передавати назад. Права не переходять.
    </p>
    {props.rows.length === 0 ? (
      <p class="muted">Усі на роботі, відпусток не записано.</p>
    ) : (
      <ul class="queue">
        {props.rows.map((row) => (
          <Row row={row} secrets={props.secrets} />
        ))}
      </ul>
    )}
    <AbsenceForm {...props} />
  </>
);

const Row: FC<{ row: AbsenceRow; secrets: FormSecretsModel }> = ({ row, secrets }) => (
  <li class="queue-card">
    <p class="queue-subject">{row.name}</p>
    <p>
      {row.isNow ? 'Зараз немає' : 'Не буде'}: {row.days}. Заміщує {row.substitute}.
    </p>
    {row.isManaged ? (
      <form method="post" action={`/absences/${encodeURIComponent(row.staffId)}/end`}>
        <FormSecrets secrets={secrets} />
        <button class="link-button" type="submit" aria-label={`${endWords(row)}: ${row.name}`}>
          {endWords(row)}
        </button>
      </form>
    ) : null}
  </li>
);

function endWords({ isNow }: AbsenceRow): string {
  return isNow ? 'Сьогодні вже на роботі' : 'Скасувати';
}

const AbsenceForm: FC<AbsencesViewProps> = ({ people, substitutes, values, errors, secrets }) => (
  <form class="form card" method="post" action="/absences">
    <h2>Записати відсутність</h2>
    <FormSecrets secrets={secrets} />
    <SelectField name="staffId" label="Кого не буде" options={people} value={values.staffId} required />
    <div class="halves">
      <TextField
        type="date"
        name="from"
        label="Перший день"
        value={values.from}
        error={errors.from}
        required
      />
      <TextField type="date" name="to" label="Останній день" value={values.to} error={errors.to} required />
    </div>
    <SelectField
      name="substitute"
      label="Хто заміщує"
      hint="Нова відсутність стає на місце записаної раніше."
      options={[{ value: '', label: 'Оберіть' }, ...substitutes]}
      value={values.substitute}
      error={errors.substitute}
      required
    />
    <div>
      <button class="button" type="submit">
        Записати
      </button>
    </div>
  </form>
);
