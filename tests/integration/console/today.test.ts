import { describe, expect, it } from 'vitest';
import { anAppeal, NOW } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeAbsences } from '../../support/console/fake-absences.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { fakeCallBacks } from '../../support/console/fake-call-backs.js';
import { open, submit } from '../../support/console/request-as.js';

const LOST = 'Н-2026-000001';
const day = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60_000);
const answer = {
  id: 'm2',
  from: 'staff',
  authorId: 'head',
  text: 'Полагодили.',
  files: [],
  at: NOW,
} as const;

function aDay() {
  const lost = anAppeal({ number: LOST, status: 'answered', dueAt: day(3) });
  const appeals = fakeAppeals([
    { ...lost, messages: [...lost.messages, answer] },
    anAppeal({ number: 'Н-2026-000002', subject: 'Сьогоднішнє нічиє', dueAt: day(0), assigneeId: undefined }),
    anAppeal({
      number: 'Н-2026-000003',
      subject: 'Моє прострочене',
      dueAt: day(-2),
      assigneeId: 'moderator',
    }),
    anAppeal({ number: 'Н-2026-000004', subject: 'Чуже', dueAt: day(-9), assigneeId: 'head' }),
    anAppeal({ number: 'Н-2026-000005', subject: 'Моє на потім', dueAt: day(9), assigneeId: 'moderator' }),
  ]);
  appeals.setDelivery('m2', { status: 'failed', code: 'telegram.403' });
  const callBacks = fakeCallBacks();
  return { appeals, callBacks, app: consoleApp({ appeals, callBacks }).app };
}

describe('a moderator’s day', () => {
  it('shows what is due to them or to nobody, the longest overdue first', async () => {
    const { html } = await open(aDay().app, '/today', 'moderator');
    const order = ['Моє прострочене', 'Сьогоднішнє нічиє'].map((subject) => html.indexOf(subject));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(html).not.toContain('Чуже');
    expect(html).not.toContain('Моє на потім');
  });

  it('asks to telephone those whom an answer has not reached, until somebody has', async () => {
    const { app, appeals } = aDay();
    const { html } = await open(app, '/today', 'moderator');
    expect(html).toContain('не доставлено');
    const task = `lost ${LOST} m2`;
    expect(html).toContain(`value="${task}"`);
    const done = { task, [`note ${task}`]: 'Розповіла телефоном' };
    expect((await submit(app, '/today/called', done, 'moderator')).location).toBe('/today?done=called');
    expect(appeals.journal).toEqual([`moderator calls about m2 «Розповіла телефоном» ${LOST}`]);
    expect((await open(app, '/today', 'moderator')).html).not.toContain(task);
  });

  it('asks to telephone those who asked for it', async () => {
    const { app, callBacks } = aDay();
    expect((await open(app, '/', 'moderator')).html).toContain('Просять зателефонувати: 1 мешканець');
    expect((await open(app, '/appeals', 'moderator')).html).toContain('Просять зателефонувати: 1');
    expect((await open(app, '/today', 'moderator')).html).toContain('href="tel:+380671234567"');
    const done = { task: 'asked c1', 'note asked c1': 'Не бере слухавки' };
    expect((await submit(app, '/today/called', done, 'moderator')).status).toBe(303);
    expect(callBacks.journal).toEqual(['moderator called c1 «Не бере слухавки»']);
  });

  it('wants to know what was said, and keeps what was typed elsewhere', async () => {
    const { app, appeals } = aDay();
    const sent = { task: `lost ${LOST} m2`, 'note asked c1': 'Ще телефоную' };
    const { status, html } = await submit(app, '/today/called', sent, 'moderator');
    expect(status).toBe(422);
    expect(html).toContain('Напишіть текст.');
    expect(html).toContain('Ще телефоную');
    expect(appeals.journal).toEqual([]);
  });

  it('shows terms that run out to whom they were told, with the reason and the date', async () => {
    const escalation = { stage: 'two-days', at: day(-1), to: ['moderator'] } as const;
    const number = 'Н-2026-000009';
    const appeals = fakeAppeals([
      anAppeal({ number, subject: 'Гілка над дротом', dueAt: day(2), assigneeId: 'moderator', escalation }),
    ]);
    const { app } = consoleApp({ appeals });
    for (const page of ['/', '/today']) {
      const { html } = await open(app, page, 'moderator');
      expect(html).toContain('Строк спливає або минув');
      expect(html).toContain('строк спливає за два дні або раніше · строк до 25 листопада');
      expect(html).toContain('нагадано 22 листопада, 12:00 · Олена Коваль');
      expect((await open(app, page, 'head')).html).not.toContain('Строк спливає або минув');
    }
  });

  it('says whom one stands in for, and after one’s own return what was done meanwhile', async () => {
    const away = { from: '2026-11-16', to: '2026-11-20', substituteId: 'head' };
    const done = { ...answer, authorId: 'head', at: day(-4) };
    const appeals = fakeAppeals([
      anAppeal({ number: LOST, assigneeId: 'moderator', status: 'answered', messages: [done] }),
      anAppeal({ number: 'Н-2026-000002', assigneeId: 'moderator', subject: 'Ще моє' }),
    ]);
    const absences = fakeAbsences({
      moderator: away,
      head: { from: '2026-11-23', to: '2026-11-24', substituteId: 'moderator' },
    });
    const { html } = await open(consoleApp({ appeals, absences }).app, '/today', 'moderator');
    expect(html).toContain('Ви заміщуєте: head (до 24 листопада).');
    expect(html).toContain(
      'Вас не було з 16 листопада до 20 листопада, заміщення: head. Зараз у вас у роботі 1 звернення. Ось на що відповіли без вас:',
    );
    expect(html).toContain(`${LOST} · надано відповідь`);
  });

  it('is for those who answer citizens', async () => {
    expect((await open(aDay().app, '/today', 'editor')).status).toBe(403);
    expect((await open(aDay().app, '/', 'editor')).html).not.toContain('/today');
  });
});

describe('the page of an appeal', () => {
  it('asks to telephone while its answer has not arrived', async () => {
    const { app } = aDay();
    const page = `/appeals/${encodeURIComponent(LOST)}`;
    expect((await open(app, page, 'moderator')).html).toContain('Зателефонуйте заявнику');
    const done = { message: 'm2', 'call-note': 'Надіслали листа' };
    expect((await submit(app, `${page}/called`, done, 'moderator')).status).toBe(303);
    expect((await open(app, page, 'moderator')).html).not.toContain('Зателефонуйте заявнику');
  });
});
