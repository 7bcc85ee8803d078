import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../src/documents/table.js';
import { anAppeal } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { cookieOf } from '../../support/console/fake-staff.js';
import { open } from '../../support/console/request-as.js';

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'];

function aQueue() {
  return consoleApp({
    appeals: fakeAppeals([
      ...FORMULAS.map((subject, at) => anAppeal({ number: `Н-2026-00000${at}`, subject, category: 'roads' })),
      anAppeal({ number: 'Н-2026-000099', category: 'lighting', channel: 'paper' }),
    ]),
  });
}

async function sheetOf(bytes: Uint8Array): Promise<{ sheet: string; texts: string }> {
  const files = unzipSync(bytes);
  const read = (ending: string) => {
    const [, found] = Object.entries(files).find(([name]) => name.endsWith(ending)) ?? [];
    return new TextDecoder().decode(found);
  };
  return { sheet: read('sheet1.xml'), texts: read('sharedStrings.xml') };
}

describe('the queue as a table', () => {
  it('has every appeal of the view, and no cell that a spreadsheet runs', async () => {
    const { app } = aQueue();
    const { html, headers } = await open(app, '/appeals/register.csv', 'moderator');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(html.match(/Н-2026-\d{6}/g)).toHaveLength(7);
    for (const formula of FORMULAS) {
      expect(html).toContain(`'${formula}`);
      expect(html).not.toContain(`,${formula}`);
    }
  });

  it('keeps the filter of the queue, to which its links belong', async () => {
    const { app } = aQueue();
    const page = await open(app, '/appeals?topic=lighting', 'moderator');
    const href = /href="([^"]*register\.csv[^"]*)"/.exec(page.html)?.[1] ?? '';
    const { html } = await open(app, href, 'moderator');
    expect(html.match(/Н-2026-\d{6}/g)).toEqual(['Н-2026-000099']);
    expect(html).toContain('на папері');
  });

  it('comes for Excel with texts only', async () => {
    const { app } = aQueue();
    const headers = { cookie: cookieOf('moderator') };
    const response = await app.request('/appeals/register.xlsx', { headers });
    expect(response.status).toBe(200);
    const { sheet, texts } = await sheetOf(new Uint8Array(await response.arrayBuffer()));
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/<c [^>]*t="s"/g)).toHaveLength(sheet.match(/<c [^>]*><v>/g)?.length ?? 0);
    for (const formula of ['=1+1', '@SUM(A1)']) expect(texts).toContain(formula);
  });

  it('is not for those who only read, and is written to the audit without what was looked for', async () => {
    const { app, auditStore } = aQueue();
    expect((await open(app, '/appeals/register.csv', 'viewer')).status).toBe(403);
    expect((await open(app, '/appeals', 'viewer')).html).not.toContain('register.csv');
    await open(app, `/appeals/register.csv?q=${encodeURIComponent('Савченко')}`, 'moderator');
    expect(auditStore.entries).toHaveLength(1);
    expect(auditStore.entries[0]).toMatchObject({ action: 'appeal.export', actorId: 'moderator' });
    expect(JSON.stringify(auditStore.entries)).not.toContain('Савченко');
  });
});

describe('a table for Excel', () => {
  it('takes cells that are empty, and cuts those too long for Excel', async () => {
    const rows = (async function* () {
      yield [null, 'я'.repeat(40_000)];
    })();
    const { texts } = await sheetOf(await writeXlsx(['Перша', 'Друга'], rows));
    expect(texts).toContain('я'.repeat(32_767));
    expect(texts).not.toContain('я'.repeat(32_768));
  });
});
