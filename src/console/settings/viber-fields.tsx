import type { FC } from 'hono/jsx';
import { Choices, TextField } from '../components/field.js';
import { list } from '../forms.js';
import { fieldOf, type SectionModel } from './settings-section.js';

interface ViberFieldsProps {
  readonly section: SectionModel;
  /** What the month has taken so far; undefined while no price is set */
  readonly month: string | undefined;
}

/** What Viber takes for messages outside a session, and how much of it is allowed. */
export const ViberFields: FC<ViberFieldsProps> = ({ section, month }) => (
  <>
    <p class="hint">
      Відповіді впродовж 24 годин від повідомлення людини (сеанс) безкоштовні. За решту Viber бере плату за
      договором. Доки не задано ні ціни, ні безкоштовної кількості, ціну не враховуємо.
    </p>
    {month === undefined ? null : <p>{month}.</p>}
    <div class="halves">
      <TextField
        {...fieldOf(section, 'viber.pricePerMessage')}
        label="Ціна повідомлення поза сеансом, €"
        hint="За договором, наприклад 0,0196. Порожньо – без ціни"
      />
      <TextField
        {...fieldOf(section, 'viber.freePerMonth')}
        label="Безкоштовних повідомлень на місяць"
        hint="Для ботів, створених до 5 лютого 2024 року, – 10 000. Порожньо – немає"
      />
      <TextField
        {...fieldOf(section, 'viber.monthlyBudget')}
        label="Бюджет на місяць, €"
        hint="Вичерпається – поза сеансом підуть лише попередження про небезпеку та відповіді людям. Порожньо – без обмеження"
      />
    </div>
    <Choices
      type="checkbox"
      name="viber.onlyImportant"
      legend="Поза сеансом"
      hint="Важливе – те, що надсилається «усім одразу». Решту люди прочитають за кнопкою «Новини сьогодні»: вона відкриває безкоштовний сеанс"
      options={[{ value: 'true', label: 'Надсилати лише важливе' }]}
      chosen={list(section.typed, 'viber.onlyImportant')}
    />
  </>
);
