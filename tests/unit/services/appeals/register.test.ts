import { describe, expect, it } from 'vitest';
import type { Appeal, AppealCategory } from '../../../../src/domain/appeal.js';
import type { Subscriber } from '../../../../src/domain/subscriber.js';
import { NIZHYN_DEPARTMENTS } from '../../../../src/services/appeals/nizhyn-departments.js';
import { NIZHYN_ROUTING } from '../../../../src/services/appeals/nizhyn-routing.js';
import { registerAppeal } from '../../../../src/services/appeals/register.js';
import type { AppealStore } from '../../../../src/services/appeals/store.js';
import { anOffice } from '../../../support/an-office.js';

const answeringFor = (category: AppealCategory) =>
  NIZHYN_DEPARTMENTS.find(({ categories }) => categories.includes(category))?.id ?? '';

async function departmentOf(category: AppealCategory, text: string, archived?: string): Promise<string> {
  const store: Partial<AppealStore> = {
    bySource: async () => undefined,
    nextNumber: async () => 1,
    departments: async () => NIZHYN_DEPARTMENTS.map((one) => ({ ...one, isArchived: one.id === archived })),
    departmentFor: async (asked) => answeringFor(asked),
    insert: async (appeal: Appeal) => appeal,
  };
  const deps = {
    store: store as AppealStore,
    office: async () => anOffice(),
    mode: async () => 'automatic' as const,
    routing: async () => NIZHYN_ROUTING,
    isBlocked: async () => false,
  };
  const draft = { kind: 'appeal', door: 'official', applicant: undefined, place: undefined } as const;
  const from = { person: {} as Subscriber, inboxId: 'row', receivedAt: new Date('2026-11-23T09:00:00Z') };
  return (await registerAppeal(deps, { ...draft, category, text, files: [] }, from)).departmentId;
}

describe('the department of a new appeal', () => {
  it('is found by its category, whatever words stand in it', async () => {
    expect(await departmentOf('lighting', 'Темно біля школи')).toBe('housing');
  });

  it('is found by words where the category is none of its own and they name one department', async () => {
    expect(await departmentOf('other', 'У школі № 7 немає вчителя')).toBe('education');
    expect(await departmentOf('other', 'Ліхтарі біля шкіл')).toBe('appeals-office');
    expect(await departmentOf('other', 'Доброго дня')).toBe('appeals-office');
  });

  it('is never one that is archived', async () => {
    expect(await departmentOf('other', 'У школі № 7 немає вчителя', 'education')).toBe('appeals-office');
  });
});
