import type { Appeal } from '../../domain/appeal.js';
import { kindOfNumber } from '../../domain/appeal-number.js';
import { answerClocksOf } from '../../domain/terms/answer-clock.js';
import { dueOf } from '../../domain/terms/due.js';
import { localDay } from '../../lib/city-time.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { awaitsRegistration } from './opening.js';
import { alreadyRegistered, invalid } from './refusals.js';

/** Registration by a person, with the office's own incoming number: the term runs from the day they name. */
export function registeringAppeals(
  { clocks, office }: Pick<DeskDeps, 'clocks' | 'office'>,
  { writable, apply, notify, repeated }: Desk,
): Pick<Appeals, 'register'> {
  return {
    async register(number, { incomingNumber, registeredAt = clocks.now(), requestId }, actor) {
      const appeal = await writable(number, actor);
      const again = await repeated(appeal, requestId);
      if (again) return again;
      if (!awaitsRegistration(appeal)) throw alreadyRegistered();
      checkMoment(appeal, registeredAt);
      const { timeZone, ...hours } = await office();
      const clock = answerClocksOf(kindOfNumber(number))?.ordinary;
      const dueAt = clock && dueOf(clock, registeredAt, { timeZone, ...hours })?.dueAt;
      const change = {
        ...(appeal.status === 'received' ? { status: 'registered' as const } : {}),
        registeredAt,
        incomingNumber,
        dueAt,
        history: { status: 'registered', at: clocks.now(), by: actor.id },
      } as const;
      const guard = { whenUnregistered: true };
      // The citizen was promised a day and given a number when it was received.
      const isNews = localDay(registeredAt, timeZone) !== localDay(appeal.registeredAt, timeZone);
      if (!dueAt || (incomingNumber === undefined && !isNews))
        return apply(appeal, actor, 'register', change, guard);
      const notice = { kind: 'registered', registeredAt, incomingNumber, dueAt, requestId } as const;
      return notify(appeal, actor, 'register', notice, change, guard);
    },
  };

  /** @throws {Refusal} invalid */
  function checkMoment({ receivedAt }: Appeal, registeredAt: Date): void {
    if (registeredAt < receivedAt || registeredAt > clocks.now())
      throw invalid('registration-day', 'Дата реєстрації – не раніше за отримання і не пізніше за сьогодні.');
  }
}
