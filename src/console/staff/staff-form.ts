import { type StaffInput, staffInput } from '../../services/staff/input.js';
import { complaintsOf, type FieldErrors, formText, list } from '../forms.js';

/** What the form of a new colleague holds, as typed. */
export interface StaffValues {
  readonly name: string;
  readonly position: string;
  readonly email: string;
  readonly roles: readonly string[];
}

export const EMPTY_STAFF: StaffValues = { name: '', position: '', email: '', roles: [] };

const COMPLAINTS: Readonly<Record<keyof StaffValues, string>> = {
  name: 'Вкажіть прізвище та ім’я, до 120 знаків.',
  position: 'Вкажіть посаду, до 120 знаків.',
  email: 'Вкажіть адресу електронної пошти, наприклад name@rada.gov.ua.',
  roles: 'Оберіть хоча б одну роль.',
};

export function readStaff(form: FormData): StaffValues {
  return {
    name: formText(form, 'name'),
    position: formText(form, 'position'),
    email: formText(form, 'email'),
    roles: list(form, 'roles'),
  };
}

export type StaffResult =
  | { readonly ok: true; readonly input: StaffInput }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Turns what was typed into what the service takes, or says field by field what is wrong. */
export function parseStaff(values: StaffValues): StaffResult {
  const parsed = staffInput.safeParse(values);
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, errors: complaintsOf(parsed.error, ({ path }) => String(path[0]), COMPLAINTS) };
}
