import { formText } from '../forms.js';

/** A row of the table of exceptions, as it is typed. */
export interface ExceptionRow {
  readonly day: string;
  /** `true` or `false`, as the choice sends it */
  readonly isWorking: string;
  readonly reason: string;
}

/** More than a form shows at once, so that reading one ends. */
const ROWS_MAX = 500;

/** Name of a field of the row. */
export function exceptionField(at: number, field: keyof ExceptionRow): string {
  return `office.exceptions.${at}.${field}`;
}

/** The rows of a form that name a day, in their order; a row whose day was cleared is gone. */
export function exceptionRows(form: FormData): readonly ExceptionRow[] {
  const rows: ExceptionRow[] = [];
  for (let at = 0; at < ROWS_MAX && form.has(exceptionField(at, 'day')); at += 1) {
    const text = (field: keyof ExceptionRow) => formText(form, exceptionField(at, field));
    if (text('day') !== '')
      rows.push({ day: text('day'), isWorking: text('isWorking'), reason: text('reason') });
  }
  return rows;
}
