import type { FC, PropsWithChildren } from 'hono/jsx';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { type FieldErrors, formText } from '../forms.js';
import type { SettingsSection } from './settings-form.js';

/** What the fields of one form show. */
export interface SectionModel {
  /** The settings as they stand, or what was sent and cannot be saved */
  readonly typed: FormData;
  readonly errors: FieldErrors;
}

/** Name, value and complaint of one field. */
export function fieldOf({ typed, errors }: SectionModel, name: string) {
  return { name, value: formText(typed, name), error: errors[name] };
}

interface SectionFormProps {
  readonly section: SettingsSection;
  readonly title: string;
  readonly secrets: FormSecretsModel;
}

/** One form of the page. */
export const SectionForm: FC<PropsWithChildren<SectionFormProps>> = (props) => (
  <form class="form card" id={props.section} method="post" action={`/settings/${props.section}`}>
    <h2>{props.title}</h2>
    <FormSecrets secrets={props.secrets} />
    {props.children}
    <div>
      <button class="button" type="submit" aria-label={`Зберегти: ${props.title}`}>
        Зберегти
      </button>
    </div>
  </form>
);
