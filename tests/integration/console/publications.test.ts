import { describe, expect, it } from 'vitest';
import { CSRF_FIELD } from '../../../src/web/csrf.js';
import { consoleApp } from '../../support/console/console-app.js';
import { cookieOf } from '../../support/console/fake-staff.js';
import { open, submit } from '../../support/console/request-as.js';

const FIRST = '/publications/000000000000000000000001';
const news = {
  kind: 'news',
  topic: 'news',
  title: 'П’ятий парк',
  text: 'Відкрито.',
  publishedAt: '2026-11-20T10:00',
};

async function aPublication(given: Readonly<Record<string, string>> = {}) {
  const console = consoleApp();
  await submit(console.app, '/publications/new', { ...news, ...given }, 'editor');
  return console;
}

describe('the list of publications', () => {
  it('counts each kind, and the number leads to its list', async () => {
    const { app } = await aPublication();
    await submit(app, '/publications/new', { ...news, kind: 'video', title: 'Ролик' }, 'editor');
    const { html } = await open(app, '/publications', 'viewer');
    expect(html.replaceAll(/<[^>]+>/g, ' ')).toMatch(/Усі\s+2\s+Новини\s+1\s/);
    expect(html).not.toContain('Нова публікація');
    const videos = await open(app, '/publications?kind=video', 'editor');
    expect(videos.html).toContain('Ролик');
    expect(videos.html).not.toContain('П’ятий парк');
    expect(videos.html).toContain('Нова публікація');
  });
});

describe('the form', () => {
  it('keeps an act with its number, and shows what was typed where something is wrong', async () => {
    const { app, parts } = consoleApp();
    const act = { ...news, kind: 'act', topic: 'acts', title: 'Про бюджет', 'act.issuer': 'council' };
    const wrong = await submit(app, '/publications/new', act, 'editor');
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Впишіть номер.');
    expect(wrong.html).toContain('value="Про бюджет"');
    const whole = { ...act, 'act.stage': 'adopted', 'act.number': '12-49/2026', 'act.date': '2026-11-20' };
    expect((await submit(app, '/publications/new', whole, 'editor')).location).toBe(`${FIRST}?done=save`);
    const { items } = await parts.publications.list({ limit: 10 });
    expect(items[0]).toMatchObject({ act: { number: '12-49/2026', stage: 'adopted' }, source: 'staff' });
    const { html } = await open(app, `${FIRST}/edit`, 'editor');
    expect(html).toContain('value="12-49/2026"');
  });

  it('puts an act among «Нормативні акти», and news among news, where no topic is chosen', async () => {
    const { app, parts } = consoleApp();
    expect((await open(app, '/publications/new', 'editor')).html).toContain(
      '<option value="" selected="">За видом</option>',
    );
    const act = {
      'act.issuer': 'council',
      'act.stage': 'adopted',
      'act.number': '1',
      'act.date': '2026-11-20',
    };
    await submit(app, '/publications/new', { ...news, kind: 'act', topic: '', ...act }, 'editor');
    await submit(app, '/publications/new', { ...news, topic: '' }, 'editor');
    const { items } = await parts.publications.list({ limit: 10 });
    expect(items.map(({ kind, topic }) => `${kind} ${topic}`).toSorted()).toEqual(['act acts', 'news news']);
  });

  it('of an import takes one file', async () => {
    const { html } = await open(consoleApp().app, '/publications/import', 'editor');
    expect(html).toContain('type="file"');
    expect(html).not.toContain('multiple');
  });

  it('leads to the kept one when the address is known', async () => {
    const url = 'https://nizhynrada.gov.ua/park';
    const { app } = await aPublication({ url });
    const answer = await submit(
      app,
      '/publications/new',
      { ...news, title: 'Інша', url: `${url}/` },
      'editor',
    );
    expect(answer.location).toBe(`${FIRST}?done=kept`);
  });

  it('takes away what was emptied, and keeps the photos', async () => {
    const { app, parts } = await aPublication({ credit: 'ТРК' });
    await submit(app, `${FIRST}/add-photos`, { photoUrl: 'https://a.ua/1.jpg', alt: 'Сцена' }, 'editor');
    await submit(app, `${FIRST}/edit`, { ...news, title: 'Сквер' }, 'editor');
    const [kept] = (await parts.publications.list({ limit: 1 })).items;
    expect(kept).toMatchObject({ title: 'Сквер', credit: undefined, photos: [{ alt: 'Сцена' }] });
  });

  it('is for those who may write', async () => {
    const { app } = await aPublication();
    expect((await submit(app, '/publications/new', news, 'moderator')).status).toBe(403);
    expect((await submit(app, `${FIRST}/remove`, {}, 'viewer')).status).toBe(403);
    expect((await open(app, '/publications/import', 'moderator')).status).toBe(403);
  });
});

describe('the page of a publication', () => {
  it('shows before publication that a draft act is too late', async () => {
    const draft = {
      ...news,
      publishedAt: '',
      kind: 'act',
      'act.issuer': 'council',
      'act.stage': 'draft',
      'act.number': '12',
      'act.date': '2026-11-30',
    };
    const { app } = await aPublication(draft);
    const { html } = await open(app, FIRST, 'editor');
    expect(html).toContain('Порушення строку: до розгляду 30 листопада 2026 року лише 4 повні робочі дні');
    expect(html).toContain('Найближчий законний день розгляду – 8 грудня 2026 року.');
    expect(html).toContain('Позначити оприлюдненою зараз');
  });

  it('makes a broadcast draft of it by one click, and names it', async () => {
    const { app, parts } = await aPublication({ url: 'https://nizhynrada.gov.ua/park' });
    const { location } = await submit(app, `${FIRST}/broadcast`, {}, 'editor');
    expect(location).toBe('/broadcasts/b2?done=save');
    expect(await parts.broadcasts.get('b2')).toMatchObject({
      status: 'draft',
      kind: 'news',
      title: news.title,
      text: news.text,
      link: { url: 'https://nizhynrada.gov.ua/park', label: 'Читати на сайті' },
      audience: { topics: ['news'] },
      publicationId: FIRST.slice('/publications/'.length),
    });
  });

  it('keeps an uploaded photo with its words, and lets it go again', async () => {
    const { app } = await aPublication({ kind: 'event-report' });
    expect((await open(app, FIRST, 'editor')).html).toContain(
      'не рахується серед матеріалів із фотографіями',
    );
    const form = new FormData();
    form.set(CSRF_FIELD, 'csrf-of-editor');
    form.set('alt', 'Діти на сцені');
    form.append('files', new File([new Uint8Array([1])], 'scene.jpg'));
    const headers = { cookie: cookieOf('editor') };
    await app.request(`${FIRST}/add-photos`, { method: 'POST', headers, body: form });
    const { html } = await open(app, FIRST, 'editor');
    expect(html).toContain('<img src="/media/scene.jpg" alt="Діти на сцені"');
    expect(html).not.toContain('не рахується серед');
    await submit(app, `${FIRST}/remove-photo`, { place: '0' }, 'editor');
    expect((await open(app, FIRST, 'editor')).html).toContain('Фото немає.');
  });

  it('says what is wrong with the address of a photo, and keeps what was typed', async () => {
    const { app } = await aPublication();
    const photo = { photoUrl: 'http://a.ua/1.jpg', alt: 'Діти на сцені' };
    const { status, html } = await submit(app, `${FIRST}/add-photos`, photo, 'editor');
    expect(status).toBe(422);
    expect(html).toContain('Адреса фото має починатися з https://.');
    expect(html).toMatch(/<details open=""><summary>Додати фото/);
    for (const typed of Object.values(photo)) expect(html).toContain(`value="${typed}"`);
  });

  it('keeps to which media it was given', async () => {
    const { app } = await aPublication();
    const handOver = { type: 'information', outlet: 'Вісті', at: '2026-11-20T11:30' };
    await submit(app, `${FIRST}/add-hand-over`, handOver, 'editor');
    expect((await open(app, FIRST, 'editor')).html).toContain('Інформація – Вісті, 20 листопада, 11:30');
    const wrong = await submit(app, `${FIRST}/add-hand-over`, { ...handOver, at: 'колись' }, 'editor');
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Впишіть видання, день і час передачі.');
    expect(wrong.html).toMatch(/<details open=""><summary>Додати передачу/);
    expect(wrong.html).toMatch(/<input[^>]* name="outlet"[^>]* value="Вісті"/);
    await submit(app, `${FIRST}/remove-hand-over`, { place: '0' }, 'editor');
    expect((await open(app, FIRST, 'editor')).html).toContain('Нікому не передавали.');
  });

  it('takes it out of the register', async () => {
    const { app } = await aPublication();
    expect((await submit(app, `${FIRST}/remove`, {}, 'editor')).location).toBe('/publications?done=remove');
    expect((await open(app, FIRST, 'editor')).status).toBe(404);
  });
});

describe('the import', () => {
  it('shows what would happen, changes nothing, and then brings it in', async () => {
    const { app, parts } = await aPublication({ url: 'https://nizhynrada.gov.ua/park' });
    const csv =
      'назва;адреса;вид\nНова;;новина\nПарк;http://www.nizhynrada.gov.ua/park;новина\nХиба;;казка\n';
    const send = async (name: string, value: string | File) => {
      const form = new FormData();
      form.set(CSRF_FIELD, 'csrf-of-editor');
      form.set(name, value);
      const headers = { cookie: cookieOf('editor') };
      return (await app.request('/publications/import', { method: 'POST', headers, body: form })).text();
    };
    const total = async () => (await parts.publications.count({})).total;
    const plan = await send('file', new File([csv], 'a.csv'));
    expect(plan).toContain('Додамо: 1. Уже є в реєстрі: 1. Не візьмемо: 1.');
    expect(plan).toContain('Перевірте: вид.');
    expect(await total()).toBe(1);
    expect(await send('csv', csv)).toContain('Додано: 1. Уже були в реєстрі: 1. Не взято: 1.');
    expect(await total()).toBe(2);
  });
});
