import type { FaqCard } from '../../domain/faq.js';
import { type FaqCardInput, faqCardInput } from '../../services/faq/input.js';
import { complaintsOf, type FieldErrors, formText } from '../forms.js';

/** What the form of a card holds, as typed. */
export interface FaqValues {
  readonly title: string;
  readonly text: string;
  /** One a line */
  readonly stems: string;
  readonly ownerId: string;
  /** `YYYY-MM-DD` */
  readonly checkBy: string;
}

const COMPLAINTS: FieldErrors = {
  title: 'Напишіть запитання.',
  text: 'Напишіть відповідь.',
  stems: 'Назвіть початки слів, від трьох літер у рядку, не більше ніж 20 рядків.',
  ownerId: 'Оберіть відповідального.',
  checkBy: 'Вкажіть день.',
};

export function readFaqCard(form: FormData): FaqValues {
  return {
    title: formText(form, 'title'),
    text: formText(form, 'text'),
    stems: formText(form, 'stems'),
    ownerId: formText(form, 'ownerId'),
    checkBy: formText(form, 'checkBy'),
  };
}

/** The card as it stands, for the form. */
export function typedFaqCard({ title, text, stems, ownerId, checkBy }: FaqCard): FaqValues {
  return { title, text, stems: stems.join('\n'), ownerId, checkBy };
}

export type FaqResult =
  | { readonly ok: true; readonly input: FaqCardInput }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Turns what was typed into what the service takes, or says field by field what is wrong. */
export function parseFaqForm({ stems, ...values }: FaqValues): FaqResult {
  const lines = stems
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const parsed = faqCardInput.safeParse({ ...values, stems: lines });
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, errors: complaintsOf(parsed.error, ({ path }) => String(path[0]), COMPLAINTS) };
}
