import type { z } from 'zod';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import type { BroadcastInput } from '../../services/broadcasts/broadcasts.js';
import { type BroadcastSchemas, TEXT_MAX, TITLE_MAX } from '../../services/broadcasts/input.js';
import { complaintsOf, type FieldErrors } from '../forms.js';
import { type ComposeValues, EMPTY_COMPOSE } from './compose-values.js';
import { fromWallClock } from './wall-clock.js';

const DEFAULT_LABEL = 'Читати на сайті';

/** The form's field that a part of the service's input comes from; a row's place follows it. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'link.url': 'linkUrl',
  'link.label': 'linkLabel',
  'buttons.url': 'buttonUrl',
  'buttons.label': 'buttonLabel',
  'audience.topics': 'topics',
  'audience.channels': 'channels',
};

const COMPLAINTS: FieldErrors = {
  kind: 'Оберіть вид зі списку.',
  title: 'Напишіть заголовок.',
  text: 'Напишіть текст.',
  linkUrl: 'Вкажіть повну адресу, наприклад https://nizhynrada.gov.ua/news.',
  topics: 'Оберіть теми зі списку.',
  channels: 'Оберіть хоча б один месенджер зі списку.',
  sendAt: 'Вкажіть день і час, наприклад 24.11.2026 10:00.',
  delivery: 'Оберіть зі списку.',
};
const ROW_COMPLAINTS: FieldErrors = {
  buttonUrl: 'Вкажіть повну адресу кнопки, наприклад https://nizhynrada.gov.ua.',
  buttonLabel: 'Напишіть, що стоятиме на кнопці.',
};

export type ComposeResult =
  | { readonly ok: true; readonly input: BroadcastInput }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Turns what was typed into what the service takes, or says field by field what is wrong. Pictures go apart. */
export function parseCompose(
  values: ComposeValues,
  schema: BroadcastSchemas['input'],
  timeZone: string,
): ComposeResult {
  const { kind, title, text, linkUrl, linkLabel, buttons } = values;
  const { topics, channels, sendAt, delivery, ignoreQuietHours } = values;
  const parsed = schema.safeParse({
    ...{ kind, title, text, buttons, ignoreQuietHours },
    link: linkUrl === '' ? null : { url: linkUrl, label: linkLabel || DEFAULT_LABEL },
    audience: {
      ...(CHANNEL_IDS.every((id) => channels.includes(id)) ? {} : { channels }),
      ...(topics.length === 0 ? {} : { topics }),
    },
    sendAt: sendAt === '' ? null : fromWallClock(sendAt, timeZone),
    delivery: delivery === '' ? undefined : delivery,
  });
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, errors: complaintsOf(parsed.error, fieldOf, wordsOf(values)) };
}

/** What was typed so far, for a look at it: what is wrong or missing yet is left out. */
export function parseUnfinished(
  values: ComposeValues,
  schema: BroadcastSchemas['input'],
  timeZone: string,
): BroadcastInput {
  const title = values.title.slice(0, TITLE_MAX);
  const text = values.text.slice(0, TEXT_MAX);
  // A look at nothing is allowed, a broadcast of nothing is not.
  const typed = { ...values, title: title || '–', text: text || '–' };
  const first = parseCompose(typed, schema, timeZone);
  const parsed = first.ok ? first : parseCompose(without(typed, first.errors), schema, timeZone);
  const { input } = parsed.ok ? parsed : atLeast(parseCompose(BLANK, schema, timeZone));
  return { ...input, title, text };
}

const BLANK: ComposeValues = { ...EMPTY_COMPOSE, title: '–', text: '–' };

function without(values: ComposeValues, errors: FieldErrors): ComposeValues {
  const wrong = Object.keys(errors);
  const empty = Object.entries(EMPTY_COMPOSE).filter(([name]) => wrong.includes(name));
  const buttons = wrong.some((name) => name.startsWith('button')) ? [] : values.buttons;
  const { linkUrl, linkLabel } = wrong.includes('linkLabel') ? EMPTY_COMPOSE : values;
  return { ...values, buttons, linkUrl, linkLabel, ...Object.fromEntries(empty) };
}

function atLeast(result: ComposeResult): Extract<ComposeResult, { ok: true }> {
  if (!result.ok) throw new Error('the empty form is refused');
  return result;
}

function wordsOf({ buttons }: ComposeValues): FieldErrors {
  const ofRows = buttons.flatMap((_button, at) =>
    Object.entries(ROW_COMPLAINTS).map(([name, words]) => [`${name}-${at}`, words]),
  );
  return { ...COMPLAINTS, ...Object.fromEntries(ofRows) };
}

/** The form's field that an issue of the service's input is about. */
function fieldOf({ path }: z.core.$ZodIssue): string {
  const names = path.filter((step) => typeof step === 'string');
  const row = path.find((step) => typeof step === 'number');
  const field = FIELD_OF[names.join('.')] ?? names[0] ?? '';
  return row === undefined || !(field in ROW_COMPLAINTS) ? field : `${field}-${row}`;
}
