import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/domain/role.js';
import { createCityCalendar } from '../../../../src/services/greetings/city-calendar.js';
import { localHolidayInput } from '../../../../src/services/greetings/input.js';
import { greetedHolidays } from '../../../../src/services/reports/holidays.js';
import { memoryGreetings, memoryHolidays } from '../../../support/memory-holidays.js';

const EDITOR: Actor = { kind: 'staff', id: 'editor', name: 'Олена', roles: ['editor'] };

function aGreeting(...holidayIds: string[]) {
  return {
    id: holidayIds.join(),
    kind: 'greeting',
    title: 'Привітання',
    url: undefined,
    preparedBy: undefined,
    credit: undefined,
    act: undefined,
    event: undefined,
    holidayIds,
    publishedAt: new Date('2021-03-25T07:30:00Z'),
    photoCount: 0,
    department: undefined,
  } as const;
}

describe('the holidays that the report names', () => {
  it('are those of the greetings, each once, with the city’s own and without memorial days', async () => {
    const calendar = createCityCalendar({
      store: memoryHolidays(),
      greetings: memoryGreetings(),
      audit: { record: async () => {} },
      randomId: () => 'c0ffee00-0000',
    });
    const day = { name: 'День міста', date: '2021-03-30', everyYear: true, isMemorial: false };
    await calendar.addLocal(localHolidayInput.parse(day), EDITOR);
    const greetings = [
      aGreeting('sbu', 'women'),
      aGreeting('sbu', 'unknown'),
      aGreeting('shevchenko'),
      aGreeting('local-c0ffee00'),
    ];
    expect(await greetedHolidays(greetings, 2021, calendar.find)).toEqual([
      {
        id: 'sbu',
        day: '2021-03-25',
        genitive: 'Дня Служби безпеки України',
        instrumental: 'Днем Служби безпеки України',
        reportCase: 'genitive',
      },
      {
        id: 'women',
        day: '2021-03-08',
        genitive: 'Міжнародного жіночого дня',
        instrumental: 'Міжнародним жіночим днем',
        reportCase: 'instrumental',
      },
      {
        id: 'local-c0ffee00',
        day: '2021-03-30',
        genitive: 'Дня міста',
        instrumental: 'Днем міста',
        reportCase: 'genitive',
      },
    ]);
  });
});
