import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../../../src/domain/role.js';
import { createAbsences } from '../../../../src/services/absences/service.js';
import { createAudit } from '../../../../src/services/audit/audit.js';
import { memoryAuditStore, memoryStaffStores } from '../staff/memory-stores.js';

const ADMINISTRATOR: Actor = { kind: 'staff', id: 'admin', name: 'А', roles: ['administrator'] };
const DAYS = { from: '2026-11-24', to: '2026-12-04' };

/** Accounts with their departments, on Monday 23 November 2026. */
async function aCouncil() {
  const { accounts } = memoryStaffStores();
  const audit = memoryAuditStore();
  let time = new Date('2026-11-23T09:00:00Z');
  const now = () => time;
  const add = async (name: string, departmentIds: readonly string[] = [], role: Role = 'moderator') => {
    const email = `${name}@rada.gov.ua`;
    const fields = { email, name, position: '', roles: [role], departmentIds, createdAt: time };
    const account = await accounts.insert({ ...fields, active: true, passwordHash: undefined });
    if (!account) throw new Error('inserted once');
    return account.id;
  };
  return {
    absences: createAbsences({ accounts, audit: createAudit(audit, now), now, timeZone: 'Europe/Kyiv' }),
    accounts,
    audit,
    olena: await add('Олена', ['housing']),
    petro: await add('Петро', ['housing', 'welfare']),
    ivan: await add('Іван', ['welfare']),
    viewer: await add('Вікторія', [], 'viewer'),
    on: (day: string) => {
      time = new Date(`${day}T09:00:00Z`);
    },
  };
}

const actorOf = (id: string, changes: Partial<Actor> = {}): Actor => ({
  kind: 'staff',
  id,
  name: id,
  roles: ['moderator'],
  ...changes,
});

describe('an absence that is written down', () => {
  it('makes the substitute stand in from the first day to the last, and nobody afterwards', async () => {
    const { absences, olena, petro, on } = await aCouncil();
    await absences.set(olena, { ...DAYS, substitute: petro }, actorOf(olena));
    expect(await absences.standIns()).toEqual(new Map());
    const standIn = { id: petro, name: 'Петро', until: '2026-12-04' };
    for (const day of ['2026-11-24', '2026-12-04']) {
      on(day);
      expect(await absences.standIns()).toEqual(new Map([[olena, standIn]]));
    }
    on('2026-12-05');
    expect(await absences.standIns()).toEqual(new Map());
    expect(await absences.planned()).toEqual([]);
  });

  it('is listed with names, and audited before and after', async () => {
    const { absences, audit, olena, petro, on } = await aCouncil();
    await absences.set(olena, { ...DAYS, substitute: petro }, ADMINISTRATOR);
    expect(await absences.planned()).toEqual([
      { ...DAYS, substituteId: petro, staffId: olena, name: 'Олена', substituteName: 'Петро' },
    ]);
    on('2026-11-30');
    await absences.end(olena, ADMINISTRATOR);
    expect(await absences.of(olena)).toMatchObject({ from: '2026-11-24', to: '2026-11-29' });
    expect(audit.entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['staff.absence', olena],
      ['staff.absence-end', olena],
    ]);
  });

  it('is gone when it is called off before it began', async () => {
    const { absences, olena, petro } = await aCouncil();
    await absences.set(olena, { ...DAYS, substitute: petro }, actorOf(olena));
    await absences.end(olena, actorOf(olena));
    expect(await absences.of(olena)).toBeUndefined();
    await expect(absences.end(olena, actorOf(olena))).rejects.toMatchObject({ code: 'absence.over' });
  });

  it('leaves the work with nobody else when the substitute’s access is closed', async () => {
    const { absences, accounts, olena, petro, on } = await aCouncil();
    await absences.set(olena, { ...DAYS, substitute: petro }, actorOf(olena));
    await accounts.change(petro, { active: false });
    on('2026-11-25');
    expect(await absences.standIns()).toEqual(new Map());
  });
});

describe('who may write an absence down', () => {
  it('is the person, an administrator, and the head of all the person’s departments', async () => {
    const { absences, olena, petro } = await aCouncil();
    const input = { ...DAYS, substitute: petro };
    const head = (departmentIds?: readonly string[]) => actorOf('head', { roles: ['head'], departmentIds });
    for (const actor of [actorOf(olena), ADMINISTRATOR, head(), head(['housing'])])
      await expect(absences.set(olena, input, actor)).resolves.toBeUndefined();
    for (const actor of [actorOf(petro), head(['welfare'])]) {
      await expect(absences.set(olena, input, actor)).rejects.toMatchObject({ code: 'absence.others' });
      await expect(absences.end(olena, actor)).rejects.toMatchObject({ code: 'absence.others' });
    }
  });
});

describe('an absence is refused', () => {
  it('without somebody who could do the work and see all of it', async () => {
    const { absences, olena, petro, ivan, viewer } = await aCouncil();
    const set = (substitute: string) => absences.set(olena, { ...DAYS, substitute }, ADMINISTRATOR);
    await expect(set(viewer)).rejects.toMatchObject({ code: 'absence.substitute' });
    await expect(set('f'.repeat(24))).rejects.toMatchObject({ code: 'absence.substitute' });
    await expect(set(olena)).rejects.toMatchObject({ code: 'absence.oneself' });
    await expect(set(ivan)).rejects.toMatchObject({ code: 'absence.departments' });
    await absences
      .set(petro, { from: '2026-12-04', to: '2026-12-10', substitute: olena }, ADMINISTRATOR)
      .catch(() => undefined);
    await expect(set(petro)).resolves.toBeUndefined();
  });

  it('with a substitute who is away on one of the days', async () => {
    const { absences, accounts, olena, petro } = await aCouncil();
    await accounts.change(petro, { absence: { from: '2026-12-04', to: '2026-12-10', substituteId: 'x' } });
    await expect(absences.set(olena, { ...DAYS, substitute: petro }, ADMINISTRATOR)).rejects.toMatchObject({
      code: 'absence.substitute-away',
    });
  });

  it('for days that are over, or for ever', async () => {
    const { absences, olena, petro } = await aCouncil();
    const set = (from: string, to: string) =>
      absences.set(olena, { from, to, substitute: petro }, ADMINISTRATOR);
    await expect(set('2026-11-01', '2026-11-22')).rejects.toMatchObject({ code: 'absence.past' });
    await expect(set('2026-11-24', '2036-11-24')).rejects.toMatchObject({ code: 'absence.too-long' });
  });
});
