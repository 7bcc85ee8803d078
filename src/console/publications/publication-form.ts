import type { z } from 'zod';
import type { Publication, PublicationKind } from '../../domain/publication.js';
import { TOPIC_OF_KIND } from '../../services/publications/csv/words.js';
import { publicationSchemas } from '../../services/publications/input.js';
import type { PublicationInput } from '../../services/publications/publications.js';
import { fromWallClock, toWallClock } from '../broadcasts/wall-clock.js';
import { complaintsOf, type FieldErrors, formText } from '../forms.js';

/** Fields of the form, by their names; those of the act and the event after a dot. */
export const FORM_FIELDS = [
  'kind',
  'topic',
  'title',
  'text',
  'url',
  'publishedAt',
  'preparedBy',
  'credit',
  'act.issuer',
  'act.stage',
  'act.number',
  'act.date',
  'act.discussionUntil',
  'event.kind',
  'event.departmentId',
  'event.name',
  'event.nameLocative',
  'event.inReport',
  'event.reportOrder',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** What the form holds, as typed; '' for nothing. */
export type PublicationValues = Readonly<Record<FormField, string>>;

const COMPLAINTS: Readonly<Partial<Record<FormField, string>>> = {
  kind: 'Оберіть вид зі списку.',
  topic: 'Оберіть тему зі списку.',
  title: 'Напишіть назву.',
  url: 'Вкажіть повну адресу, наприклад https://nizhynrada.gov.ua/news.',
  publishedAt: 'Вкажіть день і час, наприклад 24.11.2026 10:00.',
  'act.issuer': 'Оберіть, хто видав акт.',
  'act.stage': 'Оберіть стадію.',
  'act.number': 'Впишіть номер.',
  'act.date': 'Вкажіть день.',
  'act.discussionUntil': 'Вкажіть день.',
  'event.name': 'Впишіть назву заходу.',
  'event.reportOrder': 'Впишіть число від 1.',
};

export type PublicationFormResult =
  | { readonly ok: true; readonly input: PublicationInput }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Reads what was typed, whatever it is. */
export function readPublication(form: FormData): PublicationValues {
  const values = Object.fromEntries(FORM_FIELDS.map((name) => [name, formText(form, name)]));
  return values as Record<FormField, string>; // built from FORM_FIELDS, so every name is there
}

/** Turns what was typed into what the service takes, or says field by field what is wrong. */
export function parsePublication(values: PublicationValues, timeZone: string): PublicationFormResult {
  const publishedAt = values.publishedAt && fromWallClock(values.publishedAt, timeZone);
  const { 'event.inReport': inReport, 'event.reportOrder': order } = values;
  const event = {
    ...given(values, 'event'),
    inReport: inReport !== '',
    ...(order === '' ? {} : { reportOrder: Number(order) }),
  };
  const parsed = publicationSchemas(false).input.safeParse({
    topic: TOPIC_OF_KIND[values.kind as PublicationKind] ?? 'news', // another text is no key of it
    ...given(values, undefined),
    text: values.text,
    ...(publishedAt === '' ? {} : { publishedAt }),
    ...(values.kind === 'act' ? { act: given(values, 'act') } : {}),
    ...(values['event.kind'] === '' ? {} : { event }),
  });
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, errors: complaintsOf(parsed.error, fieldOf, COMPLAINTS) };
}

/** The same as a change: what the form left empty is taken away. Photos and hand-overs have forms of their own. */
export function toChanges(input: PublicationInput): Partial<PublicationInput> {
  const { photos: _photos, handOvers: _handOvers, holidayIds: _holidayIds, ...fields } = input;
  const { url, publishedAt, preparedBy, credit, act, event } = input;
  return { ...fields, url, publishedAt, preparedBy, credit, act, event };
}

/** A publication as the form shows it. */
export function publicationValuesOf(publication: Publication, timeZone: string): PublicationValues {
  const { kind, topic, title, text, url, publishedAt, preparedBy, credit, act, event } = publication;
  return {
    ...{ kind, topic, title, text },
    url: url ?? '',
    publishedAt: publishedAt ? toWallClock(publishedAt, timeZone) : '',
    preparedBy: preparedBy ?? '',
    credit: credit ?? '',
    'act.issuer': act?.issuer ?? '',
    'act.stage': act?.stage ?? '',
    'act.number': act?.number ?? '',
    'act.date': act?.date ?? '',
    'act.discussionUntil': act?.discussionUntil ?? '',
    'event.kind': event?.kind ?? '',
    'event.departmentId': event?.departmentId ?? '',
    'event.name': event?.name ?? '',
    'event.nameLocative': event?.nameLocative ?? '',
    'event.inReport': event?.inReport ? 'yes' : '',
    'event.reportOrder': event?.reportOrder?.toString() ?? '',
  };
}

/** A new one, prepared by whoever opens the form. */
export function emptyPublication(preparedBy: string): PublicationValues {
  const empty = Object.fromEntries(FORM_FIELDS.map((name) => [name, '']));
  // Built from FORM_FIELDS, so every name is there.
  return { ...(empty as Record<FormField, string>), kind: 'news', preparedBy };
}

/** What was typed into the fields of one part; the rest is left out. */
function given(values: PublicationValues, part: 'act' | 'event' | undefined): Record<string, string> {
  const names = FORM_FIELDS.filter(
    (name) => (part === undefined ? !name.includes('.') : name.startsWith(`${part}.`)) && values[name] !== '',
  );
  return Object.fromEntries(names.map((name) => [name.slice(name.indexOf('.') + 1), values[name]]));
}

function fieldOf({ path }: z.core.$ZodIssue): string {
  return path.filter((step) => typeof step === 'string').join('.');
}
