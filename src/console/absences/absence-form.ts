import { type AbsenceInput, absenceInput } from '../../services/absences/absences.js';
import { complaintsOf, type FieldErrors, formText } from '../forms.js';

/** What the form of an absence holds, as typed. */
export interface AbsenceValues {
  readonly staffId: string;
  readonly from: string;
  readonly to: string;
  readonly substitute: string;
}

const COMPLAINTS: Readonly<Record<string, string>> = {
  from: 'Вкажіть перший день.',
  to: 'Вкажіть останній день, не раніший за перший.',
  substitute: 'Оберіть, хто заміщує.',
};

export function readAbsence(form: FormData): AbsenceValues {
  return {
    staffId: formText(form, 'staffId'),
    from: formText(form, 'from'),
    to: formText(form, 'to'),
    substitute: formText(form, 'substitute'),
  };
}

/** Turns what was typed into what the service takes, or says field by field what is wrong. */
export function parseAbsence({
  staffId: _who,
  ...values
}: AbsenceValues):
  | { readonly ok: true; readonly input: AbsenceInput }
  | { readonly ok: false; readonly errors: FieldErrors } {
  const parsed = absenceInput.safeParse(values);
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, errors: complaintsOf(parsed.error, ({ path }) => String(path[0]), COMPLAINTS) };
}
