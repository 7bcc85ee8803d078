import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

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

/** Every text given under one name (a group of checkboxes). */
export function list(form: FormData, name: string): readonly string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}
