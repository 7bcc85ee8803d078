import { CANNED_REPLY_VARIABLES, type CannedReply, unknownVariables } from '../../domain/canned-reply.js';
import { type CannedReplyInput, cannedReplyInput } from '../../services/canned-replies/input.js';
import { complaintsOf, type FieldErrors, formText } from '../forms.js';

/** What the form of a canned reply holds, as typed; its files apart. */
export interface ReplyValues {
  readonly title: string;
  readonly text: string;
  /** '': every department */
  readonly departmentId: string;
}

export const EMPTY_REPLY: ReplyValues = { title: '', text: '', departmentId: '' };

/** «{ПІБ}, {Номер} …» as the hint lists them. */
export const VARIABLES_IN_BRACES = CANNED_REPLY_VARIABLES.map((name) => `{${name}}`).join(', ');

export function readReply(form: FormData): ReplyValues {
  return {
    title: formText(form, 'title'),
    text: formText(form, 'text'),
    departmentId: formText(form, 'departmentId'),
  };
}

/** The reply as it stands, for the form. */
export function typedReply({ title, text, departmentId = '' }: CannedReply): ReplyValues {
  return { title, text, departmentId };
}

export type ReplyResult =
  | { readonly ok: true; readonly input: CannedReplyInput }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Turns what was typed into what the service takes, or says field by field what is wrong. */
export function parseReplyForm({ departmentId, ...values }: ReplyValues): ReplyResult {
  const parsed = cannedReplyInput.safeParse({ ...values, ...(departmentId !== '' && { departmentId }) });
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, errors: complaintsOf(parsed.error, ({ path }) => String(path[0]), complaints(values)) };
}

function complaints({ text }: Pick<ReplyValues, 'text'>): FieldErrors {
  const unknown = unknownVariables(text);
  return {
    title: 'Дайте відповіді назву.',
    text:
      unknown.length === 0
        ? 'Напишіть текст відповіді.'
        : `Таких змінних немає: ${unknown.map((name) => `{${name}}`).join(', ')}. Є: ${VARIABLES_IN_BRACES}.`,
    departmentId: 'Оберіть підрозділ зі списку.',
  };
}
