import type { FC } from 'hono/jsx';
import type { Mourning } from '../../domain/holidays/mourning.js';
import { type SettingsInput, settingsInput } from '../../services/settings/input.js';
import { TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { complaintsOf, type FieldErrors, formText } from '../forms.js';

export interface MourningFormModel {
  readonly typed: FormData;
  readonly errors: FieldErrors;
}

const COMPLAINTS: FieldErrors = {
  from: 'Оберіть перший день.',
  to: 'Оберіть останній день, не раніше за перший.',
  reason: 'Напишіть, за ким чи через що жалоба.',
};

/** The settings with one more mourning, or what is wrong with it, field by field. */
export function parseMourning(
  form: FormData,
  periods: readonly Mourning[],
):
  | { readonly ok: true; readonly input: SettingsInput }
  | { readonly ok: false; readonly errors: FieldErrors } {
  const from = formText(form, 'from');
  const added = { from, to: formText(form, 'to') || from, reason: formText(form, 'reason') };
  const parsed = settingsInput.safeParse({ mourning: { periods: [...periods, added] } });
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, errors: complaintsOf(parsed.error, ({ path }) => String(path.at(-1)), COMPLAINTS) };
}

/** Days on which nobody is greeted. */
export const MourningForm: FC<{ form: MourningFormModel; secrets: FormSecretsModel }> = ({
  form,
  secrets,
}) => {
  const field = (name: string) => ({ name, value: formText(form.typed, name), error: form.errors[name] });
  return (
    <form class="form card" method="post" action="/greetings/mourning">
      <h3>Оголосити жалобу</h3>
      <FormSecrets secrets={secrets} />
      <div class="halves">
        <TextField type="date" {...field('from')} label="Перший день" required />
        <TextField type="date" {...field('to')} label="Останній день" hint="Порожньо – лише один день" />
      </div>
      <TextField
        {...field('reason')}
        label="Причина"
        hint="Її побачать колеги біля зупинених привітань"
        required
      />
      <div>
        <button class="button" type="submit">
          Оголосити жалобу
        </button>
      </div>
    </form>
  );
};
