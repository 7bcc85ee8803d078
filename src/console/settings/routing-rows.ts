import { formText } from '../forms.js';

/** A rule as it is typed: its words after commas. */
export interface RoutingRow {
  readonly words: string;
  readonly departmentId: string;
  /** '': the words tell no category */
  readonly category: string;
}

/** More than a form shows at once, so that reading one ends. */
const ROWS_MAX = 250;

/** Name of a field of the row. */
export function routingField(at: number, field: keyof RoutingRow): string {
  return `routing.rules.${at}.${field}`;
}

/** The rows of a form that have words, in their order; a row whose words were cleared is gone. */
export function routingRows(form: FormData): readonly RoutingRow[] {
  const rows: RoutingRow[] = [];
  for (let at = 0; at < ROWS_MAX && form.has(routingField(at, 'words')); at += 1) {
    const words = formText(form, routingField(at, 'words'));
    const chosen = (field: keyof RoutingRow) => formText(form, routingField(at, field));
    if (words !== '')
      rows.push({ words, departmentId: chosen('departmentId'), category: chosen('category') });
  }
  return rows;
}
