import type { ConsoleParts } from '../../parts.js';
import type { Submission } from '../submission.js';

interface Action {
  /** What the page says when it is done */
  readonly done: string;
  /** @throws {Refusal} */
  readonly perform: (parts: ConsoleParts, submission: Submission) => Promise<unknown>;
}

/** What staff do on the page of an appeal, by the last part of the form's address. */
export type Actions = Readonly<Record<string, Action>>;
