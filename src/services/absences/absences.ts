import { z } from 'zod';
import type { Absence, StandIns } from '../../domain/absence.js';
import type { Actor } from '../../domain/role.js';

/** Away from a day to a day, both included. */
export const absenceInput = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    /** Account of whoever does the work meanwhile */
    substitute: z.string().min(1).max(100),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'must not be before the first day' });
export type AbsenceInput = z.output<typeof absenceInput>;

/** Somebody's absence with the names in it. */
export interface NamedAbsence extends Absence {
  readonly staffId: string;
  readonly name: string;
  readonly substituteName: string;
}

/**
 * Who is away, and who does their work. An appeal stays with whom it was given to: for the time of the absence it is
 * the substitute's too, and there is nothing to give back afterwards. Rights do not pass over.
 */
export interface Absences {
  /** Those away today or later, the earliest first */
  planned(): Promise<readonly NamedAbsence[]>;
  /** The absence of a colleague that is written down: to come, now, or the last one */
  of(staffId: string): Promise<NamedAbsence | undefined>;
  /** Who stands in for whom today */
  standIns(): Promise<StandIns>;
  /**
   * Writes an absence down, in place of the one that was.
   * @throws {Refusal} forbidden, notFound; invalid: past days, or a substitute who would not see the work
   */
  set(staffId: string, input: AbsenceInput, actor: Actor): Promise<void>;
  /**
   * Back today, or not leaving at all.
   * @throws {Refusal} forbidden; conflict when nobody is away
   */
  end(staffId: string, actor: Actor): Promise<void>;
}
