import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/refusal.js';
import { SERVICE } from '../../../src/domain/role.js';
import { DEFAULT_SETTINGS } from '../../../src/services/settings/defaults.js';
import { CSRF_FIELD } from '../../../src/web/csrf.js';
import { anAppeal, pageOf } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { cookieOf } from '../../support/console/fake-staff.js';
import { open, submit } from '../../support/console/request-as.js';

const NUMBER = 'Н-2026-000123';
const APPEAL = `/appeals/${encodeURIComponent(NUMBER)}`;

function withAppeals(...given: Parameters<typeof fakeAppeals>) {
  const appeals = fakeAppeals(...given);
  return { appeals, app: consoleApp({ appeals }).app };
}

/** Sends the answer's form with files, as a browser does. */
async function submitAnswer(app: ReturnType<typeof withAppeals>['app'], files: readonly File[]) {
  const body = new FormData();
  body.set(CSRF_FIELD, 'csrf-of-moderator');
  body.set('answer', 'Полагодили.');
  for (const file of files) body.append('files', file);
  const headers = { cookie: cookieOf('moderator') };
  const response = await app.request(`${APPEAL}/reply`, { method: 'POST', headers, body });
  return {
    status: response.status,
    location: response.headers.get('location'),
    html: await response.text(),
  };
}

describe('/appeals', () => {
  const overdue = anAppeal({
    number: 'Н-2026-000001',
    subject: 'Давня яма',
    dueAt: new Date('2026-11-20T21:59:59Z'),
  });
  const mine = anAppeal({
    number: 'Н-2026-000002',
    subject: 'Моє сміття',
    assigneeId: 'moderator',
    channel: 'viber',
  });
  const closed = anAppeal({ number: 'Н-2026-000003', subject: 'Закрите питання', status: 'closed' });

  it.each([
    ['', ['Давня яма', 'Моє сміття']],
    ['?view=mine', ['Моє сміття']],
    ['?view=unassigned', ['Давня яма']],
    ['?view=overdue', ['Давня яма']],
    ['?view=all', ['Давня яма', 'Моє сміття', 'Закрите питання']],
    ['?channel=viber', ['Моє сміття']],
    ['?status=closed', ['Закрите питання']],
    ['?department=welfare', []],
    ['?q=яма', ['Давня яма']],
    ['?q=%00', ['Давня яма', 'Моє сміття']],
    ['?view=nonsense&status=nonsense&channel=%00', ['Давня яма', 'Моє сміття']],
  ])('shows with «%s» exactly what was asked for', async (query, subjects) => {
    const { app } = withAppeals([overdue, mine, closed]);
    const { html } = await open(app, `/appeals${query}`, 'moderator');
    expect(
      [...html.matchAll(/queue-subject"><a href="[^"]+">([^<]+)</g)].map(([, subject]) => subject),
    ).toEqual(subjects);
  });

  it('says in words how near the due date is', async () => {
    const { app } = withAppeals([overdue]);
    expect((await open(app, '/appeals', 'moderator')).html).toContain('прострочено на 3 дні');
  });

  it('turns pages by cursor and keeps the filter', async () => {
    const many = Array.from({ length: 51 }, (_, index) =>
      anAppeal({ number: `Н-2026-${String(index).padStart(6, '0')}` }),
    );
    const { html } = await open(withAppeals(many).app, '/appeals?view=unassigned', 'moderator');
    expect(html.match(/queue-card/g)).toHaveLength(50);
    expect(html).toContain('/appeals?view=unassigned&amp;cursor=50');
  });

  it('escapes what residents write', async () => {
    const { app } = withAppeals([anAppeal({ subject: '"><script>alert(1)</script>' })]);
    const { html } = await open(app, '/appeals', 'moderator');
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('/appeals/{number}', () => {
  it('shows who, where, until when and how that was counted', async () => {
    const { html } = await open(consoleApp().app, APPEAL, 'moderator');
    for (const words of [
      'Іваненко Марія Петрівна',
      'м. Ніжин, вул. Шевченка, 12, кв. 4',
      'Освітлення вулиць',
      'https://www.openstreetmap.org/?mlat=51.048&amp;mlon=31.8869#map=18/51.048/31.8869',
      'до 21 грудня 2026 року',
      'Строк спливає у вихідний (неділя, 20 грудня 2026 року)',
      'Надіслати відповідь у Telegram',
    ]) {
      expect(html).toContain(words);
    }
  });

  it('says which other department it may be for, and by which words', async () => {
    const { app } = withAppeals([anAppeal({ departmentId: 'communications' })]);
    const { html } = await open(app, APPEAL, 'moderator');
    expect(html).toContain(
      'Можливо, Управління житлово-комунального господарства та будівництва (за словами „ліхтар“, „під’їзд“)',
    );
  });

  it('escapes hostile names, texts and addresses', async () => {
    const hostile = '<img src=x onerror=alert(1)>" onmouseover="alert(2)';
    const { app } = withAppeals([
      anAppeal({
        subject: hostile,
        applicant: { fullName: hostile, residence: hostile },
        place: { address: hostile },
        messages: [{ id: 'm', from: 'citizen', text: hostile, files: [], at: new Date() }],
        notes: [{ id: 'n', authorId: 'nobody', text: hostile, at: new Date() }],
      }),
    ]);
    const { html } = await open(app, APPEAL, 'moderator');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('" onmouseover');
  });

  it('hides the name of somebody who writes anonymously', async () => {
    const { app } = withAppeals([anAppeal({ door: 'anonymous', applicant: undefined, dueAt: undefined })]);
    const { html } = await open(app, APPEAL, 'moderator');
    expect(html).toContain('Анонімно');
    expect(html).not.toContain('Марія');
  });

  it('tells staff to phone when an answer did not arrive', async () => {
    const answer = {
      id: 'a1',
      from: 'staff',
      authorId: 'moderator',
      text: 'Зробимо.',
      files: [],
      at: new Date(),
    } as const;
    const { app, appeals } = withAppeals([anAppeal({ messages: [answer] })]);
    expect((await open(app, APPEAL, 'moderator')).html).toContain('надсилається');
    appeals.setDelivery('a1', { status: 'failed', code: 'telegram.403' });
    expect((await open(app, APPEAL, 'moderator')).html).toContain('не доставлено: надішліть листом');
  });
});

describe('an appeal that a person registers', () => {
  const settings = async () => ({
    ...DEFAULT_SETTINGS,
    office: { ...DEFAULT_SETTINGS.office, registration: 'by-person' as const },
  });
  const waiting = anAppeal({ status: 'received', history: [] });

  it('shows the form with today, and how the due date is found', async () => {
    const appeals = fakeAppeals([waiting]);
    const { app } = consoleApp({ appeals, settings: { get: settings, change: settings } });
    const { html } = await open(app, APPEAL, 'moderator');
    expect(html).toContain('value="2026-11-23"');
    expect(html).toContain('Ще не зареєстровано. Очікувана реєстрація: п’ятниця, 20 листопада 2026 року');
    const fields = { incomingNumber: '1457', registeredOn: '2026-11-23' };
    const sent = await submit(app, `${APPEAL}/register`, fields, 'moderator');
    expect([sent.status, sent.location]).toEqual([303, `${APPEAL}?done=register`]);
    expect(appeals.journal).toEqual([`register 1457 ${NUMBER}`]);
  });

  it('has no form where the office registers by itself', async () => {
    const { app } = withAppeals([waiting]);
    expect((await open(app, APPEAL, 'moderator')).html).not.toContain('registeredOn');
  });
});

describe('an answer that did not help', () => {
  const until = new Date('2026-11-26T21:59:59Z');
  const rated = anAppeal({ status: 'answered', rating: 'unsolved', review: { askedAt: until, until } });

  it('is decided on its page by the head, who finds it on the first page', async () => {
    const { app, appeals } = withAppeals([rated]);
    expect((await open(app, '/', 'head')).html).toContain('рішення до 26 листопада 2026 року');
    expect((await open(app, APPEAL, 'moderator')).html).toContain('Вирішує керівник або уповноважена особа.');
    expect((await open(app, APPEAL, 'head')).html).toContain('name="reviewReason"');
    const fields = { decision: 'reopened', reviewReason: 'Приїдемо ще раз' };
    await submit(app, `${APPEAL}/review`, fields, 'head');
    expect(appeals.journal).toEqual([`head decides reopened «Приїдемо ще раз» ${NUMBER}`]);
  });
});

describe('what staff do with an appeal', () => {
  it.each([
    ['take', {}, `moderator takes ${NUMBER}`, 'Звернення взято в роботу.'],
    [
      'reply',
      { answer: 'Полагодимо\r\nзавтра.' },
      `moderator replies «Полагодимо\nзавтра.» ${NUMBER}`,
      'Відповідь записано.',
    ],
    ['note', { note: 'Перевірити шафу' }, `moderator notes «Перевірити шафу» ${NUMBER}`, 'Нотатку додано.'],
    ['forward', { department: 'welfare' }, `moderator forwards to welfare ${NUMBER}`, 'Звернення передано.'],
    [
      'forward-outside',
      { addressee: 'Служба доріг', letterNumber: '01-12/345', letterDay: '2026-11-22' },
      `moderator sends to «Служба доріг» by 01-12/345 of 2026-11-22 ${NUMBER}`,
      'Звернення надіслано за належністю',
    ],
    [
      'request-details',
      { missing: 'residence' },
      `moderator misses residence ${NUMBER}`,
      'Прохання доповнити',
    ],
    ['close', { resolution: 'explained' }, `moderator closes as explained ${NUMBER}`, 'Звернення закрито.'],
  ])('%s is done once and said', async (action, fields, journal, words) => {
    const { app, appeals } = withAppeals([anAppeal()]);
    const sent = await submit(app, `${APPEAL}/${action}`, fields, 'moderator');
    expect([sent.status, sent.location]).toEqual([303, `${APPEAL}?done=${action}`]);
    expect(appeals.journal).toEqual([journal]);
    expect((await open(app, `${APPEAL}?done=${action}`, 'moderator')).html).toContain(words);
  });

  it('an answer sent twice by a double click goes out once', async () => {
    const { app, appeals } = withAppeals([anAppeal()]);
    const fields = { answer: 'Полагодимо завтра.', requestId: 'same-page' };
    const both = await Promise.all([
      submit(app, `${APPEAL}/reply`, fields, 'moderator'),
      submit(app, `${APPEAL}/reply`, fields, 'moderator'),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(appeals.journal).toHaveLength(1);
  });

  it('an answer takes files along, which stand beside it', async () => {
    const { app, appeals } = withAppeals([anAppeal()]);
    const sent = await submitAnswer(app, [
      new File(['%PDF-'], 'Лист.PDF', { type: 'application/octet-stream' }),
      new File(['фото'], 'ліхтар.jpg'),
    ]);
    expect([sent.status, sent.location]).toEqual([303, `${APPEAL}?done=reply`]);
    const { messages } = (await appeals.get(NUMBER, SERVICE)).appeal;
    expect(messages.at(-1)?.files).toEqual([
      {
        fileId: 'file-of-5',
        kind: 'document',
        name: 'Лист.PDF',
        contentType: 'application/pdf',
        sizeBytes: 5,
      },
      { fileId: 'file-of-8', kind: 'photo', name: 'ліхтар.jpg', contentType: 'image/jpeg', sizeBytes: 8 },
    ]);
    expect((await open(app, APPEAL, 'moderator')).html).toContain('Лист.PDF');
  });

  it.each([
    ['a program', [new File(['MZ'], 'лист.exe')], 'Файл «лист.exe» надіслати не можна.'],
    ['six files', Array.from({ length: 6 }, (_, index) => new File(['x'], `${index}.png`)), 'до 10 МБ'],
    ['more than 10 MB', [new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'скан.pdf')], 'до 10 МБ'],
  ])('%s is not sent with an answer, whose text stays', async (_, files, words) => {
    const { app, appeals } = withAppeals([anAppeal()]);
    const { status, html } = await submitAnswer(app, files);
    expect(status).toBe(422);
    expect(html).toContain(words);
    expect(html).toContain('>Полагодили.</textarea>');
    expect(appeals.journal).toEqual([]);
  });

  it('another text sent from the same page, after going back, is another answer', async () => {
    const { app, appeals } = withAppeals([anAppeal()]);
    await submit(app, `${APPEAL}/note`, { note: 'Перша', requestId: 'same-page' }, 'moderator');
    await submit(app, `${APPEAL}/note`, { note: 'Друга', requestId: 'same-page' }, 'moderator');
    expect(appeals.journal).toHaveLength(2);
  });

  it('a refusal is said on the same page, which keeps what was typed', async () => {
    const { app, appeals } = withAppeals([anAppeal()]);
    appeals.refuseNext(new Refusal('conflict', 'appeal.taken', 'Звернення вже веде Петро Гриценко.'));
    const refused = await submit(
      app,
      `${APPEAL}/reply`,
      { answer: 'Довга & важлива відповідь' },
      'moderator',
    );
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('role="alert">Звернення вже веде Петро Гриценко.');
    expect(refused.html).toContain('>Довга &amp; важлива відповідь</textarea>');
    const again = await submit(app, `${APPEAL}/reply`, { answer: 'Довга & важлива відповідь' }, 'moderator');
    expect(again.status).toBe(303);
  });

  it.each([
    ['reply', { answer: '  \r\n ' }, 'Напишіть текст'],
    ['note', {}, 'Напишіть текст'],
    ['reply', { answer: 'я'.repeat(10_001) }, 'Текст задовгий'],
    ['close', { resolution: 'deleted' }, 'Оберіть, чим завершено розгляд.'],
  ])('%s of nothing sensible is refused', async (action, fields: Record<string, string>, words) => {
    const { app, appeals } = withAppeals([anAppeal()]);
    const { status, html } = await submit(app, `${APPEAL}/${action}`, fields, 'moderator');
    expect(status).toBe(422);
    expect(html).toContain(words);
    expect(appeals.journal).toEqual([]);
  });

  it('an unknown number is not found', async () => {
    expect((await submit(consoleApp().app, '/appeals/unknown/take', {}, 'moderator')).status).toBe(404);
  });
});

it('shows the answer under the very message it belongs to', async () => {
  const states = new Map([['a2', { status: 'seen', code: null } as const]]);
  const messages = ['a1', 'a2'].map((id) => ({
    id,
    from: 'staff' as const,
    text: id,
    files: [],
    at: new Date(),
  }));
  const { parts } = consoleApp();
  const get = async () => pageOf(anAppeal({ messages }), states);
  const { html } = await open(consoleApp({ appeals: { ...parts.appeals, get } }).app, APPEAL, 'moderator');
  expect(html.match(/надсилається|переглянуто/g)).toEqual(['надсилається', 'переглянуто']);
});
