import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/role.js';
import { createAudit } from '../../../src/services/audit/audit.js';
import { NOW } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { open, submit } from '../../support/console/request-as.js';

const MODERATOR: Actor = { kind: 'staff', id: 'moderator', name: 'Олена Коваль', roles: ['moderator'] };

/** A console whose book has an appeal handed over, and a broadcast paused with a title that is a formula. */
async function withLines() {
  const world = consoleApp();
  const audit = createAudit(world.auditStore, () => NOW);
  await audit.record({
    actor: MODERATOR,
    action: 'appeal.forward',
    subject: 'Н-2026-000123',
    before: { status: 'registered', departmentId: 'housing' },
    after: { status: 'in-progress', departmentId: 'welfare' },
  });
  await audit.record({ actor: { ...MODERATOR, id: 'head' }, action: 'broadcast.pause', subject: '=1+1' });
  return world;
}

describe('/audit', () => {
  it('says who changed what, before and after, in words', async () => {
    const { app } = await withLines();
    const { html } = await open(app, '/audit', 'head');
    expect(html).toContain('Звернення передано підрозділу');
    expect(html).toContain('href="/appeals/%D0%9D-2026-000123"');
    expect(html).toContain('23 листопада, 12:00 · Олена Коваль · запис № 1');
    expect(html).toContain('<del>Зареєстровано</del> → <ins>В роботі</ins>');
    expect(html).toContain('<ins>Управління соціального захисту населення</ins>');
  });

  it.each([
    ['actor=moderator', ['№ 1']],
    ['action=broadcast.pause', ['№ 2']],
    ['subject=Н-2026-000123', ['№ 1']],
    ['from=2026-11-24', []],
    ['from=2026-11-23&to=2026-11-23', ['№ 2', '№ 1']],
  ])('filters by %s', async (query, expected) => {
    const { app } = await withLines();
    const { html } = await open(app, `/audit?${query}`, 'administrator');
    expect(html.match(/№ \d+(?=<)/g) ?? []).toEqual(expected);
  });

  it('comes as a table that no spreadsheet runs, and as lines that can be checked', async () => {
    const { app, auditStore } = await withLines();
    const csv = await open(app, '/audit.csv?action=broadcast.pause', 'head');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.html).toContain(",'=1+1,");
    const ndjson = await open(app, '/audit.ndjson?action=appeal.forward', 'head');
    expect(JSON.parse(ndjson.html)).toEqual(JSON.parse(JSON.stringify(auditStore.entries[0])));
    expect(auditStore.entries.map(({ action }) => action).slice(2)).toEqual(['audit.export', 'audit.export']);
  });

  it('says that the chain is whole, or where it is broken', async () => {
    const { app, auditStore } = await withLines();
    expect((await submit(app, '/audit/verify', {}, 'head')).html).toContain(
      'Ланцюг цілий: перевірено 2 записи.',
    );
    Object.assign(auditStore.entries[0] ?? {}, { actorId: 'editor' });
    const { html } = await submit(app, '/audit/verify', {}, 'head');
    expect(html).toContain('№ 1: запис змінено після того, як його зроблено');
  });

  it.each(['/audit', '/audit.csv', '/audit.ndjson'])('%s is closed to others', async (path) => {
    const { app } = await withLines();
    for (const role of ['editor', 'approver', 'moderator', 'viewer'] as const)
      expect((await open(app, path, role)).status).toBe(403);
    expect((await open(app, path)).status).toBe(302);
  });
});
