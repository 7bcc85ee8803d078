/**
 * A character that nothing shows, and that messengers and XML refuse: controls besides newline and tab, halves of a
 * character, U+FFFE and U+FFFF.
 */
export const UNSHOWABLE = /(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;
