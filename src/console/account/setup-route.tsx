import { type Context, Hono } from 'hono';
import { Refusal } from '../../domain/refusal.js';
import type { WebEnv } from '../../web/env.js';
import { REFUSAL_STATUSES } from '../../web/error-page.js';
import { currentSession } from '../../web/session-cookie.js';
import { formText, readForm } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { createAccountPage, ownerOf } from './account-page.js';
import { SetupView } from './setup-view.js';

/** `/account/second-factor`: switching one's second factor on. */
export function setupRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { ownAccount, secondFactor } = parts.staff;
  const { page, secretsOf, showCodes } = createAccountPage(parts);

  async function answerSetup(c: Context<WebEnv>, sealed?: string, refusal?: Refusal) {
    const { actor } = currentSession(c);
    const isOld = refusal?.code === 'second-factor.offer';
    const view = (
      <SetupView
        offer={await secondFactor.offer(actor.id, isOld ? undefined : sealed)}
        secrets={secretsOf(c)}
        asksPassword={await ownAccount.hasPassword(actor.id)}
        refusal={refusal}
      />
    );
    return page(c, 'Увімкнути другий фактор', view, refusal ? REFUSAL_STATUSES[refusal.kind] : 200);
  }

  return new Hono<WebEnv>()
    .get('/second-factor', async (c) =>
      (await secondFactor.of(currentSession(c).actor.id)) ? c.redirect('/account') : answerSetup(c),
    )
    .post('/second-factor', async (c) => {
      const form = await readForm(c);
      const offer = formText(form, 'offer');
      const password = String(form.get('password') ?? '');
      try {
        const typed = { password, offer, code: formText(form, 'code') };
        return showCodes(c, await ownAccount.enableSecondFactor(ownerOf(c), typed));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return answerSetup(c, offer, error);
      }
    });
}
