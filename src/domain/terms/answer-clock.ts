import type { AppealHistoryEntry, AppealKind } from '../appeal.js';
import { kindOfNumber } from '../appeal-number.js';
import type { Clock } from './rules.js';

/** Terms for an answer: as they begin, and as the head may extend them. */
interface AnswerClocks {
  readonly ordinary: Clock;
  readonly extended: Clock;
}

/** Nobody owes an answer to an anonymous message (Law 393/96-ВР, article 8), nor to a comment on a draft. */
const ANSWER_CLOCKS: Readonly<Partial<Record<AppealKind, AnswerClocks>>> = {
  appeal: { ordinary: 'appeal', extended: 'appeal-extended' },
  'information-request': { ordinary: 'information', extended: 'information-extended' },
};

/** The law's terms for an answer to something of this kind; undefined where nobody owes one. */
export function answerClocksOf(kind: AppealKind): AnswerClocks | undefined {
  return ANSWER_CLOCKS[kind];
}

/** The term by which an appeal is to be answered now; undefined where nobody owes an answer. */
export function answerClockOf(appeal: {
  readonly number: string;
  readonly history: readonly Pick<AppealHistoryEntry, 'status'>[];
}): Clock | undefined {
  const clocks = answerClocksOf(kindOfNumber(appeal.number));
  return wasExtended(appeal) ? clocks?.extended : clocks?.ordinary;
}

/** Whether the term has been extended: the law allows it once. */
export function wasExtended({
  history,
}: {
  readonly history: readonly Pick<AppealHistoryEntry, 'status'>[];
}) {
  return history.some(({ status }) => status === 'extended');
}
