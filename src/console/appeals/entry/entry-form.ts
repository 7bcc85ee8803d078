import type { z } from 'zod';
import { CO_APPLICANTS_MAX, entryFields } from '../../../services/appeals/entry-input.js';
import { fromWallClock } from '../../broadcasts/wall-clock.js';
import { complaintsOf, type FieldErrors, formText } from '../../forms.js';

const FIELDS = [
  'channel',
  'nature',
  'fullName',
  'residence',
  'phone',
  'coApplicants',
  'category',
  'place',
  'text',
  'receivedAt',
  'incomingNumber',
] as const;
export type EntryField = (typeof FIELDS)[number];

/** What the form holds, as typed; '' for nothing. */
export type EntryValues = Readonly<Record<EntryField, string>>;

const COMPLAINTS: Readonly<Partial<Record<EntryField, string>>> = {
  channel: 'Оберіть, як надійшло звернення.',
  nature: 'Оберіть вид звернення.',
  fullName: 'Напишіть прізвище, ім’я та по батькові заявника.',
  phone: 'Вкажіть номер телефону, наприклад 067 123-45-67.',
  coApplicants: `Кожного заявника – з нового рядка, спершу прізвище та ім’я; не більше ніж ${CO_APPLICANTS_MAX} рядків.`,
  category: 'Оберіть тему.',
  text: 'Напишіть, про що йдеться у зверненні.',
  receivedAt: 'Вкажіть день і час, коли надійшло звернення.',
};

export type EntryFormResult =
  | { readonly ok: true; readonly entry: z.output<typeof entryFields> }
  | { readonly ok: false; readonly errors: FieldErrors };

/** An empty form for what has just come. @param receivedAt `2026-11-24T10:00` */
export function emptyEntry(receivedAt: string): EntryValues {
  return { ...valuesOf(() => ''), channel: 'paper', nature: 'statement', receivedAt };
}

/** Reads what was typed, whatever it is. */
export function readEntry(form: FormData): EntryValues {
  return valuesOf((name) => formText(form, name));
}

/** Turns what was typed into what the service takes, or says field by field what is wrong. */
export function parseEntry(values: EntryValues, timeZone: string): EntryFormResult {
  const { fullName, residence, phone, coApplicants, place, incomingNumber, receivedAt, ...same } = values;
  const parsed = entryFields.safeParse({
    ...same,
    applicant: { fullName, residence, ...(phone === '' ? {} : { phone }) },
    coApplicants: coApplicants
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(applicantOf),
    ...(place === '' ? {} : { place }),
    ...(incomingNumber === '' ? {} : { incomingNumber }),
    receivedAt: fromWallClock(receivedAt, timeZone),
  });
  if (parsed.success) return { ok: true, entry: parsed.data };
  return { ok: false, errors: complaintsOf(parsed.error, fieldOf, COMPLAINTS) };
}

/** «Коваль Ірина Петрівна; вул. Гоголя, 3»: names have no semicolon, addresses have commas. */
function applicantOf(line: string): { readonly fullName: string; readonly residence: string } {
  const [fullName = '', ...residence] = line.split(';');
  return { fullName: fullName.trim(), residence: residence.join(';').trim() };
}

function fieldOf({ path: [field, part] }: z.core.$ZodIssue): string {
  return String(field === 'applicant' ? part : field);
}

function valuesOf(read: (name: EntryField) => string): EntryValues {
  // Built from FIELDS, so every name is there.
  return Object.fromEntries(FIELDS.map((name) => [name, read(name)])) as Record<EntryField, string>;
}
