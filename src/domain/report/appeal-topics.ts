import type { AppealCategory } from '../appeal.js';

/** What people most often write about, as the report names it. */
interface TopicRule {
  readonly id: string;
  /** «ремонт доріг» */
  readonly words: string;
  readonly categories: readonly AppealCategory[];
  /** What the subject speaks of; undefined: everything of the categories */
  readonly subject?: RegExp;
}

/** The first rule that fits names the topic: a fallen tree is «дерева» whatever category the citizen chose. */
const RULES: readonly TopicRule[] = [
  {
    id: 'trees',
    words: 'дерева',
    categories: ['yards', 'utilities', 'roads', 'other'],
    subject: /(^|[^\p{L}])(дерев|гілк|гілля|спил|тополя|кущ)/iu,
  },
  {
    id: 'animals',
    words: 'безпритульні тварини',
    categories: ['yards', 'other'],
    subject: /(^|[^\p{L}])(безпритульн|собак|пес|пси|цуцен|кот(и|ів)|тварин)/iu,
  },
  { id: 'lighting', words: 'освітлення вулиць', categories: ['lighting'] },
  { id: 'roads', words: 'ремонт доріг', categories: ['roads'] },
  { id: 'welfare', words: 'допомога та субсидії', categories: ['welfare'] },
  { id: 'utilities', words: 'комунальні послуги', categories: ['utilities'] },
  { id: 'yards', words: 'благоустрій дворів', categories: ['yards'] },
];

export const OTHER_TOPIC = 'other';
/** Topics with their words, «інше» not among them. */
export const APPEAL_TOPICS: readonly { readonly id: string; readonly words: string }[] = RULES;

/** Id of the topic an appeal counts under. */
export function topicOf(appeal: { readonly category: AppealCategory; readonly subject: string }): string {
  const rule = RULES.find(
    ({ categories, subject }) =>
      categories.includes(appeal.category) && (subject === undefined || subject.test(appeal.subject)),
  );
  return rule?.id ?? OTHER_TOPIC;
}
