import type { FC } from 'hono/jsx';
import { APPEAL_CATEGORIES } from '../../domain/appeal.js';
import { type Option, SelectField, TextField } from '../components/field.js';
import { CATEGORY_WORDS } from '../words/appeal-words.js';
import { type RoutingRow, routingField, routingRows } from './routing-rows.js';
import type { SectionModel } from './settings-section.js';

/** Rows to write new words into. */
const EMPTY_ROWS = 3;
const EMPTY: RoutingRow = { words: '', departmentId: '', category: '' };
const CATEGORIES = [
  { value: '', label: 'Не вказувати' },
  ...APPEAL_CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] })),
];

/** By which words an appeal finds its department. */
export const RoutingFields: FC<{ section: SectionModel; departments: readonly Option[] }> = ({
  section: { typed, errors },
  departments,
}) => (
  <>
    <p class="hint">
      Слова пишіть через кому, у будь-якій формі: «ліхтар» знайде й «ліхтарі». Звернення з темою «Інше» йде за
      словами, якщо вони вказують на один підрозділ; звернення з іншою темою – за рядками цієї теми. Де жоден
      рядок не підійшов, вирішує тема: її підрозділ указано в «Підрозділах». Решта слів стає підказкою
      модераторові, з поясненням. Щоб прибрати рядок, очистьте слова.
    </p>
    {[...routingRows(typed), ...Array<RoutingRow>(EMPTY_ROWS).fill(EMPTY)].map((row, at) => (
      <fieldset class="form">
        <legend>Рядок {at + 1}</legend>
        <TextField
          name={routingField(at, 'words')}
          label="Слова"
          value={row.words}
          error={errors[routingField(at, 'words')]}
        />
        <div class="halves">
          <SelectField
            name={routingField(at, 'departmentId')}
            label="Підрозділ"
            options={optionsFor(row, departments)}
            value={row.departmentId}
          />
          <SelectField
            name={routingField(at, 'category')}
            label="Тема"
            options={CATEGORIES}
            value={row.category}
          />
        </div>
      </fieldset>
    ))}
  </>
);

/** The words of a department that is archived stay until somebody takes them away. */
function optionsFor({ departmentId }: RoutingRow, departments: readonly Option[]): readonly Option[] {
  const isKnown = departmentId === '' || departments.some(({ value }) => value === departmentId);
  return isKnown ? departments : [{ value: departmentId, label: 'Підрозділ в архіві' }, ...departments];
}
