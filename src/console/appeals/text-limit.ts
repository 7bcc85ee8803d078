/** Longest answer or note, in characters: four Telegram messages, more than any letter of the office. */
export const TEXT_LIMIT = 16_000;
