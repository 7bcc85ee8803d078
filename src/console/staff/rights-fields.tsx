import type { FC } from 'hono/jsx';
import { ROLES } from '../../domain/role.js';
import type { Department } from '../../services/appeals/appeals.js';
import { Choices, TextField } from '../components/field.js';
import type { FieldErrors } from '../forms.js';
import { ROLE_HINTS, ROLE_WORDS } from '../words/staff-words.js';
import type { StaffValues } from './staff-form.js';

export interface RightsFieldsProps {
  readonly values: StaffValues;
  readonly errors: FieldErrors;
  readonly departments: readonly Department[];
}

/** Who somebody is and what they may, for a new colleague and for one who is there already. */
export const RightsFields: FC<RightsFieldsProps> = ({ values, errors, departments }) => (
  <>
    <TextField
      name="position"
      label="Посада (не обов’язково)"
      hint="Стоїть під відповідями громадянам: «головна спеціалістка»."
      value={values.position}
      error={errors.position}
    />
    <Choices
      type="checkbox"
      name="roles"
      legend="Ролі"
      options={ROLES.map((role) => ({ value: role, label: `${ROLE_WORDS[role]}: ${ROLE_HINTS[role]}` }))}
      chosen={values.roles}
      error={errors.roles}
    />
    <Choices
      type="checkbox"
      name="departments"
      legend="Звернення яких підрозділів"
      hint="Нічого не позначено – усіх. Інакше людина бачить звернення лише позначених."
      options={departments.map(({ id, name }) => ({ value: id, label: name }))}
      chosen={values.departments}
      error={errors.departments}
    />
  </>
);
