import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import { OUTGOING_NUMBER_MAX } from '../../services/appeals/input.js';
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

/** A number of the office's books; undefined where none was typed. @throws {Refusal} invalid: too long */
export function typedOfficeNumber(form: FormData, name: string): string | undefined {
  const text = formText(form, name);
  if (text.length > OUTGOING_NUMBER_MAX)
    throw new Refusal('invalid', 'appeal.too-long', `Номер задовгий: до ${OUTGOING_NUMBER_MAX} знаків.`);
  return text || undefined;
}
