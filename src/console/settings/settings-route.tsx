import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { NoticeModel } from '../components/notice.js';
import { readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { refused } from '../refused.js';
import { monthWords } from '../words/price-words.js';
import { parseSettings, SETTINGS_SECTIONS, type SettingsSection, typedSettings } from './settings-form.js';
import type { SectionModel } from './settings-section.js';
import { SettingsView } from './settings-view.js';

/** Colleagues to choose the substitute from; a council has fewer. */
const COLLEAGUES_MAX = 200;

interface Answer {
  readonly status: ContentfulStatusCode;
  readonly notice?: NoticeModel | undefined;
  /** The form that could not be saved */
  readonly unsaved?: Partial<Record<SettingsSection, SectionModel>>;
}

/** `/settings`: what the council decides for itself, for its head and administrators. */
export function settingsRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { settings, staff } = parts;

  async function answer(c: Context<WebEnv>, { status, notice, unsaved }: Answer) {
    const session = currentSession(c);
    const day = c.req.query('names');
    const [values, { items: accounts }, viberMonth] = await Promise.all([
      settings.get(),
      staff.accounts.list({ limit: COLLEAGUES_MAX }),
      parts.viberPrice.month(),
    ]);
    const saved: SectionModel = { typed: typedSettings(values, isDay(day) ? day : undefined), errors: {} };
    return c.html(
      <ConsolePage
        title="Налаштування"
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/settings"
        isNarrow
      >
        <SettingsView
          sections={{
            organisation: saved,
            broadcasts: saved,
            lateness: saved,
            viber: saved,
            greetings: saved,
            report: saved,
            ...unsaved,
          }}
          colleagues={accounts
            .filter(({ active }) => active)
            .map(({ id, name }) => ({ value: id, label: name }))}
          viberMonth={viberMonth && monthWords(viberMonth)}
          secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
          notice={notice}
        />
      </ConsolePage>,
      status,
    );
  }

  async function save(c: Context<WebEnv>, section: SettingsSection) {
    const typed = await readForm(c);
    const parsed = parseSettings(section, typed, await settings.get());
    if (!parsed.ok) {
      const notice = { tone: 'bad', text: 'Не збережено. Виправте позначені поля.' } as const;
      return answer(c, { status: 422, notice, unsaved: { [section]: { typed, errors: parsed.errors } } });
    }
    try {
      await settings.change(parsed.input, currentSession(c).actor);
      return c.redirect('/settings?done=save', 303);
    } catch (error) {
      return answer(c, { ...refused(error), unsaved: { [section]: { typed, errors: {} } } });
    }
  }

  const app = new Hono<WebEnv>().use('*', allow('settings.write')).get('/', (c) =>
    answer(c, {
      status: 200,
      notice: c.req.query('done') === 'save' ? { tone: 'ok', text: 'Налаштування збережено.' } : undefined,
    }),
  );
  for (const section of SETTINGS_SECTIONS) app.post(`/${section}`, (c) => save(c, section));
  return app;
}

/** A day of the address: which edition of the report's names to show. */
function isDay(text: string | undefined): text is string {
  return /^\d{4}-\d\d-\d\d$/.test(text ?? '');
}
