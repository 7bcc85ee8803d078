import type { Appeal } from '../domain/appeal.js';

/** Of one message; longer ones are found by their beginning. */
const SEARCHABLE_UNITS = 10_000;

/** What an appeal is found by: its card, then each message. */
export function searchTexts({ number, subject, messages, applicant }: Appeal): readonly string[] {
  const card = `${number} ${subject} ${applicant?.fullName ?? ''}`;
  return [card, ...messages.map(({ text }) => text)].map(searchable);
}

/** A text as it is kept for searching. */
export function searchable(text: string): string {
  return normalise(text).slice(0, SEARCHABLE_UNITS);
}

/** Regular expression that finds the words anywhere in a kept text. */
export function searchPattern(words: string): string {
  return escapeRegExp(normalise(words));
}

/** Lower case, one kind of apostrophe: how words are compared. */
function normalise(text: string): string {
  return text.toLocaleLowerCase('uk').replace(/['’ʼ]/g, '’').trim();
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
