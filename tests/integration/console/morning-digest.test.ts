import { describe, expect, it } from 'vitest';
import { anAppeal } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { aMorningDigest, fakeMorningDigests } from '../../support/console/fake-morning-digests.js';
import { open } from '../../support/console/request-as.js';

const DAY = '/today/digest/2026-11-23';
const LIMIT = { signs: ['ППО'], at: new Date(0), by: 'system' };
const ESCALATION = { stage: 'overdue', at: new Date(0), to: ['administrator'] } as const;

/** 120 overdue ones, of which the first is shown here. */
function aMorning() {
  const overdue = { count: 100, numbers: ['Н-2026-000123', 'Н-2026-000009'] };
  const escalated = { count: 1, numbers: ['Н-2026-000123'] };
  const { parts } = aMorningDigest();
  return consoleApp({
    appeals: fakeAppeals([anAppeal({ subject: '<b>Ліхтар</b>', escalation: ESCALATION })]),
    morningDigests: fakeMorningDigests([aMorningDigest({ parts: { ...parts, overdue, escalated } })]),
  }).app;
}

describe('a morning’s digest', () => {
  it('is opened by its day, the newest by itself', async () => {
    const newest = await open(aMorning(), '/today/digest', 'administrator');
    expect(newest.html).toContain('Ранковий огляд черги, 23 листопада 2026 року');
    const { status, html } = await open(aMorning(), DAY, 'administrator');
    expect(status).toBe(200);
    expect(html).toContain('Ранковий огляд черги, 23 листопада 2026 року');
    expect(html).toContain(
      'Нагадування про строки – 1; прострочено – 100 або більше; нікому не призначено – 1.',
    );
    expect(html).toContain('Н-2026-000123 · строк минув · строк до 21 грудня · зареєстровано');
    expect(html).toContain('і ще щонайменше 98');
    expect(html).toContain('Ви заміщуєте: Олена Коваль (до 4 грудня).');
    expect(html).toContain('Просять зателефонувати: 2 мешканці.');
  });

  it('is nobody else’s', async () => {
    expect((await open(aMorning(), DAY, 'moderator')).status).toBe(404);
    expect((await open(aMorning(), `${DAY}/email`, 'head')).status).toBe(404);
    const { html } = await open(aMorning(), '/today/digest', 'moderator');
    expect(html).toContain('кожного робочого дня після 08:00');
  });

  it('is a letter that needs nothing from anywhere, with whole addresses and escaped words', async () => {
    const { html, headers } = await open(aMorning(), `${DAY}/email`, 'administrator');
    expect(html).toContain('<!doctype html>');
    expect(html).not.toMatch(/<script|<link|<img|src=/);
    expect(html).toMatch(/href="http:\/\/localhost\/appeals\/%D0%9D-2026-000123"/);
    expect(html).toContain('&lt;b&gt;Ліхтар&lt;/b&gt;');
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^http/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'unsafe-inline'");
  });

  it('tells no word of an appeal of limited access', async () => {
    const appeals = fakeAppeals([anAppeal({ subject: 'Де стоїть ППО', accessLimit: LIMIT })]);
    const morningDigests = fakeMorningDigests([aMorningDigest()]);
    const { app } = consoleApp({ appeals, morningDigests });
    for (const path of [DAY, `${DAY}/email`]) {
      const { html } = await open(app, path, 'administrator');
      expect(html).toContain('Звернення з обмеженим доступом');
      expect(html).not.toContain('ППО');
    }
  });

  it('says when nothing is urgent', async () => {
    const nothing = { count: 0, numbers: [] };
    const parts = { ...aMorningDigest().parts, overdue: nothing, unassigned: nothing };
    const quiet = aMorningDigest({ parts, callBackCount: 0, substituted: [] });
    const { app } = consoleApp({ morningDigests: fakeMorningDigests([quiet]) });
    const { html } = await open(app, DAY, 'administrator');
    expect(html).toContain('Нічого не прострочено, найближчих строків немає, нових звернень теж.');
    expect(html).not.toContain('зателефонувати');
  });
});
