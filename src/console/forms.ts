import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';

/** What is wrong with a form: one sentence for a field, by the field's name. */
export type FieldErrors = Readonly<Record<string, string>>;

/**
 * Reads the form that was sent.
 *
 * @throws {HTTPException} 400 when the body is no form
 */
export async function readForm(c: Context): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch (error) {
    throw new HTTPException(400, {
      message: 'Форму не вдалося прочитати. Надішліть її ще раз.',
      cause: error,
    });
  }
}

/** One text of a form, without spaces around it and with plain line ends; '' when it is not there. */
export function formText(form: FormData, name: string): string {
  return String(form.get(name) ?? '')
    .replaceAll('\r\n', '\n')
    .trim();
}

/** Every file chosen under one name. */
export function uploads(form: FormData, name: string): readonly File[] {
  // What is not a text is a file; the types of Node and of the web only name it differently.
  return form.getAll(name).filter((value) => typeof value !== 'string' && value.size > 0) as File[];
}

/** Every text given under one name (a group of checkboxes). */
export function list(form: FormData, name: string): readonly string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

/**
 * The first complaint about each field.
 *
 * @param fieldOf name of the form's field that an issue is about
 * @param words what to say of a field that is not merely too long
 */
export function complaintsOf(
  error: z.ZodError,
  fieldOf: (issue: z.core.$ZodIssue) => string,
  words: FieldErrors,
): FieldErrors {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = fieldOf(issue);
    errors[field] ??= isTooLong(issue)
      ? `Не довше ніж ${issue.maximum} знаків.`
      : (words[field] ?? 'Виправте це поле.');
  }
  return errors;
}

function isTooLong(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueTooBig {
  return issue.code === 'too_big' && issue.origin === 'string';
}
