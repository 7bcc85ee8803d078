import { describe, expect, it } from 'vitest';
import { registrationOf } from '../../../src/domain/office-hours.js';
import { KYIV, localMoment } from '../../../src/lib/city-time.js';

const at = (day: string, clock: string) => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return localMoment(day, { hour, minute });
};

describe('registration by office hours', () => {
  it.each([
    ['Monday', '2026-11-23', '08:00'],
    ['Friday', '2026-11-27', '16:59'],
  ])('registers at once on %s within the hours', (_, day, clock) => {
    const received = at(day, clock);
    expect(registrationOf(received, KYIV)).toEqual({ registeredAt: received, registeredLater: false });
  });

  it.each([
    ['before opening', '2026-11-23', '06:30', '2026-11-23'],
    ['after closing', '2026-11-23', '17:00', '2026-11-24'],
    ['Friday evening', '2026-11-27', '18:00', '2026-11-30'],
    ['Saturday night', '2026-11-21', '22:14', '2026-11-23'],
    ['Sunday noon', '2026-11-22', '12:00', '2026-11-23'],
    ['the Sunday on which summer time begins', '2026-03-29', '10:00', '2026-03-30'],
    ['the Sunday on which it ends', '2026-10-25', '03:30', '2026-10-26'],
  ])('waits for the next opening: %s', (_, day, clock, openingDay) => {
    expect(registrationOf(at(day, clock), KYIV)).toEqual({
      registeredAt: at(openingDay, '08:00'),
      registeredLater: true,
    });
  });
});
