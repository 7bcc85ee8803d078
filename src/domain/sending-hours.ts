import { addDays, localClock, localDay, localMoment } from '../lib/city-time.js';

/** A time of every day by the city's clock, `HH:MM`: [from, to). `to` before `from` is past midnight. */
export interface DailyWindow {
  readonly from: string;
  readonly to: string;
}

/** Why an ordinary broadcast must wait. */
export type HoldReason = 'quiet-hours' | 'silence';

export interface Hold {
  readonly reason: HoldReason;
  readonly window: DailyWindow;
}

/** When the organisation sends nothing ordinary; null: it does at any time. */
export interface SendingHours {
  readonly quietHours: DailyWindow | null;
  /** Around the daily minute of silence at 9:00 */
  readonly silence: DailyWindow | null;
}

/** More holds than this in a row mean that they cover the whole day. */
const MAX_HOLDS = 10;

/**
 * The holds that concern a broadcast. Danger does not wait; «and in quiet hours too» leaves the minute of silence.
 *
 * @see Law 4783-IX on the daily minute of silence
 */
export function holdsOf(
  broadcast: { readonly kind: string; readonly ignoreQuietHours: boolean },
  { quietHours, silence }: SendingHours,
): readonly Hold[] {
  if (broadcast.kind === 'alert') return [];
  return [
    ...(quietHours && !broadcast.ignoreQuietHours
      ? [{ reason: 'quiet-hours', window: quietHours } as const]
      : []),
    ...(silence ? [{ reason: 'silence', window: silence } as const] : []),
  ];
}

/**
 * The first moment from `from` on that no hold covers, and the hold that ends there. Holds that leave no moment
 * of the day free hold nothing: a broadcast must not wait for ever.
 */
export function earliestSendAt(
  from: Date,
  holds: readonly Hold[],
  timeZone: string,
): { readonly at: Date; readonly reason: HoldReason | undefined } {
  let at = from;
  let reason: HoldReason | undefined;
  for (let step = 0; step < MAX_HOLDS; step += 1) {
    const hold = holds.find(({ window }) => isWithin(at, window, timeZone));
    if (!hold) return { at, reason };
    at = windowEnd(at, hold.window, timeZone);
    reason = hold.reason;
  }
  return { at: from, reason: undefined };
}

/** Whether the city's clock shows a time of the window. */
export function isWithin(moment: Date, { from, to }: DailyWindow, timeZone: string): boolean {
  const clock = localClock(moment, timeZone);
  return from <= to ? from <= clock && clock < to : from <= clock || clock < to;
}

/** When the window ends that the moment is in. An hour that autumn repeats is waited out twice. */
function windowEnd(moment: Date, { to }: DailyWindow, timeZone: string): Date {
  const today = localDay(moment, timeZone);
  const clock = localClock(moment, timeZone);
  const day = clock < to ? today : addDays(today, 1);
  const end = localMoment(day, { hour: Number(to.slice(0, 2)), minute: Number(to.slice(3)) }, timeZone);
  return end > moment ? end : new Date(end.getTime() + 60 * 60_000);
}

/** Length of the window in minutes by the clock. */
export function windowMinutes({ from, to }: DailyWindow): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  return (minutes(to) - minutes(from) + 24 * 60) % (24 * 60);
}
