import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draftNotice } from '../../../src/domain/draft-notice.js';
import { isWorkingDay, workingDayAfter, workingDaysBetween } from '../../../src/domain/working-days.js';
import { addDays } from '../../../src/lib/city-time.js';

it.each([
  ['2021-03-08', 'a holiday', false],
  ['2021-05-03', 'the day that 1 May, a Saturday, moved to', false],
  ['2021-05-04', 'the day that Easter, 2 May, moved to', false],
  ['2021-05-05', 'the day after both', true],
  ['2021-05-10', 'the day that 9 May moved to', false],
  ['2021-06-21', 'the day after Trinity', false],
  ['2021-03-06', 'a Saturday', false],
  ['2024-03-08', 'a holiday under martial law', true],
  ['2026-08-24', 'a holiday under martial law', true],
])('%s is %s: worked %s', (day, _why, isWorked) => {
  expect(isWorkingDay(day)).toBe(isWorked);
});

it('counts the seed’s month by both calendars', () => {
  expect(workingDaysBetween('2021-02-28', '2021-04-01')).toBe(22);
  expect(workingDaysBetween('2021-02-28', '2021-04-01', 'martial-law')).toBe(23);
});

it('finds that a draft of 1 March 2021 is too late for the session of 15 March', () => {
  expect(draftNotice('2021-03-01', '2021-03-15')).toEqual({
    requiredDays: 10,
    calendar: 'ordinary',
    fullDays: 8,
    otherCalendarDays: 9,
    earliestSessionOn: '2021-03-17',
    isBreached: true,
  });
});

it.each([
  ['2021-04-21', '2021-05-11', 'May’s holidays move to the 3rd, 4th and 10th'],
  ['2021-12-20', '2022-01-06', 'Christmas and New Year on Saturdays move to Mondays'],
  ['2020-09-14', '2020-10-13', 'the last day of the rule of twenty'],
  ['2020-09-15', '2020-09-30', 'the first day of the rule of ten'],
  ['2022-02-18', '2022-03-07', 'martial law begins in between'],
  ['2024-03-01', '2024-03-18', '8 March is worked under martial law'],
])('lets a draft of %s be considered from %s on: %s', (publishedOn, sessionOn) => {
  expect(draftNotice(publishedOn, sessionOn)).toMatchObject({
    earliestSessionOn: sessionOn,
    isBreached: false,
  });
});

it('knows that twenty days were needed before September 2020', () => {
  expect(draftNotice('2020-06-01', '2020-06-25')).toMatchObject({ requiredDays: 20, isBreached: true });
});

const aDay = fc.integer({ min: 0, max: 365 * 20 }).map((days) => addDays('2015-01-01', days));

it('calls the earliest session lawful, and the working day before it unlawful', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      const { earliestSessionOn } = draftNotice(day, day);
      expect(draftNotice(day, earliestSessionOn).isBreached).toBe(false);
      expect(isWorkingDay(earliestSessionOn)).toBe(true);
      let before = addDays(earliestSessionOn, -1);
      while (!isWorkingDay(before)) before = addDays(before, -1);
      expect(draftNotice(day, before).isBreached).toBe(true);
    }),
    { numRuns: 50 },
  );
});

it('goes as many working days on as it then counts between', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: 1, max: 15 }), (day, count) => {
      expect(workingDaysBetween(day, workingDayAfter(day, count))).toBe(count - 1);
    }),
    { numRuns: 50 },
  );
});
