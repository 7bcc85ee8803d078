import type { FC } from 'hono/jsx';
import { type LocalHolidayInput, localHolidayInput } from '../../services/greetings/input.js';
import { Choices, TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { complaintsOf, type FieldErrors, formText } from '../forms.js';

/** What the form of a local day holds: as sent, or empty. */
export interface LocalFormModel {
  readonly typed: FormData;
  readonly errors: FieldErrors;
}

const COMPLAINTS: FieldErrors = {
  name: 'Вкажіть назву, до 150 знаків.',
  genitive: 'Напишіть, з нагоди чого: наприклад, «Покровського ярмарку».',
  instrumental: 'Напишіть, із чим вітати: наприклад, «Покровським ярмарком».',
  date: 'Оберіть день.',
};

/** Turns what was typed into what the service takes, or says field by field what is wrong. */
export function parseLocal(
  form: FormData,
):
  | { readonly ok: true; readonly input: LocalHolidayInput }
  | { readonly ok: false; readonly errors: FieldErrors } {
  const parsed = localHolidayInput.safeParse({
    name: formText(form, 'name'),
    genitive: formText(form, 'genitive'),
    instrumental: formText(form, 'instrumental'),
    date: formText(form, 'date'),
    everyYear: form.getAll('nature').includes('everyYear'),
    isMemorial: form.getAll('nature').includes('isMemorial'),
  });
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, errors: complaintsOf(parsed.error, ({ path }) => String(path[0]), COMPLAINTS) };
}

/** A day that no law names: the city's, a school's. */
export const LocalForm: FC<{ form: LocalFormModel; secrets: FormSecretsModel }> = ({ form, secrets }) => {
  const field = (name: string) => ({ name, value: formText(form.typed, name), error: form.errors[name] });
  return (
    <form class="form card" method="post" action="/greetings/local">
      <h3>Додати місцевий день</h3>
      <FormSecrets secrets={secrets} />
      <TextField {...field('name')} label="Назва" hint="Наприклад: День міста" required />
      <div class="halves">
        <TextField
          {...field('genitive')}
          label="З нагоди чого"
          hint="Порожньо – допишемо самі, якщо назва починається з «День»"
        />
        <TextField {...field('instrumental')} label="Вітаємо з чим" hint="Так само" />
        <TextField type="date" {...field('date')} label="Коли" required />
      </div>
      <Choices
        type="checkbox"
        name="nature"
        legend="Який це день"
        options={[
          { value: 'everyYear', label: 'Щороку цього числа' },
          { value: 'isMemorial', label: 'День пам’яті: без привітань' },
        ]}
        chosen={form.typed.getAll('nature').map(String)}
      />
      <div>
        <button class="button" type="submit">
          Додати день
        </button>
      </div>
    </form>
  );
};
