import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/refusal.js';
import { StaleConversation } from '../../../src/services/appeals/refusals.js';
import { anAppeal, NOW } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { open, submit } from '../../support/console/request-as.js';

const NUMBER = 'Н-2026-000123';
const APPEAL = `/appeals/${encodeURIComponent(NUMBER)}`;

function world(...given: Parameters<typeof fakeAppeals>) {
  const appeals = fakeAppeals(...given);
  return { appeals, ...consoleApp({ appeals }) };
}

describe('work on an appeal', () => {
  it.each([
    ['assign', { assignee: 'head' }, `assign head ${NUMBER}`],
    [
      'classify',
      { category: 'roads', nature: 'complaint' },
      `moderator classifies as roads complaint ${NUMBER}`,
    ],
    ['ask', { question: 'Який під’їзд?' }, `moderator asks «Який під’їзд?» ${NUMBER}`],
    ['extend', { extendReason: 'Обстеження', decidedBy: 'head' }, `moderator extends «Обстеження» ${NUMBER}`],
    ['merge', { into: 'н-2026-000098' }, `moderator merges into Н-2026-000098 ${NUMBER}`],
    [
      'reject',
      { as: 'returned', rejectReason: 'Немає адреси', article: '5' },
      `moderator rejects as returned «Немає адреси» ${NUMBER}`,
    ],
    ['reopen', { reopenReason: 'Додано фото' }, `moderator reopens «Додано фото» ${NUMBER}`],
    ['submit', { answer: 'Замінили.' }, `moderator submits «Замінили.» ${NUMBER}`],
    ['sign', { outgoingNumber: '7' }, `moderator signs ${NUMBER}`],
    ['send-back', { remark: 'Додайте дату' }, `moderator sends back «Додайте дату» ${NUMBER}`],
  ] as const)('%s is done once, said, and not for a viewer', async (action, fields, journal) => {
    const { app, appeals } = world([anAppeal()]);
    const sent = await submit(app, `${APPEAL}/${action}`, fields, 'moderator');
    expect([sent.status, sent.location]).toEqual([303, `${APPEAL}?done=${action}`]);
    expect((await submit(app, `${APPEAL}/${action}`, fields, 'viewer')).status).toBe(403);
    expect(appeals.journal).toEqual([journal]);
    expect((await open(app, `${APPEAL}?done=${action}`, 'moderator')).html).toContain('role="status"');
  });

  it.each([
    ['extend', { extendReason: 'Довге обстеження' }, 'Довге обстеження</textarea>'],
    ['merge', { into: 'яке?' }, 'value="яке?"'],
    ['reject', { rejectReason: 'Довга причина' }, 'Довга причина</textarea>'],
  ] as const)('a refused %s stays open with what was typed', async (action, fields, kept) => {
    const { app, appeals } = world([anAppeal()]);
    appeals.refuseNext(new Refusal('conflict', 'appeal.x', 'Не можна.'));
    const { html } = await submit(app, `${APPEAL}/${action}`, fields, 'moderator');
    expect(html).toContain(kept);
    expect(html).toMatch(/<details class="card" open/);
  });

  it('proposes a topic with the words that tell it', async () => {
    const { app } = world([anAppeal({ category: 'other' })]);
    const { html } = await open(app, APPEAL, 'moderator');
    expect(html).toContain('Можливо, Освітлення вулиць (за словом „ліхтар“)');
    expect(html).toMatch(/<option value="lighting" selected/);
    expect((await submit(app, `${APPEAL}/classify`, { category: 'war' }, 'moderator')).status).toBe(422);
  });

  it('offers only what can be done: an anonymous message has no term to extend and is not refused', async () => {
    const { app } = world([anAppeal({ door: 'anonymous', applicant: undefined, dueAt: undefined })]);
    const { html } = await open(app, APPEAL, 'moderator');
    expect(html).not.toContain('Продовжити строк');
    expect(html).not.toContain('Відмовити або повернути');
    const withdrawn = await open(world([anAppeal({ status: 'withdrawn' })]).app, APPEAL, 'moderator');
    expect(withdrawn.html).not.toContain('Відповідь заявнику');
  });
});

describe('an answer', () => {
  it('that another one came before is shown that one, and goes out when confirmed', async () => {
    const first = {
      id: 'a1',
      from: 'staff',
      authorId: 'administrator',
      text: 'Вже їдемо',
      files: [],
      at: NOW,
    } as const;
    const appeal = anAppeal();
    const { app, appeals } = world([{ ...appeal, messages: [...appeal.messages, first] }]);
    appeals.refuseNext(new StaleConversation([first]));
    const answer = { answer: 'Полагодимо завтра', seen: '1' };
    const refused = await submit(app, `${APPEAL}/reply`, answer, 'moderator');
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('прочитайте, що вже є');
    expect(refused.html).toContain('<p class="message-text">Вже їдемо</p></blockquote>');
    expect(refused.html).toContain('Усе одно надіслати в Telegram');
    expect(refused.html).toContain('name="seen" value="2"');
    const confirmed = { ...answer, seen: '2', takeOver: 'yes' };
    expect((await submit(app, `${APPEAL}/reply`, confirmed, 'moderator')).status).toBe(303);
    expect(appeals.journal).toHaveLength(1);
  });

  it('is kept as a draft of its own writer until it is sent', async () => {
    const { app } = world([anAppeal()]);
    const saved = await submit(app, `${APPEAL}/draft`, { answer: 'Ще не доп' }, 'moderator');
    expect(saved.location).toBe(`${APPEAL}?done=draft#answer-title`);
    expect((await open(app, APPEAL, 'moderator')).html).toContain('>Ще не доп</textarea>');
    expect((await open(app, APPEAL, 'head')).html).not.toContain('Ще не доп');
    await submit(app, `${APPEAL}/reply`, { answer: 'Дописав' }, 'moderator');
    expect((await open(app, APPEAL, 'moderator')).html).not.toContain('Ще не доп');
  });

  it('is kept for nobody who may not answer', async () => {
    const { app, parts } = world([anAppeal()]);
    expect((await submit(app, `${APPEAL}/draft`, { answer: 'x' }, 'viewer')).status).toBe(403);
    expect(await parts.answerDrafts.get(NUMBER, 'viewer')).toBeUndefined();
  });

  it('takes a file of the draft along, and no file that is only named', async () => {
    const { app, parts, appeals } = world([anAppeal()]);
    const file = {
      fileId: 'own',
      kind: 'document',
      name: 'лист.pdf',
      contentType: 'application/pdf',
      sizeBytes: 1,
    } as const;
    await parts.answerDrafts.save(NUMBER, 'moderator', { text: '', files: [file] });
    const body = new URLSearchParams([
      ['csrf', 'csrf-of-moderator'],
      ['answer', 'Ось лист'],
      ['keep', 'own'],
      ['keep', 'foreign'],
    ]);
    const headers = { cookie: 'visnyk=moderator' };
    await app.request(`${APPEAL}/reply`, { method: 'POST', headers, body });
    const { appeal } = await appeals.get(NUMBER, { kind: 'system', id: '', name: '', roles: [] });
    expect(appeal.messages.at(-1)?.files).toEqual([file]);
  });
});

describe('paper', () => {
  it('has the conversation and never a note', async () => {
    const note = { id: 'n', authorId: 'moderator', text: 'Таємниця', at: NOW };
    const { html } = await open(world([anAppeal({ notes: [note] })]).app, `${APPEAL}/print`, 'viewer');
    expect(html).toContain('Уже тиждень не світить ліхтар');
    expect(html).not.toContain('Таємниця');
  });

  it('has the registration card with what the office must fill in', async () => {
    const { html } = await open(world([anAppeal()]).app, `${APPEAL}/registration-card`, 'viewer');
    for (const words of [
      'Реєстраційно-контрольна картка',
      'Порушені питання',
      'до 21 грудня 2026 року',
      'З контролю знято',
    ])
      expect(html).toContain(words);
  });
});

it('says who else has the page open', async () => {
  const appeals = fakeAppeals([anAppeal()]);
  const presence = { stay: async () => {}, others: async () => ['Петро Гриценко'] };
  const { html } = await open(consoleApp({ appeals, presence }).app, APPEAL, 'moderator');
  expect(html).toContain('Це звернення зараз відкрили також: Петро Гриценко.');
});
