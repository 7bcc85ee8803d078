import { Refusal } from '../../domain/refusal.js';

/** The appeal is not in a state for this. @param code stable, after `appeal.` */
export function conflict(code: string, message: string): Refusal {
  return new Refusal('conflict', `appeal.${code}`, message);
}

/** A colleague has taken it. */
export function takenByOther(): Refusal {
  return conflict('taken', 'Це звернення вже взяв інший працівник. Попросіть передати його вам.');
}
