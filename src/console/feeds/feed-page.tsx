import type { Context } from 'hono';
import type { FC, PropsWithChildren } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { feedUrl } from '../../services/feeds/input.js';
import type { Session } from '../../services/staff/sessions.js';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { NoticeModel } from '../components/notice.js';
import type { FieldErrors } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import type { CityDates } from '../words/dates.js';
import { EMPTY_FEED, type FeedValues, parseFeedForm } from './feed-form.js';
import { type TrialModel, trialModel } from './feed-model.js';

/** What a page about feeds answers with, beside what it always shows. */
export interface FeedAnswer {
  readonly status?: ContentfulStatusCode;
  readonly notice?: NoticeModel | undefined;
  /** What was typed and is not saved */
  readonly values?: FeedValues;
  readonly errors?: FieldErrors;
  readonly trial?: TrialModel;
}

export const UNSAVED: NoticeModel = { tone: 'bad', text: 'Не збережено. Виправте позначені поля.' };

/** What is said after a step on the page it leads to. */
export const DONE: Readonly<Record<string, string>> = {
  save: 'Збережено.',
  look: 'Стрічку переглянуто.',
  remove: 'Стрічку видалено.',
  decide: 'Рішення збережено.',
  'accept-past': 'Усе, що є у стрічці, прийнято як минуле. Нікому нічого не надіслано.',
};

interface FeedPageProps {
  readonly title: string;
  readonly session: Session;
  readonly isSandbox: boolean;
}

/** The frame of every page about feeds. */
export const FeedPage: FC<PropsWithChildren<FeedPageProps>> = ({ children, ...page }) => (
  <ConsolePage {...page} current="/feeds" isNarrow>
    {children}
  </ConsolePage>
);

/** Does the work of a form; a refusal comes back as a sentence on the same page. */
export async function attempt(
  work: () => Promise<Response>,
  answer: (refusal: FeedAnswer) => Response | Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return answer(refused(error));
  }
}

/** Looks at the address that was typed; the rest of the form need not be right yet. */
export async function tried(
  c: Context<WebEnv>,
  { feeds }: Pick<ConsoleParts, 'feeds'>,
  { url }: FeedValues,
  dates: CityDates,
): Promise<FeedAnswer> {
  const parsed = feedUrl.safeParse(url);
  if (parsed.success)
    return { trial: trialModel(await feeds.try(parsed.data, currentSession(c).actor), dates) };
  const result = parseFeedForm({ ...EMPTY_FEED, name: '–', url });
  return { status: 422, errors: result.ok ? {} : result.errors };
}
