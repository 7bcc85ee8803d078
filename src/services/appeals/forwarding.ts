import type { Appeal } from '../../domain/appeal.js';
import { dueOf } from '../../domain/terms/due.js';
import { endOfLocalDay, localDay } from '../../lib/city-time.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { invalid, mustBeOfficial, mustBeOpen, mustNotBeComment } from './refusals.js';

const NO_APPEAL = 'Анонімне повідомлення за законом не є зверненням: його нікуди не надсилають.';

/** What leaves the office, or waits for the citizen: sent to whom it concerns, or asked to be completed. */
export function forwardingAppeals(
  { clocks, office }: Pick<DeskDeps, 'clocks' | 'office'>,
  { writable, notify, repeated }: Desk,
): Pick<Appeals, 'forwardOutside' | 'requestDetails'> {
  return {
    async forwardOutside(number, { requestId, ...letter }, actor) {
      const appeal = await writable(number, actor);
      const again = await repeated(appeal, requestId);
      if (again) return again;
      mustBeOfficial(appeal, NO_APPEAL);
      mustNotBeComment(appeal);
      mustBeOpen(appeal);
      await checkLetterDay(appeal, letter.letterDay);
      const status = 'forwarded';
      const history = { status, at: clocks.now(), by: actor.id, outside: letter } as const;
      return notify(
        appeal,
        actor,
        'forward-outside',
        { kind: 'forwarded', ...letter, requestId },
        { status, toSign: null, history },
      );
    },

    async requestDetails(number, { missing, until: untilDay, requestId }, actor) {
      const appeal = await writable(number, actor);
      const again = await repeated(appeal, requestId);
      if (again) return again;
      mustBeOfficial(appeal, NO_APPEAL);
      mustBeOpen(appeal);
      const until = await lastDayToComplete(untilDay);
      const status = 'needs-details';
      const history = { status, at: clocks.now(), by: actor.id, missing, until } as const;
      return notify(
        appeal,
        actor,
        'request-details',
        { kind: 'details', missing, until, requestId },
        { status, history },
      );
    },
  };

  /** @throws {Refusal} invalid: before the appeal came, or to come */
  async function checkLetterDay({ receivedAt }: Appeal, letterDay: string): Promise<void> {
    const { timeZone } = await office();
    if (letterDay < localDay(receivedAt, timeZone) || letterDay > localDay(clocks.now(), timeZone))
      throw invalid('letter-day', 'Дата листа – не раніше за звернення і не пізніше за сьогодні.');
  }

  /** As long as the law gives the office to return what is wrongly drawn up. @throws {Refusal} invalid */
  async function lastDayToComplete(day: string | undefined): Promise<Date> {
    const hours = await office();
    const today = localDay(clocks.now(), hours.timeZone);
    if (day !== undefined && day < today)
      throw invalid('details-day', 'Дата, до якої чекаємо доповнення, – не раніше за сьогодні.');
    const usual = dueOf('return', clocks.now(), hours)?.lastDay ?? today;
    return endOfLocalDay(day ?? usual, hours.timeZone);
  }
}
