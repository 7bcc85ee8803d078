import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppealStore } from '../../../src/services/appeals/store.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { CSRF_FIELD } from '../../../src/web/csrf.js';
import { anAppealDesk } from '../../support/appeal-desk.js';
import { NOW } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { cookieOf } from '../../support/console/fake-staff.js';
import { open, submit } from '../../support/console/request-as.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let store: AppealStore;

beforeAll(async () => {
  database = await aDatabase();
  store = createAppealStore(database.connection);
  await ensureIndexes(database.connection);
});
afterAll(() => database.close());

const LETTER = {
  channel: 'paper',
  nature: 'complaint',
  receivedAt: '2026-11-20T10:00',
  fullName: 'Коваль Ірина Петрівна',
  residence: 'м. Ніжин, вул. Гоголя, 3',
  phone: '',
  coApplicants: '',
  category: 'lighting',
  place: '',
  text: 'Не горить ліхтар',
  incomingNumber: '1457',
};

function aConsole() {
  const { appeals } = anAppealDesk(store, { clocks: { now: () => NOW, real: () => NOW } });
  return consoleApp({ appeals });
}

describe('/appeals/new', () => {
  it('is offered in the queue to those who work with appeals only', async () => {
    const { app } = aConsole();
    expect((await open(app, '/appeals', 'moderator')).html).toContain('href="/appeals/new"');
    expect((await open(app, '/appeals', 'viewer')).html).not.toContain('href="/appeals/new"');
    expect((await open(app, '/appeals/new', 'viewer')).status).toBe(403);
    expect((await open(app, '/appeals/new', 'moderator')).html).toContain('value="2026-11-23T12:00"');
  });

  it('enters a letter and shows it, with where its answer goes', async () => {
    const { app } = aConsole();
    const sent = { ...LETTER, coApplicants: 'Шевчук Богдан; вул. Богуна, 5\n\nЯременко Ніна' };
    const { status, location } = await submit(app, '/appeals/new', { ...sent, requestId: '1' }, 'moderator');
    expect(status).toBe(303);
    const { html } = await open(app, location ?? '', 'moderator');
    expect(html).toContain('Звернення внесено в реєстр.');
    for (const words of [
      'Скарга',
      'на папері',
      'вхідний № 1457',
      'Ще 2 заявники',
      'Шевчук Богдан, вул. Богуна, 5',
      'Записати паперову відповідь',
      '21 грудня 2026 року',
    ])
      expect(html).toContain(words);
    expect(html).not.toContain('Telegram, і Viber.</p><textarea');
    const again = await submit(app, '/appeals/new', { ...sent, requestId: '1' }, 'moderator');
    expect(again.location).toBe(location);
    expect((await open(app, '/appeals?channel=paper', 'moderator')).html).toContain('колективне, 3 заявники');
    await submit(
      app,
      location?.replace('?done=enter', '/reply') ?? '',
      { answer: 'Ремонтуємо.' },
      'moderator',
    );
    expect((await open(app, location ?? '', 'moderator')).html).toContain('паперова відповідь');
  });

  it('keeps what was typed and says field by field what is wrong', async () => {
    const { app } = aConsole();
    const wrong = {
      ...LETTER,
      fullName: '',
      phone: 'немає',
      category: '',
      receivedAt: 'вчора',
      text: 'Ліхтар',
    };
    const { status, html } = await submit(app, '/appeals/new', wrong, 'moderator');
    expect(status).toBe(422);
    for (const words of [
      'Напишіть прізвище, ім’я та по батькові заявника.',
      'Вкажіть номер телефону',
      'Оберіть тему.',
      'Вкажіть день і час',
      '>Ліхтар</textarea>',
      'value="немає"',
    ])
      expect(html).toContain(words);
  });

  it('refuses a day to come in words, and asks for the scan again', async () => {
    const { app } = aConsole();
    const body = new FormData();
    const fields = { ...LETTER, receivedAt: '2026-12-24T10:00', [CSRF_FIELD]: 'csrf-of-moderator' };
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('files', new File(['%PDF-1.7'], 'лист.pdf', { type: 'application/pdf' }));
    const headers = { cookie: cookieOf('moderator') };
    const response = await app.request('/appeals/new', { method: 'POST', headers, body });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('не пізніше за сьогодні');
    expect(html).toContain('Оберіть файли ще раз.');
  });

  it('keeps the scan with the appeal', async () => {
    const { app } = aConsole();
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...LETTER, [CSRF_FIELD]: 'csrf-of-moderator' }))
      body.append(name, value);
    body.append('files', new File(['%PDF-1.7'], 'лист.pdf', { type: 'application/pdf' }));
    const headers = { cookie: cookieOf('moderator') };
    const response = await app.request('/appeals/new', { method: 'POST', headers, body });
    const { html } = await open(app, response.headers.get('location') ?? '', 'moderator');
    expect(html).toContain('лист.pdf');
  });
});
