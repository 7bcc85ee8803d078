import type { z } from 'zod';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import type { BroadcastInput, BroadcastView } from '../../services/broadcasts/broadcasts.js';
import type { BroadcastSchemas } from '../../services/broadcasts/input.js';
import { complaintsOf, type FieldErrors, formText, list } from '../forms.js';
import { fromWallClock, toWallClock } from './wall-clock.js';

/** What the form holds, as typed. */
export interface ComposeValues {
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly linkUrl: string;
  readonly linkLabel: string;
  readonly pictureUrl: string;
  readonly pictureAlt: string;
  readonly topics: readonly string[];
  readonly channels: readonly string[];
  /** `YYYY-MM-DDTHH:MM` by the city's clock; '' for at once */
  readonly sendAt: string;
  readonly delivery: string;
  readonly ignoreQuietHours: boolean;
}

type Field = keyof ComposeValues;

export const EMPTY_COMPOSE: ComposeValues = {
  kind: 'news',
  title: '',
  text: '',
  linkUrl: '',
  linkLabel: '',
  pictureUrl: '',
  pictureAlt: '',
  topics: [],
  channels: CHANNEL_IDS,
  sendAt: '',
  delivery: '',
  ignoreQuietHours: false,
};

const DEFAULT_LABEL = 'Читати на сайті';

/** The form's field that a part of the service's input comes from. */
const FIELD_OF: Readonly<Record<string, Field>> = {
  'link.url': 'linkUrl',
  'link.label': 'linkLabel',
  'media.url': 'pictureUrl',
  'media.alt': 'pictureAlt',
  'audience.topics': 'topics',
  'audience.channels': 'channels',
};

const COMPLAINTS: Readonly<Partial<Record<Field, string>>> = {
  kind: 'Оберіть вид зі списку.',
  title: 'Напишіть заголовок.',
  text: 'Напишіть текст.',
  linkUrl: 'Вкажіть повну адресу, наприклад https://nizhynrada.gov.ua/news.',
  pictureUrl: 'Вкажіть повну адресу картинки, що починається з https://.',
  topics: 'Оберіть теми зі списку.',
  channels: 'Оберіть хоча б один месенджер зі списку.',
  sendAt: 'Вкажіть день і час, наприклад 24.11.2026 10:00.',
  delivery: 'Оберіть зі списку.',
};

export type ComposeResult =
  | { readonly ok: true; readonly input: BroadcastInput }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Reads what was typed, whatever it is. */
export function readCompose(form: FormData): ComposeValues {
  const text = (name: Field): string => formText(form, name);
  return {
    kind: text('kind'),
    title: text('title'),
    text: text('text'),
    linkUrl: text('linkUrl'),
    linkLabel: text('linkLabel'),
    pictureUrl: text('pictureUrl'),
    pictureAlt: text('pictureAlt'),
    topics: list(form, 'topics'),
    channels: list(form, 'channels'),
    sendAt: text('sendAt'),
    delivery: text('delivery'),
    ignoreQuietHours: form.has('ignoreQuietHours'),
  };
}

/** Turns what was typed into what the service takes, or says field by field what is wrong. */
export function parseCompose(
  values: ComposeValues,
  schema: BroadcastSchemas['input'],
  timeZone: string,
): ComposeResult {
  const { kind, title, text, linkUrl, linkLabel, pictureUrl, pictureAlt } = values;
  const { topics, channels, sendAt, delivery, ignoreQuietHours } = values;
  const parsed = schema.safeParse({
    ...{ kind, title, text, ignoreQuietHours },
    link: linkUrl === '' ? null : { url: linkUrl, label: linkLabel || DEFAULT_LABEL },
    media: pictureUrl === '' ? [] : [{ url: pictureUrl, alt: pictureAlt }],
    audience: {
      ...(CHANNEL_IDS.every((id) => channels.includes(id)) ? {} : { channels }),
      ...(topics.length === 0 ? {} : { topics }),
    },
    sendAt: sendAt === '' ? null : fromWallClock(sendAt, timeZone),
    delivery: delivery === '' ? undefined : delivery,
  });
  const silentPicture: FieldErrors =
    pictureUrl !== '' && pictureAlt === ''
      ? { pictureAlt: 'Опишіть картинку словами: її чутимуть ті, хто не бачить.' }
      : {};
  const errors = {
    ...silentPicture,
    ...(parsed.success ? {} : complaintsOf(parsed.error, fieldOf, COMPLAINTS)),
  };
  return parsed.success && Object.keys(errors).length === 0
    ? { ok: true, input: parsed.data }
    : { ok: false, errors };
}

/** A draft as the form shows it. Its picture is kept unless another address is given. */
export function composeValuesOf(broadcast: BroadcastView, timeZone: string): ComposeValues {
  const { kind, title, text, link, audience, sendAt, delivery, ignoreQuietHours } = broadcast;
  return {
    ...EMPTY_COMPOSE,
    ...{ kind, title, text, delivery, ignoreQuietHours },
    linkUrl: link?.url ?? '',
    linkLabel: link?.label ?? '',
    topics: audience.topics ?? [],
    channels: audience.channels ?? CHANNEL_IDS,
    sendAt: sendAt === undefined ? '' : toWallClock(sendAt, timeZone),
  };
}

/** The form's field that an issue of the service's input is about. */
function fieldOf({ path }: z.core.$ZodIssue): string {
  const names = path.filter((step) => typeof step === 'string');
  return FIELD_OF[names.join('.')] ?? names[0] ?? '';
}
