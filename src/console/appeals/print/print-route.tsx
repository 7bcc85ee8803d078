import type { Context } from 'hono';
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { WebEnv } from '../../../web/env.js';
import { currentSession } from '../../../web/session-cookie.js';
import { ConsolePage } from '../../components/console-page.js';
import type { ConsoleParts } from '../../parts.js';
import { createCityDates } from '../../words/dates.js';
import { type AppealModel, appealModel, rulesOf } from '../appeal-model.js';
import { PrintedAppeal } from './printed-appeal.js';
import { RegistrationCard } from './registration-card.js';

interface PaperProps {
  readonly appeal: AppealModel;
  readonly council: string;
}

/** `/appeals/{number}/print` and `…/registration-card`: pages for paper, which any browser saves as PDF. */
export function printRoute(parts: ConsoleParts): Hono<WebEnv> {
  async function paper(c: Context<WebEnv, '/:number/print'>, title: string, Paper: FC<PaperProps>) {
    const session = currentSession(c);
    const number = c.req.param('number');
    const dates = createCityDates(parts.timeZone, parts.clocks.now);
    const [page, departments, settings] = await Promise.all([
      parts.appeals.get(number, session.actor),
      parts.appeals.departments(),
      parts.settings.get(),
    ]);
    const alone = { ofCitizen: [], joined: [] };
    const appeal = appealModel(page, departments, alone, undefined, rulesOf(settings, parts.timeZone), dates);
    return c.html(
      <ConsolePage
        styles={['appeal.css', 'appeal-print.css']}
        scripts={['print-button.js']}
        title={`${title} ${number}`}
        session={session}
        isSandbox={parts.sandbox !== undefined}
        current="/appeals"
        isNarrow
      >
        <p class="no-print row">
          <a href={appeal.href}>До звернення</a>
          <button class="button button-secondary" type="button" data-print hidden>
            Друкувати або зберегти як PDF
          </button>
        </p>
        <Paper appeal={appeal} council={settings.organisation.councilName} />
      </ConsolePage>,
    );
  }

  return new Hono<WebEnv>()
    .get('/:number/print', (c) => paper(c, 'Звернення', PrintedAppeal))
    .get('/:number/registration-card', (c) => paper(c, 'Реєстраційно-контрольна картка', RegistrationCard));
}
