import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import { formText } from '../forms.js';

/** One form of the page, as it was sent. */
export interface Submission {
  readonly number: string;
  readonly form: FormData;
  readonly actor: Actor;
  /** The same for the same submission sent twice */
  readonly id: string;
}

/** @throws {Refusal} invalid: empty, or too long */
export function written(form: FormData, name: string, max: number): string {
  const value = formText(form, name);
  if (value === '') throw new Refusal('invalid', 'appeal.empty', 'Напишіть текст.');
  if (value.length > max)
    throw new Refusal('invalid', 'appeal.too-long', `Текст задовгий: до ${max} знаків.`);
  return value;
}
