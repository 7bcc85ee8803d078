import type { AppealFile } from '../../domain/appeal.js';

/** What one colleague has begun to answer to one appeal. */
export interface AnswerDraft {
  readonly text: string;
  readonly files: readonly AppealFile[];
  readonly savedAt: Date;
}

/** Unfinished answers: one for each appeal and colleague, so that nobody writes over another's. */
export interface AnswerDrafts {
  get(number: string, staffId: string): Promise<AnswerDraft | undefined>;
  /** Files are left as they are where none are given. */
  save(
    number: string,
    staffId: string,
    draft: Pick<AnswerDraft, 'text'> & Partial<Pick<AnswerDraft, 'files'>>,
  ): Promise<void>;
  /** The answer was sent, or given up. */
  remove(number: string, staffId: string): Promise<void>;
}
