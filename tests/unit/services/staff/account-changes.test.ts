import { describe, expect, it } from 'vitest';
import {
  enableSecondFactor,
  firstAccount,
  PASSWORD,
  staffServices,
  tokenOf,
} from '../../../support/staff-services.js';

const ADMIN = { kind: 'token', id: 'admin', name: 'admin', roles: ['administrator'] } as const;
const MODERATOR = { email: 'm@rada.gov.ua', name: 'Модератор', roles: ['moderator' as const] };

describe('changing a colleague', () => {
  it('changes only what is given, at once, and writes down rights but no names', async () => {
    const { staff, audit } = staffServices();
    const { id } = await staff.accounts.add(MODERATOR, ADMIN);
    const session = await staff.sessions.start(id, { proof: 'password', from: '' });
    await staff.accounts.change(id, { name: 'Інна Сова', departments: ['housing'] }, ADMIN);
    expect(await staff.accounts.get(id)).toMatchObject({
      name: 'Інна Сова',
      roles: ['moderator'],
      position: '',
    });
    expect((await staff.sessions.find(session))?.actor.departmentIds).toEqual(['housing']);
    const entry = audit.entries.at(-1);
    expect(entry).toMatchObject({ action: 'staff.change', subject: id });
    expect(JSON.parse(entry?.before ?? '')).toEqual({ roles: ['moderator'], departmentIds: [] });
    expect(JSON.parse(entry?.after ?? '')).toEqual({
      roles: ['moderator'],
      departmentIds: ['housing'],
      fields: ['name'],
    });
    await staff.accounts.change(id, { departments: [] }, ADMIN);
    expect((await staff.sessions.find(session))?.actor.departmentIds).toBeUndefined();
  });

  it('knows only departments that exist and accounts that are open', async () => {
    const { staff } = staffServices();
    const { id } = await staff.accounts.add(MODERATOR, ADMIN);
    const refusal = (who: string, departments: string[]) =>
      staff.accounts.change(who, { departments }, ADMIN).catch(({ code }) => code);
    expect(await refusal(id, ['housing', 'nothing'])).toBe('staff.department');
    await staff.accounts.remove(id, ADMIN);
    expect(await refusal(id, [])).toBe('staff.unknown');
    expect(await refusal('nobody', [])).toBe('staff.unknown');
  });

  it('leaves at least one administrator, also when two take each other’s role at one moment', async () => {
    const { staff } = staffServices();
    const first = await firstAccount(staff);
    const demote = (id: string) =>
      staff.accounts.change(id, { roles: ['viewer'] }, ADMIN).catch(({ code }) => code);
    expect(await demote(first)).toBe('staff.last-administrator');
    const { id: second, link } = await staff.accounts.add({ ...MODERATOR, roles: ['administrator'] }, ADMIN);
    // Somebody who has never signed in cannot help.
    expect(await demote(first)).toBe('staff.last-administrator');
    await staff.access.use(tokenOf(link), { email: '', name: '', position: '', password: PASSWORD });
    const both = await Promise.all([demote(first), demote(second)]);
    expect(both.filter((code) => code === 'staff.last-administrator')).toHaveLength(1);
  });

  it('takes the second factor of a lost phone off and signs its owner out everywhere', async () => {
    const { staff, real, audit } = staffServices();
    const id = await firstAccount(staff);
    await enableSecondFactor(staff, id, real());
    const session = await staff.sessions.start(id, { proof: 'second-factor', from: '' });
    await staff.accounts.resetSecondFactor(id, ADMIN);
    expect(await staff.secondFactor.of(id)).toBeUndefined();
    expect(await staff.sessions.find(session)).toBeUndefined();
    expect(audit.entries.at(-1)).toMatchObject({
      action: 'staff.remove-second-factor',
      actorId: 'admin',
      subject: id,
    });
    expect((await staff.pendingSignIns.begin(id))?.step).toBe('setup');
  });
});
