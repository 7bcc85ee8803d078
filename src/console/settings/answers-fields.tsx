import type { FC } from 'hono/jsx';
import { Choices, type Option, TextField } from '../components/field.js';
import { list } from '../forms.js';
import { fieldOf, type SectionModel } from './settings-section.js';

/** Who signs answers to citizens, and who hears complaints about them. */
export const AnswersFields: FC<{ section: SectionModel; colleagues: readonly Option[] }> = ({
  section,
  colleagues,
}) => (
  <>
    <Choices
      type="checkbox"
      name="appeals.signatureRequired"
      legend="Підпис"
      hint="Модератор готує відповідь, а надсилає її той, хто підписав."
      options={[{ value: 'true', label: 'Відповіді на офіційні звернення підписує керівник' }]}
      chosen={list(section.typed, 'appeals.signatureRequired')}
    />
    <Choices
      type="checkbox"
      name="appeals.signerIds"
      legend="Хто ще може підписувати"
      hint="Керівники та адміністратори можуть завжди."
      options={colleagues}
      chosen={list(section.typed, 'appeals.signerIds')}
      error={section.errors['appeals.signerIds']}
    />
    <TextField
      {...fieldOf(section, 'appeals.complaintsTo')}
      label="Куди оскаржують відмову"
      hint="Як після «оскаржити до…», наприклад: Ніжинської міської ради"
      required
    />
  </>
);
