/** A period that staff choose: what is usual, and how far law and promises let it go. */
export interface Period {
  readonly unit: 'days' | 'years';
  readonly usual: number;
  readonly min: number;
  readonly max: number;
  /** Why not less, or not more: said to whoever tries */
  readonly because: string;
}

/**
 * How long things are kept. The shortest for appeals is the list of documents with terms of keeping (order of the
 * Ministry of Justice 578/5); the longest for a profile is what residents were promised (`welcome.detailsText`).
 */
export const PERIODS = {
  /** Updates as a messenger sent them, after they were processed */
  updateDays: {
    unit: 'days',
    usual: 30,
    min: 1,
    max: 30,
    because: 'Довше їх зберігати немає для чого.',
  },
  /** What was said to people outside broadcasts; what became of answers to appeals stays */
  messageDays: {
    unit: 'days',
    usual: 90,
    min: 30,
    max: 365,
    because: 'Менше ніж 30 днів не можна: за ними шукають недоставлені відповіді й виправляють розсилки.',
  },
  /** Telephone numbers of «Подзвоніть мені» after the call */
  callBackDays: {
    unit: 'days',
    usual: 90,
    min: 7,
    max: 365,
    because: 'Менше ніж тиждень не можна: дзвінок ще можуть уточнювати.',
  },
  /** Topics and consent of somebody who unsubscribed or blocked the bot */
  unsubscribedDays: {
    unit: 'days',
    usual: 30,
    min: 1,
    max: 30,
    because: 'Мешканцям обіцяно видаляти їх не пізніше ніж за 30 днів після відписки.',
  },
  /** Names, addresses, words and files of an appeal after the last entry in it */
  appealYears: {
    unit: 'years',
    usual: 5,
    min: 5,
    max: 75,
    because:
      'Менше ніж 5 років не можна: стільки зберігають звернення за Переліком типових документів (наказ Мін’юсту 578/5).',
  },
} as const satisfies Record<string, Period>;
export type PeriodName = keyof typeof PERIODS;
export type Periods = Readonly<Record<PeriodName, number>>;

/** Unfinished forms are kept so long after the last step: said to the person who leaves one. */
export const FORM_DAYS = 7;

/** Appeals of somebody erased are tied to the chat so long after the answer: they may still say whether it helped. */
export const LET_GO_DAYS = 30;

export const USUAL_PERIODS: Periods = {
  updateDays: PERIODS.updateDays.usual,
  messageDays: PERIODS.messageDays.usual,
  callBackDays: PERIODS.callBackDays.usual,
  unsubscribedDays: PERIODS.unsubscribedDays.usual,
  appealYears: PERIODS.appealYears.usual,
};
