import { describe, expect, it } from 'vitest';
import type { PriceMonth } from '../../../src/services/viber-price/viber-price.js';
import { A_PRICE_MONTH } from '../../support/console/a-viber-price.js';
import { aBroadcast, anAppeal, aSubscriber } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { SENDING_COUNTS } from '../../support/console/demo-counts.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { fakeBroadcasts } from '../../support/console/fake-broadcasts.js';
import { open, submit } from '../../support/console/request-as.js';

describe('/', () => {
  it('shows what needs the viewer now', async () => {
    const today = new Date('2026-11-23T21:59:59Z');
    const past = new Date('2026-11-20T21:59:59Z');
    const { app } = consoleApp({
      appeals: fakeAppeals([
        anAppeal({ number: 'Н-2026-000001', subject: 'Прострочене', dueAt: past }),
        anAppeal({ number: 'Н-2026-000002', subject: 'Сьогоднішнє', dueAt: today }),
        anAppeal({ number: 'Н-2026-000003', subject: 'Моє', assigneeId: 'moderator' }),
      ]),
      broadcasts: fakeBroadcasts([
        aBroadcast({ id: 'b1', title: 'Чернетка' }),
        aBroadcast({ id: 'b2', title: 'У дорозі', status: 'sending', ...SENDING_COUNTS }),
      ]),
    });
    const { html } = await open(app, '/', 'moderator');
    const figures = [...html.matchAll(/figure-value">([^<]+)<\/span><span class="muted">([^<]+)/g)];
    expect(figures.map(([, value, label]) => `${label}: ${value}`)).toEqual([
      'Прострочено: 1',
      'Строк сьогодні: 1',
      'Нікому не призначено: 2',
      'Підписників у Telegram: 900',
      'Підписників у Viber: 600',
    ]);
    expect(html).toContain('Усього 1\u00a0500: У черзі – 510');
    expect(html).not.toContain('Чернетка');
  });
});

describe('/ of those who sign', () => {
  it('shows answers that wait for a signature, to nobody else', async () => {
    const waiting = anAppeal({
      number: 'Н-2026-000004',
      subject: 'Чекає підпису',
      status: 'awaiting-signature',
    });
    const { app } = consoleApp({ appeals: fakeAppeals([waiting, anAppeal()]) });
    const blockOf = async (role: 'head' | 'moderator') =>
      /id="sign-title".*?<\/section>/s.exec((await open(app, '/', role)).html)?.[0];
    expect(await blockOf('head')).toMatch(/Чекають на ваш підпис.*Чекає підпису.*Н-2026-000004/s);
    expect(await blockOf('head')).not.toContain('Н-2026-000123');
    expect(await blockOf('moderator')).toBeUndefined();
  });
});

describe('/ in trouble', () => {
  it('says that a messenger refuses our bot, and since when', async () => {
    const since = new Date('2026-11-23T07:30:00Z');
    const { app } = consoleApp({
      troubles: async () => new Map([['telegram', { code: 'telegram.401', since }]]),
    });
    const { html } = await open(app, '/', 'moderator');
    expect(html).toContain(
      'Telegram не приймає нашого бота з 23 листопада, 09:30: Telegram не прийняв токена бота.',
    );
  });

  it('says that Viber takes no message to many at once, and that people get theirs all the same', async () => {
    const since = new Date('2026-11-23T07:30:00Z');
    const { app } = consoleApp({
      troubles: async () => new Map([['viber', { code: 'viber.20', since, oneByOne: true }]]),
    });
    const { html } = await open(app, '/', 'moderator');
    expect(html).toContain('Viber не дозволив масових розсилок. Надсилаємо кожному окремо');
    expect(html).not.toContain('призупинено');
  });
});

describe('/ when Viber’s month is used up', () => {
  it('says so before people complain, and not earlier', async () => {
    const homeOf = async (month: PriceMonth) => {
      const { app } = consoleApp({ viberPrice: { month: async () => month } });
      return (await open(app, '/', 'editor')).html.replaceAll('\u{a0}', ' ');
    };
    expect(await homeOf(A_PRICE_MONTH)).not.toContain('Місячний ліміт');
    const terms = { ...A_PRICE_MONTH.terms, freePerMonth: 0, monthlyBudget: 8.08 };
    const usedUp = { ...A_PRICE_MONTH, terms, freeLeft: 0 };
    expect(await homeOf(usedUp)).toContain(
      'Місячний ліміт Viber вичерпано. Листопад 2026 року (за UTC), разом із відповідями й добірками: платних 412 повідомлень – 8,08 € з 8,08 €.',
    );
  });
});

describe('/ with broadcasts that stopped by themselves', () => {
  it('lists them first, each with its reason, and no broadcast that staff have paused', async () => {
    const { app } = consoleApp({
      broadcasts: fakeBroadcasts([
        aBroadcast({ id: 'b1', title: 'Запізніла', status: 'paused', pauseReason: 'Час надсилання минув.' }),
        aBroadcast({ id: 'b2', title: 'Призупинена людиною', status: 'paused' }),
      ]),
    });
    const { html } = await open(app, '/', 'editor');
    const attention = html.slice(html.indexOf('Що потребує уваги'), html.indexOf('Прострочено'));
    expect(attention).toContain('Запізніла');
    expect(attention).toContain('Час надсилання минув.');
    const underWay = html.slice(html.indexOf('Розсилки в роботі'));
    expect(underWay).toContain('Призупинена людиною');
    expect(underWay).not.toContain('Запізніла');
  });

  it('says nothing of it on a good day', async () => {
    expect((await open(consoleApp().app, '/', 'editor')).html).not.toContain('Що потребує уваги');
  });
});

describe('/subscribers', () => {
  it('shows numbers and people, and asks for what was chosen', async () => {
    const { parts } = consoleApp();
    const asked: unknown[] = [];
    const list = async (request: unknown) => {
      asked.push(request);
      return { items: [aSubscriber({ name: '<b>Марія</b>' })], nextCursor: 'next' };
    };
    const { app } = consoleApp({ subscriptions: { ...parts.subscriptions, list } });
    const { html } = await open(app, '/subscribers?channel=viber&status=stopped&cursor=c', 'viewer');
    expect(asked).toEqual([{ channel: 'viber', status: 'stopped', cursor: 'c', limit: 50 }]);
    expect(html).toContain('&lt;b&gt;Марія&lt;/b&gt;');
    expect(html).toContain('channel=viber&amp;status=stopped&amp;cursor=next');
  });
});

describe('/staff', () => {
  const FIELDS = {
    name: 'Ірина Бойко',
    position: 'Головна спеціалістка',
    email: 'iryna@nizhyn.example',
    roles: 'editor',
  };

  it('adds a person and shows the link once', async () => {
    const { app } = consoleApp();
    const { status, html } = await submit(app, '/staff', FIELDS, 'administrator');
    expect(status).toBe(201);
    expect(html).toContain('http://localhost/link/staff-6');
    const again = await open(app, '/staff', 'administrator');
    expect(again.html).toContain('Ірина Бойко');
    expect(again.html).toContain('Головна спеціалістка');
    expect(again.html).not.toContain('/link/');
  });

  it('says field by field what is wrong and keeps the rest', async () => {
    const wrong = { ...FIELDS, email: 'iryna', roles: 'mayor' };
    const { status, html } = await submit(consoleApp().app, '/staff', wrong, 'administrator');
    expect(status).toBe(422);
    expect([...html.matchAll(/id="(\w+)-error"/g)].map(([, field]) => field)).toEqual(['email', 'roles']);
    expect(html).toContain('value="Ірина Бойко"');
  });

  it('says that the e-mail is taken', async () => {
    const taken = { ...FIELDS, email: 'moderator@nizhyn.example' };
    const { status, html } = await submit(consoleApp().app, '/staff', taken, 'administrator');
    expect(status).toBe(409);
    expect(html).toContain('Обліковий запис із цією поштою вже є.');
  });

  it('gives a colleague who lost the password a new link, shown once', async () => {
    const { app } = consoleApp();
    expect((await open(app, '/staff', 'administrator')).html).toContain('Нове посилання: Олена Коваль');
    const { status, html } = await submit(app, '/staff/moderator/link', {}, 'administrator');
    expect(status).toBe(201);
    expect(html).toContain('http://localhost/link/again-moderator');
    expect((await submit(app, '/staff/moderator/link', {}, 'head')).status).toBe(403);
  });

  it('closes the access of a colleague, and offers it for nobody twice nor for oneself', async () => {
    const { app } = consoleApp();
    const { location } = await submit(app, '/staff/editor/remove', {}, 'administrator');
    const { html } = await open(app, location ?? '', 'administrator');
    expect(html).toContain('Доступ закрито.');
    expect(html).not.toContain('/staff/editor/remove');
    expect(html).not.toContain('/staff/administrator/remove');
    expect(html).not.toContain('/staff/editor/link');
    expect((await submit(app, '/staff/nobody/remove', {}, 'administrator')).status).toBe(404);
  });
});
