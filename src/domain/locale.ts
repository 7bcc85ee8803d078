/** Languages of the residents' side. Ukrainian is complete and the default (Law 2704-VIII, article 27). */
export const LOCALES = ['uk', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
