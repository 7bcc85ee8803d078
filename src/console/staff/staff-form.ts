import type { z } from 'zod';
import { type StaffChange, type StaffInput, staffChange, staffInput } from '../../services/staff/input.js';
import { complaintsOf, type FieldErrors, formText, list } from '../forms.js';

/** What the form of a colleague holds, as typed. */
export interface StaffValues {
  readonly name: string;
  readonly position: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
}

export const EMPTY_STAFF: StaffValues = { name: '', position: '', email: '', roles: [], departments: [] };

const COMPLAINTS: Readonly<Record<keyof StaffValues, string>> = {
  name: 'Вкажіть прізвище та ім’я, до 120 знаків.',
  position: 'Вкажіть посаду, до 120 знаків.',
  email: 'Вкажіть адресу електронної пошти, наприклад name@rada.gov.ua.',
  roles: 'Оберіть хоча б одну роль.',
  departments: 'Оберіть підрозділи зі списку.',
};

export function readStaff(form: FormData): StaffValues {
  return {
    name: formText(form, 'name'),
    position: formText(form, 'position'),
    email: formText(form, 'email'),
    roles: list(form, 'roles'),
    departments: list(form, 'departments'),
  };
}

export type StaffResult<Input> =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Turns what was typed into what the service takes, or says field by field what is wrong. */
export function parseStaff(values: StaffValues): StaffResult<StaffInput> {
  return result(staffInput.safeParse(values));
}

/** The same for somebody who is there already; the e-mail stays what it is. */
export function parseStaffChange({ email: _stays, ...values }: StaffValues): StaffResult<StaffChange> {
  return result(staffChange.safeParse(values));
}

function result<Input>(parsed: z.ZodSafeParseResult<Input>): StaffResult<Input> {
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, errors: complaintsOf(parsed.error, ({ path }) => String(path[0]), COMPLAINTS) };
}
