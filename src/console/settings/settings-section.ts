import type { FieldErrors } from '../forms.js';
import { formText } from '../forms.js';

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
