/** Answers of a change that are not a value to store. */
export const UNCHANGED = Symbol('unchanged');
export const REMOVED = Symbol('removed');

/** What an operator makes of the value at its path; `undefined` stands for a missing field. */
export type Change = (current: unknown) => unknown;
