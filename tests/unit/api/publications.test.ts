import { describe, expect, it } from 'vitest';
import { anApi } from './an-api.js';

const PATH = '/api/v1/publications';
const news = { kind: 'news', topic: 'news', title: 'П’ятий парк', text: 'Відкрито.' };
const act = { issuer: 'council', stage: 'draft', number: '12', date: '2026-12-01' };
const anAct = { ...news, kind: 'act', topic: 'acts' };

type Answered = Record<string, unknown> & {
  readonly id: string;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
};
const read = async (answer: Response) => (await answer.json()) as Answered;

describe('POST /api/v1/publications', () => {
  it('answers 201 with a new one and 200 with the one kept under the same address', async () => {
    const { ask } = anApi();
    const first = await ask('POST', PATH, { body: { ...news, url: 'https://nizhynrada.gov.ua/park' } });
    const second = await ask('POST', PATH, {
      body: { ...news, title: 'Інша', url: 'http://WWW.nizhynrada.gov.ua./park/?fbclid=1#a' },
    });
    expect([first.status, second.status]).toEqual([201, 200]);
    const kept = await read(first);
    expect(await read(second)).toEqual(kept);
    expect(kept).toMatchObject({ title: news.title, status: 'draft', publishedAt: null, source: 'api' });
  });

  it('keeps every field of the contract', async () => {
    const { ask } = anApi();
    const body = {
      ...news,
      kind: 'event-report',
      url: 'https://nizhynrada.gov.ua/1',
      publishedAt: '2026-11-20T10:00:00+02:00',
      preparedBy: 'Олена Коваль',
      credit: 'ДКП ТРК «Ніжинське телебачення»',
      photos: [{ url: 'https://nizhynrada.gov.ua/1.jpg', alt: 'Сцена' }],
      handOvers: [{ type: 'information', outlet: 'Вісті', at: '2026-11-20T09:00:00Z' }],
      event: { kind: 'seminar', name: 'Комунікація', nameLocative: 'семінарі «Комунікація»', inReport: true },
    };
    expect(await read(await ask('POST', PATH, { body }))).toMatchObject({
      ...body,
      status: 'published',
      publishedAt: '2026-11-20T08:00:00.000Z',
      photos: [{ url: 'https://nizhynrada.gov.ua/1.jpg', alt: 'Сцена', status: 'waiting', picture: null }],
      handOvers: [{ type: 'information', outlet: 'Вісті', at: '2026-11-20T09:00:00.000Z' }],
      event: { ...body.event, departmentId: null, reportOrder: null },
    });
  });

  it.each([
    ['an alert', { ...news, kind: 'alert' }],
    ['no topic', { kind: 'news', title: 'а', text: 'б' }],
    ['an unknown field', { ...news, status: 'published' }],
    ['an address that is none', { ...news, url: 'nizhynrada.gov.ua' }],
    ['an address of code', { ...news, url: 'javascript:alert(1)' }],
    ['a photo over http', { ...news, photos: [{ url: 'http://nizhynrada.gov.ua/1.jpg', alt: '' }] }],
    ['a day that is none', { ...anAct, act: { ...act, date: '2026-02-30' } }],
    ['an act of nobody', anAct],
    ['news with an act', { ...news, act }],
    ['an order of the council', { ...anAct, act: { ...act, stage: 'order' } }],
    ['a decision of the mayor', { ...anAct, act: { ...act, issuer: 'mayor' } }],
  ])('refuses %s with 422', async (_what, body) => {
    expect((await anApi().ask('POST', PATH, { body })).status).toBe(422);
  });

  it('needs the right to write', async () => {
    const { ask, tokenWith } = anApi();
    const as = async (role: 'editor' | 'moderator') => {
      const headers = { authorization: `Bearer ${await tokenWith(role)}` };
      return (await ask('POST', PATH, { body: news, headers })).status;
    };
    expect([await as('editor'), await as('moderator')]).toEqual([201, 403]);
  });
});

describe('an act', () => {
  it('has a number of its own with each issuer', async () => {
    const { ask } = anApi();
    const codes = async (given: object) =>
      (
        await read(
          await ask('POST', PATH, { body: { ...anAct, act: { ...act, stage: 'adopted', ...given } } }),
        )
      ).warnings.map(({ code }) => code);
    expect(await codes({})).toEqual([]);
    expect(await codes({ issuer: 'executive-committee' })).toEqual([]);
    expect(await codes({ date: '2025-12-01' })).toEqual([]);
    expect(await codes({})).toEqual(['act.number-taken']);
  });

  it('is shown to be late before it appears, with the earliest lawful day', async () => {
    const { ask } = anApi();
    const draft = { ...anAct, act: { ...act, date: '2021-03-15' } };
    const { id, warnings } = await read(await ask('POST', PATH, { body: draft }));
    expect(warnings.map(({ code }) => code)).toEqual(['act.draft-too-late']);
    const change = { publishedAt: '2021-03-01T10:00:00+02:00' };
    expect((await read(await ask('PATCH', `${PATH}/${id}`, { body: change }))).warnings).toEqual([
      {
        code: 'act.draft-too-late',
        message:
          'Порушення строку: до розгляду 15 березня 2021 року лише 8 повних робочих днів, а закон вимагає оприлюднити проєкт не пізніш як за 10 робочих днів. Найближчий законний день розгляду – 17 березня 2021 року. Святкові дні вихідні, тож їх не враховано; за правилами воєнного стану, коли вони робочі, було б 9.',
      },
    ]);
    const inTime = { act: { ...act, date: '2021-03-17' } };
    expect((await read(await ask('PATCH', `${PATH}/${id}`, { body: inTime }))).warnings).toEqual([]);
  });
});

it('warns that an event report without a photo is not one with photos', async () => {
  const report = { ...news, kind: 'event-report' };
  const { warnings } = await read(await anApi().ask('POST', PATH, { body: report }));
  expect(warnings.map(({ code }) => code)).toEqual(['event-report.no-photo']);
});

describe('GET /api/v1/publications', () => {
  it('takes days of the city, the last one included', async () => {
    const { ask } = anApi();
    for (const publishedAt of ['2021-03-31T23:59:00+03:00', '2021-04-01T00:00:00+03:00'])
      await ask('POST', PATH, { body: { ...news, title: publishedAt, publishedAt } });
    const titles = async (query: string) => {
      const { items } = (await (await ask('GET', `${PATH}?${query}`)).json()) as {
        items: { title: string }[];
      };
      return items.map(({ title }) => title);
    };
    expect(await titles('from=2021-03-01&to=2021-03-31')).toEqual(['2021-03-31T23:59:00+03:00']);
    expect(await titles('from=2021-03-31T21:00:00Z')).toEqual(['2021-04-01T00:00:00+03:00']);
  });

  it.each([
    'kind=alert',
    'topic=x',
    'from=yesterday',
    'form=2021-03-01',
    'kind=news&kind=act',
    'status=deleted',
  ])('refuses ?%s with 422', async (query) => {
    expect((await anApi().ask('GET', `${PATH}?${query}`)).status).toBe(422);
  });
});

describe('a change', () => {
  it('keeps what is absent, takes away what is null, and answers 409 for the address of another', async () => {
    const { ask } = anApi();
    const url = 'https://nizhynrada.gov.ua/1';
    await ask('POST', PATH, { body: { ...news, url } });
    const { id } = await read(await ask('POST', PATH, { body: { ...news, credit: 'ТРК', url: `${url}2` } }));
    const changed = await read(await ask('PATCH', `${PATH}/${id}`, { body: { credit: null } }));
    expect(changed).toMatchObject({ title: news.title, url: `${url}2`, credit: null });
    expect((await ask('PATCH', `${PATH}/${id}`, { body: { url } })).status).toBe(409);
    expect((await ask('DELETE', `${PATH}/${id}`)).status).toBe(204);
    expect((await ask('GET', `${PATH}/${id}`)).status).toBe(404);
  });
});
