/** Topics a resident chooses, in the order of the question «Обрати самостійно». */
export const TOPICS = ['news', 'utilities', 'events', 'acts', 'petitions', 'greetings'] as const;
export type Topic = (typeof TOPICS)[number];

/** What «Головне: новини й оголошення» stands for. */
export const MAIN_TOPICS: readonly Topic[] = ['news', 'utilities'];
