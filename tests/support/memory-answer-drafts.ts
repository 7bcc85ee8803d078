import type { AnswerDraft, AnswerDrafts } from '../../src/services/answer-drafts/answer-drafts.js';
import { NOW } from './console/builders.js';

/** Unfinished answers in memory. */
export function memoryAnswerDrafts(): AnswerDrafts {
  const kept = new Map<string, AnswerDraft>();
  const keyOf = (number: string, staffId: string) => `${number}:${staffId}`;
  return {
    get: async (number, staffId) => kept.get(keyOf(number, staffId)),
    save: async (number, staffId, { text, files }) => {
      const key = keyOf(number, staffId);
      kept.set(key, { text, files: files ?? kept.get(key)?.files ?? [], savedAt: NOW });
    },
    remove: async (number, staffId) => void kept.delete(keyOf(number, staffId)),
  };
}
