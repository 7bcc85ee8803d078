import { type DepartmentInput, departmentInput } from '../../services/departments/input.js';
import { complaintsOf, type FieldErrors, formText, list } from '../forms.js';

/** What the form of a department holds, as typed. */
export type DepartmentValues = {
  readonly [K in keyof DepartmentInput]: K extends 'categories' ? readonly string[] : string;
};

export const EMPTY_DEPARTMENT: DepartmentValues = {
  name: '',
  nameGenitive: '',
  phone: '',
  headName: '',
  headPosition: '',
  categories: [],
};

const COMPLAINTS: FieldErrors = {
  name: 'Вкажіть назву підрозділу.',
  nameGenitive: 'Вкажіть назву в родовому відмінку: «управління освіти».',
  categories: 'Оберіть зі списку.',
};

export function readDepartment(form: FormData): DepartmentValues {
  return {
    name: formText(form, 'name'),
    nameGenitive: formText(form, 'nameGenitive'),
    phone: formText(form, 'phone'),
    headName: formText(form, 'headName'),
    headPosition: formText(form, 'headPosition'),
    categories: list(form, 'categories'),
  };
}

export type DepartmentResult =
  | { readonly ok: true; readonly input: DepartmentInput }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Turns what was typed into what the service takes, or says field by field what is wrong. */
export function parseDepartmentForm(values: DepartmentValues): DepartmentResult {
  const parsed = departmentInput.safeParse(values);
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, errors: complaintsOf(parsed.error, ({ path }) => String(path[0]), COMPLAINTS) };
}
