import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';

/** Longest address kept, in characters: browsers and messengers take no longer ones reliably. */
const URL_LIMIT = 2_000;

/** What is wrong with a form: one sentence for a field, by the field's name. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The first complaint about each field. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[String(path[0])] ??= message;
  return errors;
}

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

/** An optional address of a page. */
export const httpUrl = optionalUrl(
  /^https?:$/,
  'Вкажіть повну адресу, наприклад https://nizhynrada.gov.ua/news.',
);

/** An optional address of a picture: fetched over https only. */
export const httpsUrl = optionalUrl(/^https:$/, 'Вкажіть повну адресу картинки, що починається з https://.');

function optionalUrl(protocol: RegExp, message: string) {
  return z
    .string()
    .trim()
    .max(URL_LIMIT, message)
    .refine((text) => text === '' || (URL.canParse(text) && protocol.test(new URL(text).protocol)), message);
}
