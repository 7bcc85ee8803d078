/** Days on which a colleague is away, and who does their work. */
export interface Absence {
  /** First and last day away, `YYYY-MM-DD` in the city's calendar */
  readonly from: string;
  readonly to: string;
  readonly substituteId: string;
}

/** Who does the work of somebody who is away today. */
export interface StandIn {
  readonly id: string;
  readonly name: string;
  /** Last day away, `YYYY-MM-DD` */
  readonly until: string;
}

/** Today's, by the id of the one who is away; whoever is not in it works. */
export type StandIns = ReadonlyMap<string, StandIn>;

/** Whether the colleague is away on the day. */
export function isAwayOn({ from, to }: Absence, day: string): boolean {
  return from <= day && day <= to;
}

/** Whether two absences have a day in common. */
export function overlaps(a: Pick<Absence, 'from' | 'to'>, b: Pick<Absence, 'from' | 'to'>): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/**
 * Who works for a colleague that day: the substitute or, where they are away too, theirs.
 *
 * @param absences by the id of the one who is away
 * @returns undefined for one who is at work, and where everybody in the row is away
 */
export function substituteOn(
  day: string,
  staffId: string,
  absences: ReadonlyMap<string, Absence>,
): string | undefined {
  const seen = new Set<string>();
  let id = staffId;
  for (let absence = absences.get(id); absence && isAwayOn(absence, day); absence = absences.get(id)) {
    if (seen.has(id)) return undefined;
    seen.add(id);
    id = absence.substituteId;
  }
  return id === staffId ? undefined : id;
}

/** Whose appeals are the colleague's to answer today: their own, and those of whom they substitute. */
export function workOf(staffId: string, standIns: StandIns): readonly string[] {
  return [staffId, ...substitutedBy(staffId, standIns)];
}

/** Whom the colleague substitutes today. */
export function substitutedBy(staffId: string, standIns: StandIns): readonly string[] {
  return [...standIns].flatMap(([absentId, { id }]) => (id === staffId ? [absentId] : []));
}
