import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type FaqCard, isStaleCard } from '../../domain/faq.js';
import { legalDate } from '../../domain/ukrainian-date.js';
import { addDays, localDay } from '../../lib/city-time.js';
import type { CountedFaqCard } from '../../services/faq/faq.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import type { Option } from '../components/field.js';
import type { NoticeModel } from '../components/notice.js';
import { type FieldErrors, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { settingsFrame } from '../settings/settings-page.js';
import { createSubmissions, submissionId } from '../submissions.js';
import { plural } from '../words/plural.js';
import { FaqCardView } from './faq-card-view.js';
import { type FaqValues, parseFaqForm, readFaqCard, typedFaqCard } from './faq-form.js';
import { FaqListView, type FaqRow } from './faq-list-view.js';

/** What the page of one card answers with, beside what it always shows. */
interface Answer {
  readonly status?: ContentfulStatusCode;
  readonly notice?: NoticeModel;
  readonly values?: FaqValues;
  readonly errors?: FieldErrors;
}

const UNSAVED: NoticeModel = { tone: 'bad', text: 'Не збережено. Виправте позначені поля.' };
const DONE: Readonly<Record<string, string>> = {
  save: 'Картку збережено.',
  remove: 'Картку видалено.',
};
const TIMES = { one: 'раз', few: 'рази', other: 'разів' };
/** A new card is to be looked at again after so long. */
const FIRST_CHECK_DAYS = 90;
/** Accounts offered as owners; a council has fewer. */
const ACCOUNTS_MAX = 500;

/** `/settings/faq`: ready answers offered before an appeal is sent. */
export function faqRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { faq } = parts;
  const submissions = createSubmissions();
  const today = () => localDay(parts.clocks.now(), parts.timeZone);

  return new Hono<WebEnv>()
    .use('*', allow('settings.write'))
    .get('/', async (c) => {
      const cards = await faq.list();
      const names = await parts.namesOf(cards.map(({ ownerId }) => ownerId));
      return c.html(
        <ConsolePage {...settingsFrame(c, parts)} title="Картки з відповідями">
          <FaqListView rows={cards.map((card) => rowOf(card, names, today()))} notice={doneNotice(c, DONE)} />
        </ConsolePage>,
      );
    })
    .get('/new', (c) => one(c, undefined, {}))
    .get('/:id', async (c) => one(c, await faq.get(c.req.param('id')), {}))
    .post('/', (c) => save(c, undefined))
    .post('/:id', async (c) => save(c, await faq.get(c.req.param('id'))))
    .post('/:id/remove', async (c) => {
      await faq.remove(c.req.param('id'), currentSession(c).actor);
      return c.redirect('/settings/faq?done=remove', 303);
    });

  async function save(c: Context<WebEnv>, before: FaqCard | undefined) {
    const { actor } = currentSession(c);
    const form = await readForm(c);
    const values = readFaqCard(form);
    const parsed = parseFaqForm(values);
    if (!parsed.ok) return one(c, before, { status: 422, values, errors: parsed.errors, notice: UNSAVED });
    try {
      const id = submissionId(c.req.path, actor, form);
      await submissions.once(id, () => faq.save(before?.id, parsed.input, actor));
      return c.redirect('/settings/faq?done=save', 303);
    } catch (error) {
      return one(c, before, { ...refused(error), values });
    }
  }

  async function one(c: Context<WebEnv>, card: FaqCard | undefined, answer: Answer) {
    const { actor, csrfToken } = currentSession(c);
    const { status = 200, notice, values, errors = {} } = answer;
    const heading = card?.title ?? 'Нова картка';
    return c.html(
      <ConsolePage {...settingsFrame(c, parts)} title={heading}>
        <FaqCardView
          heading={heading}
          action={card ? `/settings/faq/${card.id}` : '/settings/faq'}
          isSaved={card !== undefined}
          values={values ?? (card ? typedFaqCard(card) : emptyCard(actor.id))}
          errors={errors}
          owners={await owners()}
          secrets={{ csrfToken, requestId: parts.randomId() }}
          notice={notice}
        />
      </ConsolePage>,
      status,
    );
  }

  function emptyCard(ownerId: string): FaqValues {
    return { title: '', text: '', stems: '', ownerId, checkBy: addDays(today(), FIRST_CHECK_DAYS) };
  }

  async function owners(): Promise<readonly Option[]> {
    const { items } = await parts.staff.accounts.list({ limit: ACCOUNTS_MAX });
    return items.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
  }
}

function rowOf(card: CountedFaqCard, names: ReadonlyMap<string, string>, today: string): FaqRow {
  const { id, title, text, ownerId, checkBy, counts } = card;
  return {
    href: `/settings/faq/${id}`,
    title,
    text,
    details: `Відповідає ${names.get(ownerId) ?? 'працівник, якого вже немає'} · перевірити до ${legalDate(checkBy)}`,
    counts: `Допомогло: ${plural(counts.helped, TIMES)}. Усе одно подали: ${plural(counts.submitted, TIMES)}.`,
    isStale: isStaleCard(card, today),
  };
}
