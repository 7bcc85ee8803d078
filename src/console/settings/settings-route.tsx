import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { can } from '../../domain/role.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import { doneNotice } from '../components/done-notice.js';
import type { NoticeModel } from '../components/notice.js';
import { readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { type CityDates, createCityDates } from '../words/dates.js';
import { monthWords } from '../words/price-words.js';
import { OVERVIEW, type OverviewItem } from './overview.js';
import { OverviewView } from './overview-view.js';
import type { RetentionBackground } from './retention-fields.js';
import { parseSettings, SETTINGS_SECTIONS, type SettingsSection, typedSettings } from './settings-form.js';
import { settingsFrame } from './settings-page.js';
import type { SectionModel } from './settings-section.js';
import { SettingsView } from './settings-view.js';

/** Colleagues to choose the substitute from; a council has fewer. */
const COLLEAGUES_MAX = 200;
/** Latest receipts of erasures. */
const ERASURES_SHOWN = 20;

interface Answer {
  readonly status: ContentfulStatusCode;
  readonly notice?: NoticeModel | undefined;
  /** What was sent and cannot be saved */
  readonly unsaved?: SectionModel;
}

/** `/settings`: what the council decides for itself, for its head and administrators; a page for each section. */
export function settingsRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { settings, staff } = parts;
  const dates = createCityDates(parts.timeZone, parts.clocks.now);

  const app = new Hono<WebEnv>().use('*', allow('settings.write')).get('/', (c) => {
    const { actor } = currentSession(c);
    const isOpen = ({ permission }: OverviewItem) => permission === undefined || can(actor, permission);
    const groups = OVERVIEW.map(({ heading, items }) => ({ heading, items: items.filter(isOpen) }));
    return c.html(
      <ConsolePage {...settingsFrame(c, parts)} title="Налаштування">
        <OverviewView groups={groups} />
      </ConsolePage>,
    );
  });
  for (const section of SETTINGS_SECTIONS)
    app.get(`/${section}`, (c) => show(c, section)).post((c) => save(c, section));
  return app;

  function show(c: Context<WebEnv>, section: SettingsSection) {
    return answer(c, section, { status: 200, notice: doneNotice(c, { save: 'Налаштування збережено.' }) });
  }

  async function save(c: Context<WebEnv>, section: SettingsSection) {
    const typed = await readForm(c);
    const parsed = parseSettings(section, typed, await settings.get());
    if (!parsed.ok) {
      const notice = { tone: 'bad', text: 'Не збережено. Виправте позначені поля.' } as const;
      return answer(c, section, { status: 422, notice, unsaved: { typed, errors: parsed.errors } });
    }
    try {
      await settings.change(parsed.input, currentSession(c).actor);
      return c.redirect(`/settings/${section}?done=save`, 303);
    } catch (error) {
      return answer(c, section, { ...refused(error), unsaved: { typed, errors: {} } });
    }
  }

  async function answer(c: Context<WebEnv>, section: SettingsSection, { status, notice, unsaved }: Answer) {
    const day = c.req.query('names');
    const [values, { items: accounts }, viberMonth, units] = await Promise.all([
      settings.get(),
      staff.accounts.list({ limit: COLLEAGUES_MAX }),
      parts.viberPrice.month(),
      parts.appeals.departments(),
    ]);
    const title = titleOf(section);
    const departments = units.map(({ id, name }) => ({ value: id, label: name }));
    const colleagues = accounts
      .filter(({ active }) => active)
      .map(({ id, name }) => ({ value: id, label: name }));
    return c.html(
      <ConsolePage {...settingsFrame(c, parts)} title={title}>
        <SettingsView
          name={section}
          title={title}
          section={unsaved ?? { typed: typedSettings(values, isDay(day) ? day : undefined), errors: {} }}
          background={{
            colleagues,
            departments,
            viberMonth: viberMonth && monthWords(viberMonth),
            retention: section === 'retention' ? await readRetention(parts, dates) : undefined,
          }}
          secrets={{ csrfToken: currentSession(c).csrfToken, requestId: parts.randomId() }}
          notice={notice}
        />
      </ConsolePage>,
      status,
    );
  }
}

function titleOf(section: SettingsSection): string {
  const items = OVERVIEW.flatMap((group) => group.items);
  return items.find(({ href }) => href === `/settings/${section}`)?.label ?? 'Налаштування';
}

/** What goes next, and who has asked to be erased. */
async function readRetention(
  { retention, erasures }: ConsoleParts,
  dates: CityDates,
): Promise<RetentionBackground> {
  const [forecast, latest] = await Promise.all([retention.forecast(), erasures.latest(ERASURES_SHOWN)]);
  const shown = latest.map(({ number, at, kept }) => ({ number, at: dates.moment(at), kept: kept.length }));
  return { forecast, erasures: shown };
}

/** A day of the address: which edition of the report's names to show. */
function isDay(text: string | undefined): text is string {
  return /^\d{4}-\d\d-\d\d$/.test(text ?? '');
}
