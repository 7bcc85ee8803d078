import type { FC } from 'hono/jsx';
import { Choices, TextField } from '../components/field.js';
import { list } from '../forms.js';
import { fieldOf, type SectionModel } from './settings-section.js';

/** When broadcasts do not leave. */
export const HoursFields: FC<{ section: SectionModel }> = ({ section }) => (
  <>
    <DailyWindow
      section={section}
      name="broadcasts.quietHours"
      legend="Тихі години"
      label="Притримувати розсилки до ранку"
    />
    <DailyWindow
      section={section}
      name="broadcasts.silence"
      legend="Хвилина мовчання"
      label="Притримувати розсилки на цей час"
    />
  </>
);

interface DailyWindowProps {
  readonly section: SectionModel;
  readonly name: string;
  readonly legend: string;
  /** What the checkbox switches on */
  readonly label: string;
}

const DailyWindow: FC<DailyWindowProps> = ({ section, name, legend, label }) => (
  <div>
    <Choices
      type="checkbox"
      name={name}
      legend={legend}
      options={[{ value: 'on', label }]}
      chosen={list(section.typed, name)}
      error={section.errors[name]}
    />
    <div class="halves">
      <TextField {...fieldOf(section, `${name}.from`)} type="time" label={`${legend}: початок`} />
      <TextField {...fieldOf(section, `${name}.to`)} type="time" label={`${legend}: кінець`} />
    </div>
  </div>
);
