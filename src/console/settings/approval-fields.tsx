import type { FC } from 'hono/jsx';
import { BROADCAST_KINDS } from '../../domain/broadcast.js';
import { Choices, type Option, SelectField, TextField } from '../components/field.js';
import { list } from '../forms.js';
import { BROADCAST_KIND_WORDS } from '../words/broadcast-words.js';
import { fieldOf, type SectionModel } from './settings-section.js';

interface ApprovalFieldsProps {
  readonly section: SectionModel;
  /** Those who may be named as the substitute */
  readonly colleagues: readonly Option[];
}

const CHOOSABLE_KINDS = BROADCAST_KINDS.filter((kind) => kind !== 'alert');

/** Who approves broadcasts, and how long an approval can be taken back. */
export const ApprovalFields: FC<ApprovalFieldsProps> = ({ section, colleagues }) => (
  <>
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
