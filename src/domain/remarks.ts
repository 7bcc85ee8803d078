import type { Appeal, Verdict } from './appeal.js';

/** A comment on a draft act as the act's table of comments has it. */
export interface Remark {
  readonly number: string;
  readonly author: string;
  readonly text: string;
  readonly verdict: Verdict | undefined;
  /** Why it was or was not taken into account; '' where nobody has said */
  readonly reason: string;
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  taken: 'враховано',
  partly: 'враховано частково',
  rejected: 'не враховано',
};
export const NO_VERDICT_WORDS = 'ще не розглянуто';

const NOT_PUBLIC = 'автор просив не оприлюднювати';
const LIMITED = 'обмежений доступ';

/**
 * A comment for the table, which is made public: whoever asked not to be, and what must stay hidden, is there by its
 * number only.
 */
export function remarkOf(appeal: Appeal): Remark {
  const { number, door, applicant, accessLimit, consideration } = appeal;
  const judged = { verdict: consideration?.verdict, reason: consideration?.reason ?? '' };
  const hidden = accessLimit ? LIMITED : door === 'private' ? NOT_PUBLIC : undefined;
  if (hidden !== undefined) return { number, author: hidden, text: hidden, ...judged };
  const text = appeal.messages
    .flatMap((one) => (one.from === 'citizen' && one.text ? [one.text] : []))
    .join('\n');
  return { number, author: applicant?.fullName ?? 'без підпису', text: text || 'лише вкладення', ...judged };
}

/** «Усього – 3: враховано – 1, ще не розглянуто – 2.» */
export function remarkTotals(remarks: readonly Remark[]): string {
  const parts = [...Object.keys(VERDICT_WORDS), undefined].flatMap((verdict) => {
    const count = remarks.filter((remark) => remark.verdict === verdict).length;
    const words = verdict === undefined ? NO_VERDICT_WORDS : VERDICT_WORDS[verdict as Verdict];
    return count === 0 ? [] : [`${words} – ${count}`];
  });
  return `Усього – ${remarks.length}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`;
}
