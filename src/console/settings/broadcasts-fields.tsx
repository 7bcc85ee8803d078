import type { FC } from 'hono/jsx';
import { BROADCAST_KINDS } from '../../domain/broadcast.js';
import { Choices, type Option, SelectField, TextField } from '../components/field.js';
import { list } from '../forms.js';
import { BROADCAST_KIND_WORDS } from '../words/broadcast-words.js';
import { fieldOf, type SectionModel } from './settings-section.js';

interface BroadcastsFieldsProps {
  readonly section: SectionModel;
  /** Those who may be named as the substitute */
  readonly colleagues: readonly Option[];
}

const CHOOSABLE_KINDS = BROADCAST_KINDS.filter((kind) => kind !== 'alert');

/** When broadcasts leave, and who approves them. */
export const BroadcastsFields: FC<BroadcastsFieldsProps> = ({ section, colleagues }) => (
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
    <TextField
      {...fieldOf(section, 'broadcasts.undoSeconds')}
      type="number"
      label="Скільки секунд можна забрати затвердження"
      hint="Розсилка чекає стільки, перш ніж піде першим людям. Від 0 до 600."
      required
    />
    <Choices
      type="checkbox"
      name="broadcasts.secondPersonKinds"
      legend="Що має затверджувати друга людина"
      hint="Не та, що редагувала останньою. Попередження про небезпеку потребує її завжди."
      options={CHOOSABLE_KINDS.map((kind) => ({ value: kind, label: BROADCAST_KIND_WORDS[kind] }))}
      chosen={list(section.typed, 'broadcasts.secondPersonKinds')}
      error={section.errors['broadcasts.secondPersonKinds']}
    />
    <SelectField
      {...fieldOf(section, 'broadcasts.substituteId')}
      label="Замісник другої людини"
      hint="Може затвердити таку розсилку, хоч би яку роль мав"
      options={[{ value: '', label: 'Нікого' }, ...colleagues]}
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
