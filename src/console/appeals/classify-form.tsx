import type { FC } from 'hono/jsx';
import { APPEAL_CATEGORIES, APPEAL_NATURES } from '../../domain/appeal.js';
import { SelectField } from '../components/field.js';
import { CATEGORY_WORDS, NATURE_WORDS } from '../words/appeal-words.js';
import { WorkForm, type WorkFormsProps } from './work-form.js';

/** What the appeal is about and, by law, what it is: the citizen is not asked the second. */
export const Classify: FC<WorkFormsProps> = (props) => {
  const { said, categorySuggestions, hasNature } = props.appeal;
  const [suggested] = said.category === 'other' ? categorySuggestions : [];
  return (
    <WorkForm {...props} action="classify" title="Уточнити тему й вид" button="Записати">
      <SelectField
        name="category"
        label="Тема"
        hint={suggested && `${suggested.name}: ${suggested.why}.`}
        options={APPEAL_CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] }))}
        value={props.typed.category ?? suggested?.category ?? said.category}
      />
      {hasNature ? (
        <SelectField
          name="nature"
          label="Вид звернення"
          options={[
            ...(said.nature === undefined ? [{ value: '', label: 'Не визначено' }] : []),
            ...APPEAL_NATURES.map((value) => ({ value, label: NATURE_WORDS[value] })),
          ]}
          value={props.typed.nature ?? said.nature}
        />
      ) : null}
    </WorkForm>
  );
};
