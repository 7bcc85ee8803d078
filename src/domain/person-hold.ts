import { type DailyWindow, earliestSendAt } from './sending-hours.js';

/** Why an ordinary mailing must not reach this person right now. */
export const PERSON_HOLDS = ['form-open', 'own-quiet-hours'] as const;
export type PersonHold = (typeof PERSON_HOLDS)[number];

/** One mailing that waits for one person. */
export interface HeldMailing {
  readonly code: PersonHold;
  readonly since: Date;
}

/** What may hold a mailing to a person. */
export interface PersonState {
  /** They are writing an appeal: news in between would push the open question away */
  readonly formOpen: boolean;
  readonly quietHours: DailyWindow | undefined;
}

/** Longest wait of one mailing from its first hold on: nobody's news waits for ever. */
const LONGEST_MS: Readonly<Record<PersonHold, number>> = {
  'form-open': 15 * 60_000,
  'own-quiet-hours': 24 * 60 * 60_000,
};
/** A form may end at any moment, so it is looked at again this often. */
const FORM_AGAIN_MS = 10_000;

/**
 * Whether a mailing has to wait for its person, and when to look again.
 *
 * @param held why it waits already
 * @param clocks `city` decides what hour it is, `real` when to look again
 * @returns undefined when it may go now
 */
export function personHold(
  { formOpen, quietHours }: PersonState,
  held: HeldMailing | undefined,
  clocks: { readonly city: Date; readonly real: Date },
  timeZone: string,
): (HeldMailing & { readonly againAt: Date }) | undefined {
  const waits = (code: PersonHold, forMs: number) => {
    const since = held?.since ?? clocks.real;
    const endMs = since.getTime() + LONGEST_MS[code];
    if (forMs <= 0 || clocks.real.getTime() >= endMs) return undefined;
    return { code, since, againAt: new Date(Math.min(clocks.real.getTime() + forMs, endMs)) };
  };
  const quiet = quietHours ? [{ reason: 'quiet-hours', window: quietHours } as const] : [];
  const quietMs = earliestSendAt(clocks.city, quiet, timeZone).at.getTime() - clocks.city.getTime();
  return waits('own-quiet-hours', quietMs) ?? waits('form-open', formOpen ? FORM_AGAIN_MS : 0);
}
