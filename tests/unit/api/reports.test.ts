import { describe, expect, it } from 'vitest';
import { MARCH_2021_MARKDOWN } from '../../support/march-2021.js';
import { openWord } from '../../support/word-file.js';
import { anApi } from './an-api.js';

const MARCH = '/api/v1/reports/monthly/2021-03';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const { ask, tokenWith } = anApi();
const inType = (accept: string) => ask('GET', MARCH, { headers: { accept } });
const typeOf = (answer: Response) => answer.headers.get('content-type')?.split(';')[0];

describe('the monthly report', () => {
  it('is JSON with every number, the month before and exactly as many rows', async () => {
    const report = await (await ask('GET', MARCH)).json();
    expect(report).toMatchObject({ month: '2021-03', signature: { version: 1, name: 'Олена Коваль' } });
    const materials = report.numbers.find(({ key }: { key: string }) => key === 'materials');
    expect(materials).toMatchObject({ words: 'матеріалів', count: 465, previous: 431 });
    for (const { count, list } of report.numbers) expect(list).toHaveLength(count);
    const [first] = report.paragraphs;
    expect(first).toMatchObject({ key: 'activity', kind: 'constant', state: 'printed', heading: null });
    expect(first.text).toMatch(/^Робота відділу протягом березня 2021 року/);
    expect(report.discrepancies).toMatchObject([{ key: 'materials', signed: 465, count: 464 }]);
  });

  it('is the letter as Markdown', async () => {
    const answer = await inType('text/markdown');
    expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(await answer.text()).toContain(MARCH_2021_MARKDOWN);
  });

  it('is the letter as HTML', async () => {
    const answer = await inType('text/html');
    expect(typeOf(answer)).toBe('text/html');
    const page = await answer.text();
    expect(page).toMatch(/^<!doctype html><html lang="uk">/);
    expect(page).toContain('<p>Підготовлено та розміщено 465 новин та інших інформаційних матеріалів.');
  });

  it('is the letter for Word, named in Ukrainian', async () => {
    const answer = await inType(DOCX);
    expect(typeOf(answer)).toBe(DOCX);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="zvit-2021-03.docx"; filename*=UTF-8''${encodeURIComponent('Звіт за березень 2021.docx')}`,
    );
    const letter = await openWord(new Uint8Array(await answer.arrayBuffer()));
    expect(letter.paragraphs[0]?.text).toContain('за березень 2021 року');
  });

  it('gives its appendices for Word, and in nothing else', async () => {
    const path = `${MARCH}?part=appendices`;
    const answer = await ask('GET', path);
    expect(typeOf(answer)).toBe(DOCX);
    expect(answer.headers.get('content-disposition')).toContain('filename="dodatky-2021-03.docx"');
    const file = await openWord(new Uint8Array(await answer.arrayBuffer()));
    expect(file.paragraphs[0]?.text).toBe('Додатки до звіту за березень 2021 року');
    expect((await ask('GET', path, { headers: { accept: 'text/html' } })).status).toBe(406);
  });

  it.each([
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['text/*', 'text/markdown'],
    ['text/html, */*', 'text/html'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['application/json;q=0.3, text/markdown;q=0.7', 'text/markdown'],
    ['application/json;q=0, */*;q=0.1', 'text/markdown'],
    ['TEXT/HTML', 'text/html'],
  ])('for Accept: %s is %s', async (accept, type) => {
    const answer = await inType(accept);
    expect([answer.status, typeOf(answer), answer.headers.get('vary')]).toEqual([200, type, 'Accept']);
  });

  it.each(['application/pdf', 'text/html;q=0', 'image/*'])('is 406 for Accept: %s', async (accept) => {
    const answer = await inType(accept);
    expect([answer.status, typeOf(answer)]).toEqual([406, 'application/problem+json']);
  });

  it.each(['2021-3', '2021-00', '2021-13', '1999-12', '2100-01', '2021-03-01', 'march'])(
    'is 422 for the month %s',
    async (month) => {
      expect((await ask('GET', `/api/v1/reports/monthly/${month}`)).status).toBe(422);
      expect((await ask('POST', `/api/v1/reports/monthly/${month}/sign`)).status).toBe(422);
    },
  );

  it('can be asked for by version', async () => {
    expect(await (await ask('GET', `${MARCH}?version=current`)).json()).toMatchObject({ signature: null });
    expect(await (await ask('GET', `${MARCH}?version=1`)).json()).toMatchObject({
      signature: { version: 1 },
    });
    expect((await ask('GET', `${MARCH}?version=2`)).status).toBe(404);
    for (const version of ['0', '-1', 'latest', '1e3'])
      expect((await ask('GET', `${MARCH}?version=${version}`)).status).toBe(422);
  });

  it('is read by everybody of staff and signed by the head', async () => {
    const as = async (role: 'viewer' | 'editor' | 'head') => ({
      headers: { authorization: `Bearer ${await tokenWith(role)}` },
    });
    expect((await ask('GET', MARCH, await as('viewer'))).status).toBe(200);
    expect((await ask('POST', `${MARCH}/sign`, await as('editor'))).status).toBe(403);
    const signed = await ask('POST', `${MARCH}/sign`, await as('head'));
    expect([signed.status, await signed.json()]).toMatchObject([200, { version: 1, hash: 'h1' }]);
  });
});
