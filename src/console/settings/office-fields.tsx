import type { FC } from 'hono/jsx';
import { Choices, SelectField, TextField } from '../components/field.js';
import { formText } from '../forms.js';
import { type ExceptionRow, exceptionField, exceptionRows } from './office-exceptions.js';
import { fieldOf, type SectionModel } from './settings-section.js';

/** Rows to write new days into. */
const EMPTY_ROWS = 3;
const EMPTY: ExceptionRow = { day: '', isWorking: 'false', reason: '' };

/** How appeals are registered, and which days the office works against the calendar. */
export const OfficeFields: FC<{ section: SectionModel }> = ({ section }) => (
  <>
    <Choices
      type="radio"
      name="office.registration"
      legend="Хто реєструє звернення"
      hint="Строк відповіді рахується від реєстрації. Робочі години – у розділі «Організація»."
      options={[
        { value: 'automatic', label: 'Вісник: у робочий час одразу, інакше – з початком робочого дня' },
        { value: 'by-person', label: 'Працівник: з вхідним номером і датою з журналу реєстрації' },
      ]}
      chosen={[formText(section.typed, 'office.registration')]}
      error={section.errors['office.registration']}
    />
    <TextField
      {...fieldOf(section, 'office.digestAt')}
      type="time"
      label="О котрій складати ранковий огляд черги"
      hint="Кожного робочого дня кожному, хто працює зі зверненнями. Огляд – у «Моєму дні», його можна надрукувати або надіслати поштою."
      required
    />
    <TextField
      {...fieldOf(section, 'office.martialLawUntil')}
      type="date"
      label="Останній день воєнного стану"
      hint="Порожньо – воєнний стан триває: святкові дні робочі. З наступного дня після вказаного свята знову вихідні."
    />
    <fieldset class="form" id="office.exceptions">
      <legend>Винятки з робочого календаря</legend>
      <p class="hint">
        Вихідні – субота й неділя. Запишіть дні, коли рада працює або не працює всупереч цьому. Щоб прибрати
        день, очистьте дату.
      </p>
      {section.errors['office.exceptions'] === undefined ? null : (
        <p class="field-error">{section.errors['office.exceptions']}</p>
      )}
      {[...exceptionRows(section.typed), ...Array<ExceptionRow>(EMPTY_ROWS).fill(EMPTY)].map((row, at) => (
        <Row row={row} at={at} errors={section.errors} />
      ))}
    </fieldset>
  </>
);

interface RowProps extends Pick<SectionModel, 'errors'> {
  readonly row: ExceptionRow;
  readonly at: number;
}

const Row: FC<RowProps> = ({ row, at, errors }) => (
  <div class="halves">
    <TextField
      type="date"
      name={exceptionField(at, 'day')}
      label="День"
      value={row.day}
      error={errors[exceptionField(at, 'day')]}
    />
    <SelectField
      name={exceptionField(at, 'isWorking')}
      label="Рада цього дня"
      options={[
        { value: 'false', label: 'не працює' },
        { value: 'true', label: 'працює' },
      ]}
      value={row.isWorking}
    />
    <TextField
      name={exceptionField(at, 'reason')}
      label="Підстава"
      value={row.reason}
      maxLength={200}
      error={errors[exceptionField(at, 'reason')]}
    />
  </div>
);
