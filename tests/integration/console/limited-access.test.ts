import { describe, expect, it } from 'vitest';
import { registerRows } from '../../../src/console/appeals/queue/register-table.js';
import { createCityDates } from '../../../src/console/words/dates.js';
import { anAppeal, NOW, pageOf } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { open, submit } from '../../support/console/request-as.js';

const APPEAL = `/appeals/${encodeURIComponent('Н-2026-000123')}`;
const LIMITED = { accessLimit: { signs: ['приліт', 'обстріл'], by: 'system', at: NOW } };

function world(...given: Parameters<typeof fakeAppeals>) {
  const appeals = fakeAppeals(...given);
  return { appeals, ...consoleApp({ appeals }) };
}

describe('limited access on the page', () => {
  it('says why, and a moderator takes it back', async () => {
    const { app, appeals } = world([anAppeal(LIMITED)]);
    const { html } = await open(app, APPEAL, 'moderator');
    expect(html).toContain('Може містити воєнно чутливі відомості: за словами: приліт, обстріл.');
    expect(html).toContain('Вісник,');
    expect((await submit(app, `${APPEAL}/open-access`, {}, 'moderator')).location).toBe(
      `${APPEAL}?done=open-access`,
    );
    expect(appeals.journal).toEqual(['moderator opens Н-2026-000123']);
  });

  it('is a moderator’s to give, with a reason', async () => {
    const { app, appeals } = world([anAppeal()]);
    await submit(app, `${APPEAL}/limit-access`, { limitReason: 'видно позиції' }, 'moderator');
    expect(appeals.journal).toEqual(['moderator limits «видно позиції» Н-2026-000123']);
    expect((await submit(app, `${APPEAL}/limit-access`, { limitReason: 'x' }, 'viewer')).status).toBe(403);
  });

  it('leaves words and place out of tables', async () => {
    async function* pages() {
      yield pageOf(anAppeal(LIMITED));
    }
    const rows = [];
    for await (const row of registerRows(
      pages(),
      createCityDates('Europe/Kyiv', () => NOW),
    ))
      rows.push(row.join('|'));
    expect(rows.join()).toContain('Обмежений доступ');
    expect(rows.join()).not.toMatch(/ліхтар|вул\. Шевченка, 12\|/);
  });
});
