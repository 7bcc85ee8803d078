import { describe, expect, it } from 'vitest';
import { anAppeal } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { open, submit } from '../../support/console/request-as.js';

const NUMBER = 'Н-2026-000123';
const APPEAL = `/appeals/${encodeURIComponent(NUMBER)}`;

function world(...given: Parameters<typeof fakeAppeals>) {
  const appeals = fakeAppeals(...given);
  return { appeals, ...consoleApp({ appeals }) };
}

const suspected = () => anAppeal({ status: 'received', quarantine: 'easy-job' });

describe('quarantine in the console', () => {
  it('has a tab of its own that says why', async () => {
    const { app } = world([suspected(), anAppeal({ number: 'Н-2026-000124' })]);
    const { html } = await open(app, '/appeals?view=quarantine', 'moderator');
    expect(html).toContain('Карантин: текст схожий на оголошення про «легкий заробіток»');
    expect(html).not.toContain('Н-2026-000124');
  });

  it('asks one question before anything else can be done', async () => {
    const { app } = world([suspected()]);
    const { html } = await open(app, APPEAL, 'moderator');
    expect(html).toContain('Це звернення');
    expect(html).toContain('Це спам');
    expect(html).not.toContain('Відповідь заявнику');
    expect(html).not.toContain('Взяти в роботу');
    expect((await open(app, APPEAL, 'viewer')).html).not.toContain('Це спам');
  });

  it.each([
    ['release', `moderator releases ${NUMBER}`],
    ['spam', `moderator marks spam ${NUMBER}`],
  ] as const)('%s is done by those who work with appeals', async (action, journal) => {
    const { app, appeals } = world([suspected()]);
    const sent = await submit(app, `${APPEAL}/${action}`, {}, 'moderator');
    expect([sent.status, sent.location]).toEqual([303, `${APPEAL}?done=${action}`]);
    expect((await submit(app, `${APPEAL}/${action}`, {}, 'viewer')).status).toBe(403);
    expect(appeals.journal).toEqual([journal]);
  });

  it('blocks a sender with a reason, shows it and takes it back', async () => {
    const { app, appeals } = world([anAppeal()]);
    const without = await submit(app, `${APPEAL}/block`, { blockDays: '30' }, 'moderator');
    expect(without.status).toBe(422);
    await submit(app, `${APPEAL}/block`, { blockReason: 'Погрози', blockDays: '30' }, 'moderator');
    const { html } = await open(app, APPEAL, 'moderator');
    expect(html).toContain('До 23 грудня 2026 року. Причина: Погрози');
    await submit(app, `${APPEAL}/unblock`, {}, 'moderator');
    expect((await open(app, APPEAL, 'moderator')).html).not.toContain('Причина: Погрози');
    expect(appeals.journal).toEqual([
      `moderator blocks for 30 days «Погрози» ${NUMBER}`,
      `moderator unblocks ${NUMBER}`,
    ]);
  });
});
