import type { FeedSettings } from '../../domain/feed.js';
import { INTERVAL_MINUTES } from '../../domain/feed.js';
import { feedInput } from '../../services/feeds/input.js';
import { complaintsOf, type FieldErrors, formText } from '../forms.js';

/** What the form of a feed holds, as typed. */
export type FeedValues = Readonly<Record<keyof FeedSettings, string>>;

export const EMPTY_FEED: FeedValues = {
  name: '',
  url: '',
  kind: 'news',
  topic: 'news',
  mode: 'draft',
  intervalMinutes: String(INTERVAL_MINUTES.usual),
};

/** In the sandbox the form is filled with the site that comes with it. @param origin of this service */
export function demonstrationFeed(origin: string): FeedValues {
  return { ...EMPTY_FEED, name: 'Демонстраційний сайт', url: `${origin}/sandbox/site.rss` };
}

const COMPLAINTS: FieldErrors = {
  name: 'Дайте стрічці назву.',
  url: 'Вкажіть адресу стрічки, наприклад https://rada.gov.ua/rss.xml.',
  kind: 'Оберіть зі списку.',
  topic: 'Оберіть зі списку.',
  mode: 'Оберіть, що робити з новим.',
  intervalMinutes: `Вкажіть хвилини, від ${INTERVAL_MINUTES.min} до ${INTERVAL_MINUTES.max} (доба).`,
};

export function readFeed(form: FormData): FeedValues {
  return {
    name: formText(form, 'name'),
    url: formText(form, 'url'),
    kind: formText(form, 'kind'),
    topic: formText(form, 'topic'),
    mode: formText(form, 'mode'),
    intervalMinutes: formText(form, 'intervalMinutes'),
  };
}

/** The settings as they stand, for the form. */
export function typedFeed({ name, url, kind, topic, mode, intervalMinutes }: FeedSettings): FeedValues {
  return { name, url, kind, topic, mode, intervalMinutes: String(intervalMinutes) };
}

export type FeedResult =
  | { readonly ok: true; readonly input: FeedSettings }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Turns what was typed into what the service takes, or says field by field what is wrong. */
export function parseFeedForm(values: FeedValues): FeedResult {
  const parsed = feedInput.safeParse({ ...values, intervalMinutes: Number(values.intervalMinutes) });
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, errors: complaintsOf(parsed.error, ({ path }) => String(path[0]), COMPLAINTS) };
}
