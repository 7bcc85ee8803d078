import { z } from 'zod';
import { BROADCAST_KINDS } from '../../domain/broadcast.js';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { TOPICS } from '../../domain/topic.js';
import type { BroadcastInput, BroadcastView } from '../../services/broadcasts/broadcasts.js';
import { type FieldErrors, fieldErrors, formText, httpsUrl, httpUrl, list } from '../forms.js';

/** Longest text in characters: what one Viber message holds. */
export const TEXT_LIMIT = 7_000;
export const TITLE_LIMIT = 200;
export const LABEL_LIMIT = 32;
export const ALT_LIMIT = 300;

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
  readonly delivery: string;
  readonly ignoreQuietHours: boolean;
}

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
  delivery: '',
  ignoreQuietHours: false,
};

const required = (message: string, limit: number) =>
  z.string().trim().min(1, message).max(limit, `Не більше ніж ${limit} знаків.`);

const schema = z
  .object({
    kind: z.enum(BROADCAST_KINDS, 'Оберіть вид зі списку.'),
    title: required('Напишіть заголовок.', TITLE_LIMIT),
    text: required('Напишіть текст.', TEXT_LIMIT),
    linkUrl: httpUrl,
    linkLabel: z.string().trim().max(LABEL_LIMIT, `Не більше ніж ${LABEL_LIMIT} знаки.`),
    pictureUrl: httpsUrl,
    pictureAlt: z.string().trim().max(ALT_LIMIT, `Не більше ніж ${ALT_LIMIT} знаків.`),
    topics: z.array(z.enum(TOPICS, 'Оберіть теми зі списку.')),
    channels: z
      .array(z.enum(CHANNEL_IDS, 'Оберіть месенджер зі списку.'))
      .min(1, 'Оберіть хоча б один месенджер.'),
    delivery: z.enum(['', 'instant', 'digest'], 'Оберіть зі списку.'),
    ignoreQuietHours: z.boolean(),
  })
  .refine(({ pictureUrl, pictureAlt }) => pictureUrl === '' || pictureAlt !== '', {
    path: ['pictureAlt'],
    message: 'Опишіть картинку словами: її чутимуть ті, хто не бачить.',
  });

export type ComposeResult =
  | { readonly ok: true; readonly input: BroadcastInput }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Reads what was typed, whatever it is. */
export function readCompose(form: FormData): ComposeValues {
  const text = (name: string): string => formText(form, name);
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
    delivery: text('delivery'),
    ignoreQuietHours: form.has('ignoreQuietHours'),
  };
}

/** Turns what was typed into what the service takes, or says field by field what is wrong. */
export function parseCompose(values: ComposeValues): ComposeResult {
  const parsed = schema.safeParse(values);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { linkUrl, linkLabel, pictureUrl, pictureAlt, topics, channels, delivery, ...rest } = parsed.data;
  return {
    ok: true,
    input: {
      ...rest,
      link: linkUrl === '' ? undefined : { url: linkUrl, label: linkLabel || 'Читати на сайті' },
      media: pictureUrl === '' ? [] : [{ url: pictureUrl, alt: pictureAlt }],
      buttons: [],
      audience: {
        channels: channels.length === CHANNEL_IDS.length ? undefined : channels,
        topics: topics.length === 0 ? undefined : topics,
      },
      sendAt: undefined,
      delivery: delivery === '' ? undefined : delivery,
    },
  };
}

/** A draft as the form shows it. Its picture is kept unless another address is given. */
export function composeValuesOf(broadcast: BroadcastView): ComposeValues {
  const { kind, title, text, link, audience, delivery, ignoreQuietHours } = broadcast;
  return {
    ...EMPTY_COMPOSE,
    ...{ kind, title, text, delivery, ignoreQuietHours },
    linkUrl: link?.url ?? '',
    linkLabel: link?.label ?? '',
    topics: audience.topics ?? [],
    channels: audience.channels ?? CHANNEL_IDS,
  };
}
